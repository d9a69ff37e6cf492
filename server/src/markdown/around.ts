import type { PlacedContent } from "./chunk.js";
import type { Document } from "./document.js";
import { lazily } from "./lazy.js";
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
  return placed(indices.map(at));
}

const placed = lazily<readonly PlacedContent[], PlacedContent>({
  references: (parts) => parts.flatMap(({ references }) => references),
  definitions: (parts) => parts.flatMap(({ definitions }) => definitions),
  links: (parts) => parts.flatMap(({ links }) => links),
  headings: (parts) => parts.flatMap(({ headings }) => headings),
  blocks: (parts) => parts.flatMap(({ blocks }) => blocks),
  comments: (parts) => parts.flatMap(({ comments }) => comments),
});
