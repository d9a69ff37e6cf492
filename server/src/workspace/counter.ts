/** How often things occur. What occurs no more is not in it. */
export type Counter<K> = Map<K, number>;
export type ReadonlyCounter<K> = ReadonlyMap<K, number>;

/** Counts a thing up, or down with a negative number; answers how often it occurs now. */
export function count<K>(counter: Counter<K>, key: K, by = 1): number {
  const now = (counter.get(key) ?? 0) + by;
  if (now === 0) counter.delete(key);
  else counter.set(key, now);
  return now;
}

/** What some counters count together. */
export function sum<K>(counters: readonly ReadonlyCounter<K>[]): Counter<K> {
  const total = new Map<K, number>();
  for (const counter of counters)
    for (const [key, times] of counter) count(total, key, times);
  return total;
}

/** Counters by some other key, such as a counter for each repository name. */
export type Counters<O, K> = Map<O, Counter<K>>;
export type ReadonlyCounters<O, K> = ReadonlyMap<O, ReadonlyCounter<K>>;

export function countIn<O, K>(
  counters: Counters<O, K>,
  outer: O,
  key: K,
  by = 1,
): void {
  const counter = counters.get(outer) ?? new Map<K, number>();
  count(counter, key, by);
  if (counter.size === 0) counters.delete(outer);
  else counters.set(outer, counter);
}

/** Adds all counts of one set of counters to another, or takes them away with -1. */
export function merge<O, K>(
  into: Counters<O, K>,
  from: ReadonlyCounters<O, K>,
  sign: 1 | -1,
): void {
  for (const [outer, counter] of from) {
    for (const [key, times] of counter) countIn(into, outer, key, sign * times);
  }
}

/** A total less what is a part of it. */
export function others<K>(
  total: ReadonlyCounter<K> | undefined,
  own: ReadonlyCounter<K> | undefined,
): ReadonlyCounter<K> {
  const rest = new Map<K, number>();
  for (const [key, times] of total ?? []) {
    const left = times - (own?.get(key) ?? 0);
    if (left > 0) rest.set(key, left);
  }
  return rest;
}
