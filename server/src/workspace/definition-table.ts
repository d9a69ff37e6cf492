import type { Target } from "../targets/target.js";
import { targetKey } from "../targets/target-key.js";
import type { DefinitionFacts, PostFacts } from "./facts.js";

/** All posts' definitions by label and target, with those that most posts have first. */
export interface DefinitionTable {
  add(facts: PostFacts): void;
  remove(facts: PostFacts): void;
  /** The pairs of a label key and a target, most posts first. */
  ofKey(key: string): readonly DefinitionEntry[];
  all(): Iterable<DefinitionEntry>;
}

/** A label and what it is defined as, with the posts that do so. */
export interface DefinitionEntry {
  readonly key: string;
  readonly target: Target;
  readonly byPost: ReadonlyMap<string, DefinitionFacts>;
}

type Entry = DefinitionEntry & {
  readonly byPost: Map<string, DefinitionFacts>;
};

export function createDefinitionTable(): DefinitionTable {
  const byKey = new Map<string, Map<string, Entry>>();
  /** Entries by the number of their posts, so that adding a post sorts nothing. */
  const bySize = new Map<number, Set<Entry>>();

  function move(entry: Entry, from: number): void {
    const old = bySize.get(from);
    old?.delete(entry);
    if (old?.size === 0) bySize.delete(from);
    const size = entry.byPost.size;
    if (size === 0) return;
    const peers = bySize.get(size) ?? new Set();
    bySize.set(size, peers.add(entry));
  }

  function add({ uri, definitions }: PostFacts): void {
    for (const definition of definitions) {
      if (!definition.counts) continue;
      const { key, target } = definition;
      const entries = byKey.get(key) ?? new Map<string, Entry>();
      byKey.set(key, entries);
      const id = targetKey(target);
      const entry = entries.get(id) ?? { key, target, byPost: new Map() };
      entries.set(id, entry);
      const before = entry.byPost.size;
      entry.byPost.set(uri, definition);
      move(entry, before);
    }
  }

  function remove({ uri, definitions }: PostFacts): void {
    for (const { key, target, counts } of definitions) {
      if (!counts) continue;
      const entries = byKey.get(key);
      const id = targetKey(target);
      const entry = entries?.get(id);
      if (entries === undefined || entry === undefined) continue;
      const before = entry.byPost.size;
      entry.byPost.delete(uri);
      move(entry, before);
      if (entry.byPost.size === 0) entries.delete(id);
      if (entries.size === 0) byKey.delete(key);
    }
  }

  return {
    add,
    remove,
    ofKey: (key) =>
      [...(byKey.get(key)?.values() ?? [])].sort(
        (a, b) => b.byPost.size - a.byPost.size,
      ),
    *all() {
      for (const size of [...bySize.keys()].sort((a, b) => b - a)) {
        yield* bySize.get(size) ?? [];
      }
    },
  };
}
