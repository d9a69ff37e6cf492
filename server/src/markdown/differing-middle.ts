/** What differs between two lists that may begin and end alike: from `start` to the end in each, as indices. */
export interface Middle {
  readonly start: number;
  readonly ends: readonly [number, number];
}

/** Leaves out what two lists have in common where they begin and, of the rest, where they end. */
export function differingMiddle<T>(
  one: readonly T[],
  other: readonly T[],
): Middle {
  const shorter = Math.min(one.length, other.length);
  let start = 0;
  while (start < shorter && one[start] === other[start]) start++;
  let [end, otherEnd] = [one.length, other.length];
  while (
    end > start &&
    otherEnd > start &&
    one[end - 1] === other[otherEnd - 1]
  ) {
    end--;
    otherEnd--;
  }
  return { start, ends: [end, otherEnd] };
}
