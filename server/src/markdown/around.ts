import type { PlacedContent } from "./chunk.js";
import type { Document } from "./document.js";
import { lazyObject } from "./lazy.js";
import { lastUpTo } from "./lines.js";
import type { Span } from "./span.js";

/** What a document says in and about a span, without a look at the rest: what touches the span is in it. */
export function around(
  { chunks: { all, starts, at } }: Document,
  { start, end }: Span,
): PlacedContent {
  const last = lastUpTo(starts, end);
  const first = Math.max(0, lastUpTo(starts, start) - 1);
  const indices = Array.from(
    { length: Math.min(last, all.length - 1) - first + 1 },
    (_, index) => first + index,
  );
  const gather = <Kind extends keyof PlacedContent>(kind: Kind) =>
    indices.flatMap(
      (index) => at(index)[kind] as readonly PlacedContent[Kind][number][],
    );
  return lazyObject<PlacedContent>({
    references: () => gather("references"),
    definitions: () => gather("definitions"),
    links: () => gather("links"),
    headings: () => gather("headings"),
    blocks: () => gather("blocks"),
    comments: () => gather("comments"),
  });
}
