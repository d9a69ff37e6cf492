import { labelKey } from "../markdown/label.js";
import type { Target } from "../targets/target.js";
import { targetKey } from "../targets/target-key.js";
import type { DefinitionFacts, PostFacts } from "./facts.js";
import {
  countUris,
  digest,
  eachUri,
  hasUri,
  type Uris,
  withoutUri,
  withUri,
} from "./postings.js";

/** All posts' definitions by label and target, with those that most posts have first. */
export interface DefinitionTable {
  add(facts: PostFacts): void;
  remove(facts: PostFacts): void;
  /** The pairs of a label key and a target, most posts first; without those that are that one post's alone. */
  ofKey(key: string, besides?: string): readonly DefinitionEntry[];
  /** Whether another post than that one defines the label. */
  hasKey(key: string, besides: string): boolean;
  /** Without those that are that one post's alone. */
  all(besides?: string): Iterable<DefinitionEntry>;
  /** Those whose label holds a word, whatever its case; in no order. */
  holding(word: string): Iterable<DefinitionEntry>;
}

/** A label and what it is defined as, with the posts that do so. */
export interface DefinitionEntry {
  readonly key: string;
  /** As the first of the posts writes it. */
  readonly label: string;
  readonly target: Target;
  /** Read from the posts' facts when it is asked for. */
  readonly byPost: ReadonlyMap<string, DefinitionFacts>;
  /** The definition in the first post but one, made without a look at its facts; undefined if there is no other. */
  besides(uri: string): EntryDefinition | undefined;
  /** How many posts but that one define it so. */
  postsBesides(uri: string): number;
}

/** A definition and the post it stands in. */
export interface EntryDefinition
  extends Pick<DefinitionFacts, "key" | "label" | "destination" | "target"> {
  readonly uri: string;
}

/** What is kept of an entry: there are hundreds of thousands. */
interface Pair {
  readonly key: string;
  /** Digest of the target's key. */
  readonly id: number;
  posts: Uris;
  /** As the first of the posts writes them. */
  label: string;
  destination: string;
  /** Once somebody has asked for it. */
  target?: Target;
}

/** `postOf`: the facts of a post in the table. `read`: what a destination means. */
export function createDefinitionTable(
  postOf: (uri: string) => PostFacts | undefined,
  read: (destination: string) => Target,
): DefinitionTable {
  const byKey = new Map<string, Pair | readonly Pair[]>();
  /** The pairs of more than one post by their number, so that adding a post sorts nothing. */
  const bySize = new Map<number, Set<Pair>>();

  function pairsOf(key: string): readonly Pair[] {
    const found = byKey.get(key);
    if (found === undefined) return [];
    return isOne(found) ? [found] : found;
  }

  function setPairs(key: string, pairs: readonly Pair[]): void {
    const [only] = pairs;
    if (only === undefined) byKey.delete(key);
    else byKey.set(key, pairs.length === 1 ? only : pairs);
  }

  function change(
    pair: Pair,
    update: (uris: Uris, uri: string) => Uris,
    uri: string,
  ): void {
    const before = countUris(pair.posts);
    pair.posts = update(pair.posts, uri);
    const after = countUris(pair.posts);
    if (before === after) return;
    const old = bySize.get(before);
    old?.delete(pair);
    if (old?.size === 0) bySize.delete(before);
    if (after > 1)
      bySize.set(after, (bySize.get(after) ?? new Set()).add(pair));
  }

  /** The post is gone whose words these were. */
  function takeFirst(pair: Pair): void {
    const [next] = definitionsOf(pair);
    if (!next) return;
    const [, { label, destination }] = next;
    pair.label = label;
    pair.destination = destination;
    delete pair.target;
  }

  function targetOf(pair: Pair): Target {
    pair.target ??= read(pair.destination);
    return pair.target;
  }

  const entryOf = (pair: Pair): DefinitionEntry =>
    new PairEntry(pair, { targetOf, definitionsOf });

  function* definitionsOf(
    pair: Pair,
    besides?: string,
  ): Generator<[string, DefinitionFacts]> {
    for (const uri of eachUri(pair.posts)) {
      if (uri === besides) continue;
      const definition = postOf(uri)?.definitions.find(
        ({ key, counts }) => counts && key === pair.key,
      );
      if (definition) yield [uri, definition];
    }
  }

  return {
    add({ uri, definitions }) {
      for (const { key, label, destination, target, counts } of definitions) {
        if (!counts) continue;
        const pairs = pairsOf(key);
        const id = digest(targetKey(target));
        const known = pairs.find((pair) => pair.id === id);
        if (known) change(known, withUri, uri);
        else
          setPairs(key, [
            ...pairs,
            { key, id, posts: uri, label, destination },
          ]);
      }
    },
    remove({ uri, definitions }) {
      for (const { key, target, counts } of definitions) {
        if (!counts) continue;
        const pairs = pairsOf(key);
        const id = digest(targetKey(target));
        const known = pairs.find((pair) => pair.id === id);
        if (!known) continue;
        const [first] = eachUri(known.posts);
        change(known, withoutUri, uri);
        if (first === uri) takeFirst(known);
        if (known.posts === undefined)
          setPairs(
            key,
            pairs.filter((pair) => pair !== known),
          );
      }
    },
    ofKey: (key, besides) =>
      pairsOf(key)
        .filter(({ posts }) => posts !== besides)
        .sort((a, b) => countUris(b.posts) - countUris(a.posts))
        .map(entryOf),
    hasKey(key, besides) {
      const found = byKey.get(key);
      if (found === undefined) return false;
      return isOne(found)
        ? found.posts !== besides
        : found.some(({ posts }) => posts !== besides);
    },
    *all(besides) {
      for (const size of [...bySize.keys()].sort((a, b) => b - a))
        for (const pair of bySize.get(size) ?? []) yield entryOf(pair);
      const isOthersAlone = ({ posts }: Pair) =>
        posts !== besides && countUris(posts) === 1;
      for (const found of byKey.values()) {
        if (!isOne(found)) yield* found.filter(isOthersAlone).map(entryOf);
        else if (isOthersAlone(found)) yield entryOf(found);
      }
    },
    *holding(word) {
      const wanted = labelKey(word);
      for (const key of byKey.keys())
        if (key.includes(wanted)) yield* pairsOf(key).map(entryOf);
    },
  };
}

interface PairReader {
  targetOf(pair: Pair): Target;
  /** In the posts but that one, with the URI of each. */
  definitionsOf(
    pair: Pair,
    besides?: string,
  ): Iterable<[string, DefinitionFacts]>;
}

/** A class, since who looks through all definitions makes tens of thousands of them. */
class PairEntry implements DefinitionEntry {
  readonly key: string;
  readonly label: string;
  readonly #pair: Pair;
  readonly #posts: Uris;
  readonly #reader: PairReader;

  constructor(pair: Pair, reader: PairReader) {
    this.key = pair.key;
    this.label = pair.label;
    this.#pair = pair;
    this.#posts = pair.posts;
    this.#reader = reader;
  }

  get target() {
    return this.#reader.targetOf(this.#pair);
  }
  get byPost() {
    return new Map(this.#reader.definitionsOf(this.#pair));
  }
  besides(uri: string): EntryDefinition | undefined {
    const [first] = eachUri(this.#posts);
    if (first !== undefined && first !== uri) {
      const { key, label, destination } = this.#pair;
      return { uri: first, key, label, destination, target: this.target };
    }
    for (const [other, definition] of this.#reader.definitionsOf(
      this.#pair,
      uri,
    ))
      return { ...definition, uri: other };
    return undefined;
  }
  postsBesides(uri: string): number {
    return countUris(this.#posts) - (hasUri(this.#posts, uri) ? 1 : 0);
  }
}

function isOne(found: Pair | readonly Pair[]): found is Pair {
  return "posts" in found;
}
