import type { PostFacts } from "./facts.js";

interface Entry {
  readonly post: PostFacts;
  readonly day: number | undefined;
  /** Counts up. */
  readonly added: number;
}

type Dated = Entry & { readonly day: number };

/**
 * Posts by their day. Those without one are in it, too, but near to nothing: nobody knows whether they are old. A class,
 * since of some things that posts say there is another one in each post.
 */
export class Timeline {
  readonly #entries = new Map<string, Entry>();
  #added = 0;
  /** By day; made when somebody asks, as posts are mostly added by the thousand. */
  #sorted: readonly Dated[] | undefined;

  get size(): number {
    return this.#entries.size;
  }

  has(uri: string): boolean {
    return this.#entries.has(uri);
  }

  /** Adds a post, which is not in it yet. */
  add(post: PostFacts): void {
    const { uri, day } = post;
    this.#entries.set(uri, { post, day, added: this.#added++ });
    this.#sorted = undefined;
  }

  remove(uri: string): void {
    this.#entries.delete(uri);
    this.#sorted = undefined;
  }

  /** In the order in which they were added. */
  *posts(): Generator<PostFacts> {
    for (const { post } of this.#entries.values()) yield post;
  }

  /**
   * Other posts of about a day, at most so many: the nearest first, and of those that are equally near the one that was
   * added first. Of no day: the latest.
   */
  nearest(uri: string, day: number | undefined, most: number): PostFacts[] {
    this.#sorted ??= [...this.#entries.values()]
      .filter((entry): entry is Dated => entry.day !== undefined)
      .sort((a, b) => a.day - b.day);
    const found: PostFacts[] = [];
    for (const equallyNear of byDistance(
      this.#sorted,
      day ?? Number.MAX_SAFE_INTEGER,
    )) {
      for (const { post } of equallyNear) {
        if (found.length >= most) return found;
        if (post.uri !== uri) found.push(post);
      }
    }
    return found;
  }
}

/** Those as near as each other, in the order in which they were added: the nearest first. */
function* byDistance(
  sorted: readonly Dated[],
  day: number,
): Generator<readonly Dated[]> {
  let future = firstSince(sorted, day);
  let past = future;
  while (past > 0 || future < sorted.length) {
    const back = day - (sorted[past - 1]?.day ?? -Infinity);
    const ahead = (sorted[future]?.day ?? Infinity) - day;
    const since = back <= ahead ? firstSince(sorted, day - back) : past;
    const until = ahead <= back ? firstSince(sorted, day + ahead + 1) : future;
    const before = sorted.slice(since, past);
    const after = sorted.slice(future, until);
    yield before.length > 0 && after.length > 0
      ? [...before, ...after].sort((a, b) => a.added - b.added)
      : [...before, ...after];
    past = since;
    future = until;
  }
}

/** The index of the first that is of a day or later. */
function firstSince(sorted: readonly Dated[], day: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.day ?? Infinity) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}
