import type { UnresolvedReference } from "../markdown/chunk.js";
import type { Document } from "../markdown/document.js";
import { eachReferenceOf } from "../markdown/label-places.js";
import { lastUpTo } from "../markdown/lines.js";
import type { Span } from "../markdown/span.js";

/** Labels by `labelKey`. */
export interface Chosen {
  readonly keys: readonly string[];
  isChosen(key: string): boolean;
}

/**
 * How far the nearest use of each chosen label is from a span, in UTF-16 units, by `labelKey`. Of more than are enough it may
 * leave out those that are farther than so many others. What stands in the span itself does not count.
 */
export function nearestUses(
  document: Document,
  from: Span,
  { keys, isChosen }: Chosen,
  enough: number,
): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const note = ({ key, labelSpan }: UnresolvedReference, by: number) => {
    const start = labelSpan.start + by;
    if (start === from.start) return;
    const end = labelSpan.end + by;
    const distance = Math.max(start - from.end, from.start - end);
    const before = found.get(key);
    if (before === undefined || distance < before) found.set(key, distance);
  };
  if (keys.length <= enough) {
    eachReferenceOf(document, keys, note);
    return found;
  }
  let farthest = Infinity;
  goOutwards(
    document,
    from,
    (reference, by) => {
      const { key, isLinked } = reference;
      if (isChosen(key) && (isLinked || !document.defined.has(key)))
        note(reference, by);
    },
    (distance) => {
      // What is found after the first that are enough may be nearer, which this does not need to know.
      if (farthest === Infinity && found.size >= enough)
        farthest = nth(found.values(), enough);
      return distance >= farthest;
    },
  );
  return found;
}

function nth(distances: Iterable<number>, count: number): number {
  return [...distances].sort((a, b) => a - b)[count - 1] ?? Infinity;
}

/** Shows the references of one chunk after the other, the nearest first, until all that is left is too far. */
function goOutwards(
  { chunks: { all, starts } }: Document,
  from: Span,
  visit: (reference: UnresolvedReference, by: number) => void,
  isTooFar: (distance: number) => boolean,
): void {
  let behind = lastUpTo(starts, from.start);
  let ahead = behind - 1;
  for (;;) {
    const next = all[behind];
    const previous = all[ahead];
    const nextStart = starts[behind] ?? 0;
    const previousStart = starts[ahead] ?? 0;
    const toNext = next ? Math.max(nextStart - from.end, 0) : Infinity;
    const toPrevious = previous
      ? Math.max(from.start - previousStart - previous.text.length, 0)
      : Infinity;
    if (isTooFar(Math.min(toNext, toPrevious))) return;
    if (next && toNext <= toPrevious) {
      for (const reference of next.content.references)
        visit(reference, nextStart - next.origin);
      behind++;
    } else if (previous) {
      for (const reference of previous.content.references)
        visit(reference, previousStart - previous.origin);
      ahead--;
    } else return;
  }
}
