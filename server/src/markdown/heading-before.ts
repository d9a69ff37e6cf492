import type { Document, Heading } from "./document.js";
import { lastUpTo } from "./lines.js";

/** The last heading that ends at an offset or before it: the one of `Document.headings`, without a look at all of them. */
export function headingBefore(
  { chunks: { all, starts, at } }: Document,
  offset: number,
): Heading | undefined {
  for (let index = lastUpTo(starts, offset); index >= 0; index--) {
    if (all[index]?.content.headings.length === 0) continue;
    const before = at(index).headings.findLast(
      ({ span }) => span.end <= offset,
    );
    if (before) return before;
  }
  return undefined;
}
