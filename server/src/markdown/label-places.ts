import type { UnresolvedReference } from "./chunk.js";
import type { DefinitionIndex } from "./definition-index.js";
import type { Definition, Document, Reference } from "./document.js";
import { onceFor, onceForItems } from "./remember.js";
import type { Stretch } from "./stretches.js";

/**
 * The references of a label, in document order: those that `Document.references` lists. Only the chunks that name it are
 * looked at, and put where they stand.
 */
export function referencesOf(
  document: Document,
  key: string,
): readonly Reference[] {
  return placesOf(document, "references", key);
}

/** Shows the references of some labels as their chunks have them; `by` is how far that is from where they stand. In no order. */
export function eachReferenceOf(
  { chunks: { stretches, definitions }, defined }: Document,
  keys: readonly string[],
  visit: (reference: UnresolvedReference, by: number) => void,
): void {
  const atRest: Stretch[] = [];
  const startsAtRest: number[] = [];
  let start = 0;
  for (const stretch of stretches) {
    if (stretch.isEdited) {
      for (const key of keys) visitIn(stretch, start, key);
    } else {
      atRest.push(stretch);
      startsAtRest.push(start);
    }
    start += stretch.length;
  }
  const naming = stretchesNaming(atRest, definitions);
  for (const key of keys)
    for (const index of naming.get(key) ?? []) {
      const stretch = atRest[index];
      if (stretch) visitIn(stretch, startsAtRest[index] ?? 0, key);
    }

  function visitIn(stretch: Stretch, from: number, key: string): void {
    const { chunks, starts } = stretch;
    const named = chunksNaming(stretch).references.get(key);
    if (!named) return;
    const isDefined = defined.has(key);
    for (const index of named) {
      const chunk = chunks[index];
      if (!chunk) continue;
      const by = from + (starts[index] ?? 0) - chunk.origin;
      for (const reference of chunk.content.references)
        if (reference.key === key && (reference.isLinked || !isDefined))
          visit(reference, by);
    }
  }
}

/** Reads what a document's stretches name, which is long work the first time: whoever has other things to do may do them in between. */
export function* readNames({ chunks }: Document): Generator<undefined, void> {
  for (const stretch of chunks.stretches) {
    chunksNaming(stretch);
    yield;
  }
}

/** By label key, the indices of those of some stretches that use it. Once for all that no edit has touched. */
const stretchesNaming = onceForItems(
  (stretches: readonly Stretch[], _of: DefinitionIndex) => {
    const naming = new Map<string, number[]>();
    stretches.forEach((stretch, index) => {
      for (const key of chunksNaming(stretch).references.keys()) {
        const known = naming.get(key);
        if (known) known.push(index);
        else naming.set(key, [index]);
      }
    });
    return naming;
  },
);

/** All definitions of a label, in document order: those that count and those that repeat it. */
export function definitionsOf(
  document: Document,
  key: string,
): readonly Definition[] {
  return placesOf(document, "definitions", key);
}

function placesOf<Kind extends "references" | "definitions">(
  { chunks: { stretches, at } }: Document,
  kind: Kind,
  key: string,
): readonly Document[Kind][number][] {
  const found: Document[Kind][number][] = [];
  let first = 0;
  for (const stretch of stretches) {
    for (const index of chunksNaming(stretch)[kind].get(key) ?? [])
      for (const item of at(first + index)[kind])
        if (item.key === key) found.push(item);
    first += stretch.chunks.length;
  }
  return found;
}

/** By label key, the indices of the chunks of a stretch that use it, and of those that define it. */
const chunksNaming = onceFor(({ chunks }: Stretch) => {
  const naming = {
    references: new Map<string, number[]>(),
    definitions: new Map<string, number[]>(),
  };
  for (const kind of ["references", "definitions"] as const)
    chunks.forEach(({ content }, index) => {
      const items: readonly { readonly key: string }[] = content[kind];
      for (const { key } of items) {
        const known = naming[kind].get(key);
        if (!known) naming[kind].set(key, [index]);
        else if (known.at(-1) !== index) known.push(index);
      }
    });
  return naming;
});
