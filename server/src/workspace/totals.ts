import type { RepositoryName } from "../targets/target.js";
import {
  type Counter,
  type Counters,
  count,
  countIn,
  merge,
} from "./counter.js";
import type { Group } from "./groups.js";
import type { Lessons } from "./lessons.js";

/** The sums over all posts' lessons, with what is needed to find things in them. */
export interface Totals extends Omit<Lessons, "spellings" | "namings"> {
  readonly spellings: Map<string, RepositoryName>;
  /** Repository name, lower case → `repositoryKey`s. */
  readonly names: Counters<string, string>;
  /** Group of posts → how they name their targets. */
  readonly namings: Counters<string, string>;
}

export function emptyTotals(): Totals {
  return {
    repositories: new Map<string, number>(),
    spellings: new Map<string, RepositoryName>(),
    names: new Map<string, Counter<string>>(),
    namings: new Map<string, Counter<string>>(),
    pulls: new Map<string, Counter<number>>(),
    issues: new Map<string, Counter<number>>(),
  };
}

/** Adds what a post teaches, or takes it away with -1. */
export function addLessons(
  totals: Totals,
  groups: readonly Group[],
  lessons: Lessons,
  sign: 1 | -1,
): void {
  for (const [key, times] of lessons.repositories) {
    const name = lessons.spellings.get(key);
    if (name === undefined) continue;
    countIn(totals.names, name.repo.toLowerCase(), key, sign * times);
    const now = count(totals.repositories, key, sign * times);
    if (now === 0) totals.spellings.delete(key);
    else if (!totals.spellings.has(key)) totals.spellings.set(key, name);
  }
  for (const { key } of groups) {
    for (const [naming, times] of lessons.namings)
      countIn(totals.namings, key, naming, sign * times);
  }
  merge(totals.pulls, lessons.pulls, sign);
  merge(totals.issues, lessons.issues, sign);
}
