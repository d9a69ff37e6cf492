import { factsFrom, type PostFacts } from "./facts.js";
import { type ExcerptRest, unpack, unpackRest } from "./packed-excerpt.js";
import { createRecent } from "./recent.js";

/** Facts that are kept packed; each look at them costs microseconds, until another few dozen posts are looked at. */
export interface PackedFacts extends PostFacts {
  readonly packed: string;
}

export function isPacked(facts: PostFacts | undefined): facts is PackedFacts {
  return facts instanceof Packed;
}

/** Reads what `pack` wrote, for posts whose URLs are read on these hosts. */
export function createFactsReader(
  hosts: readonly string[],
): (uri: string, packed: string) => PackedFacts {
  const readers = {
    factsOf: createRecent(64, ({ uri, packed }: Packed) =>
      factsFrom(uri, unpack(packed), hosts),
    ),
    restOf: createRecent(64, ({ packed }: Packed) => unpackRest(packed)),
  };
  return (uri, packed) => new Packed(uri, packed, readers);
}

interface Readers {
  readonly factsOf: (post: Packed) => PostFacts;
  readonly restOf: (post: Packed) => ExcerptRest;
}

/** A class, since ten thousand objects with their own getters would take more memory than what is in them. */
class Packed implements PackedFacts {
  readonly uri: string;
  readonly packed: string;
  readonly #readers: Readers;
  /** Kept once asked for: a rule that compares a post with its site's others asks all of them. */
  #rest: ExcerptRest | undefined;
  /** Kept once asked for: a post's neighbours in time are looked for among its whole team. */
  #day: number | undefined | null = null;

  constructor(uri: string, packed: string, readers: Readers) {
    this.uri = uri;
    this.packed = packed;
    this.#readers = readers;
  }

  get definitions() {
    return this.#readers.factsOf(this).definitions;
  }
  get uses() {
    return this.#readers.factsOf(this).uses;
  }
  get links() {
    return this.#readers.factsOf(this).links;
  }
  /** Read alone: how its neighbours begin is asked for each post that is checked. */
  get headings() {
    return unpack(this.packed).headings;
  }
  get authors() {
    return this.#readRest().authors;
  }
  get tags() {
    return this.#readRest().tags;
  }
  get day() {
    if (this.#day === null) this.#day = this.#readRest().day;
    return this.#day;
  }
  get shortcuts() {
    return this.#readRest().shortcuts;
  }
  get frontMatter() {
    this.#rest ??= this.#readRest();
    return this.#rest.frontMatter;
  }

  #readRest(): ExcerptRest {
    return this.#rest ?? this.#readers.restOf(this);
  }
}
