import type { Location, Position } from "vscode-languageserver-types";
import type { Post } from "../workspace/post.js";
import { type NamedEntry, namedEntryAt } from "./front-matter-place.js";
import { definitionLabelAt, referenceAt } from "./label-at.js";

/**
 * Where the author or tag under the cursor has its entry, or where the label is defined: the line of the definition that counts. It is the place VS Code's own
 * Markdown support answers with, and the editor shows equal places once.
 */
export function definition(
  post: Post,
  position: Position,
): Location | undefined {
  const { uri, document } = post;
  const { lines } = document;
  const offset = lines.offsetAt(position);
  const named = namedEntryAt(post, offset);
  if (named) return entryPlace(named);
  const place =
    definitionLabelAt(document, offset) ?? referenceAt(document, offset);
  const found = place && document.defined.get(place.key);
  if (!found) return undefined;
  const line = lines.positionAt(found.span.start).line;
  return { uri, range: lines.rangeOf(lines.line(line)) };
}

function entryPlace({ list, entry }: NamedEntry): Location | undefined {
  return list && entry
    ? { uri: list.uri, range: list.lines.rangeOf(entry.keySpan) }
    : undefined;
}
