import type { Document } from "../markdown/document.js";
import type { Span } from "../markdown/span.js";
import type { Post } from "../workspace/post.js";
import { labelReference } from "./refactorings/new-references.js";

/**
 * A list of references in the place of a span: the further items of the list whose item begins there, a list below the
 * text that stands before it, or one of its own. The quote the span is in holds it all.
 */
export function bulletsAt(
  post: Post,
  { start, end }: Span,
  labels: readonly string[],
): string {
  const { document } = post;
  const { text, lines, eol } = document;
  const line = lines.line(lines.positionAt(start).line);
  const before = /^(?<margin>[ \t>]*)(?:(?<marker>[-*+])(?<gap>[ \t]+))?/.exec(
    text.slice(line.start, start),
  );
  const { margin = "", marker, gap = "" } = before?.groups ?? {};
  const hasText = line.start + (before?.[0].length ?? 0) < start;
  const below = lines.line(lines.positionAt(end).line).end;
  const hasTextBehind = text.slice(end, below).trim() !== "";

  const indent = margin + (hasText && marker ? " ".repeat(1 + gap.length) : "");
  const ownMarker =
    !hasText && marker ? marker + gap : `${bulletOf(document)} `;
  const items = labels
    .map((label) => ownMarker + labelReference(post, label))
    .join(eol + indent);
  const blank = eol + margin.trimEnd() + eol;
  const opening = hasText ? (marker ? eol : blank) + indent : "";
  const list =
    !hasText && marker ? items.slice(ownMarker.length) : opening + items;
  return hasTextBehind ? list + blank + margin : list;
}

/** The bullet of the post's first list. */
function bulletOf({ text }: Document): string {
  return /^[ \t>]*([-*+])[ \t]+\S/m.exec(text)?.[1] ?? "-";
}
