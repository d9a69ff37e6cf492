import type { Chunk } from "../markdown/chunk.js";
import type { Document } from "../markdown/document.js";
import { lastUpTo } from "../markdown/lines.js";
import type { Span } from "../markdown/span.js";

/**
 * How far the nearest use of each wanted label is from a span, in UTF-16 units, by `labelKey`. The search goes outwards from
 * there and ends when so many are found: all others are farther than these, or not used. What stands in the span itself does
 * not count.
 */
export function nearestUses(
  { chunks, defined }: Document,
  from: Span,
  wanted: Pick<ReadonlyMap<string, unknown>, "has">,
  enough: number,
): ReadonlyMap<string, number> {
  const { all, starts } = chunks;
  const found = new Map<string, number>();

  function visit({ content, origin }: Chunk, start: number): void {
    const by = start - origin;
    for (const { key, labelSpan, isLinked } of content.references) {
      if (!wanted.has(key) || !(isLinked || !defined.has(key))) continue;
      const start = labelSpan.start + by;
      if (start === from.start) continue;
      const distance = Math.max(
        start - from.end,
        from.start - labelSpan.end - by,
      );
      const before = found.get(key);
      if (before === undefined || distance < before) found.set(key, distance);
    }
  }

  let behind = lastUpTo(starts, from.start);
  let ahead = behind - 1;
  for (;;) {
    const next = all[behind];
    const previous = all[ahead];
    const nextStart = starts[behind] ?? 0;
    const previousStart = starts[ahead] ?? 0;
    const toNext = next ? Math.max(nextStart - from.end, 0) : Infinity;
    const toPrevious = previous
      ? Math.max(from.start - previousStart - previous.length, 0)
      : Infinity;
    if (
      found.size >= enough &&
      countUpTo(found, Math.min(toNext, toPrevious)) >= enough
    )
      return found;
    if (next && toNext <= toPrevious) {
      visit(next, nextStart);
      behind++;
    } else if (previous) {
      visit(previous, previousStart);
      ahead--;
    } else return found;
  }
}

function countUpTo(
  distances: ReadonlyMap<string, number>,
  most: number,
): number {
  let count = 0;
  for (const distance of distances.values()) if (distance <= most) count++;
  return count;
}
