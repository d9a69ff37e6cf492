import type { Document } from "../markdown/document.js";
import type { Span } from "../markdown/span.js";

/** A span as far as it stands on the line it begins on: what a finding on something long underlines. */
export function firstLineOf(
  { lines }: Pick<Document, "lines">,
  { start, end }: Span,
): Span {
  const line = lines.line(lines.positionAt(start).line);
  return { start, end: Math.min(end, line.end) };
}
