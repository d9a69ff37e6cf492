import type { Document } from "../markdown/document.js";
import { writeDestination } from "../markdown/edits/write-definition.js";
import type { Span } from "../markdown/span.js";
import { parseUrl } from "../targets/url.js";
import type { Post } from "../workspace/post.js";
import { destinationTitle } from "./destination-title.js";
import type { EditFix } from "./rule.js";

/** Writes another URL in the place of one; what is right is the author's to say. */
export function changeUrlTo(
  { document, settings }: Post,
  destinationSpan: Span,
  destination: string,
): EditFix {
  const target = parseUrl(destination, settings.github.hosts);
  return {
    kind: "edit",
    title: `Change the URL to ${destinationTitle(destination, target)}`,
    edits: [
      {
        range: document.lines.rangeOf(destinationSpan),
        newText: destination,
      },
    ],
    certain: false,
  };
}

/** Mends an address where it stands, in angle brackets or not. */
export function mendUrl(
  document: Document,
  span: Span,
  { url, certain }: { readonly url: string; readonly certain: boolean },
): EditFix {
  const isBracketed =
    document.charAt(span.start - 1) === "<" &&
    document.charAt(span.end) === ">";
  return {
    kind: "edit",
    title: `Change to ${url}`,
    edits: [
      {
        range: document.lines.rangeOf(span),
        newText: isBracketed ? url : writeDestination(url),
      },
    ],
    preferred: true,
    certain,
  };
}
