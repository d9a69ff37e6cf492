import type { UnresolvedReference } from "./chunk.js";
import type { Definition, Document, Reference } from "./document.js";
import { onceFor } from "./remember.js";
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

/** Shows the references of a label as their chunks have them; `by` is how far that is from where they stand. In no order. */
export function eachReferenceOf(
  { chunks: { stretches }, defined }: Document,
  key: string,
  visit: (reference: UnresolvedReference, by: number) => void,
): void {
  const isDefined = defined.has(key);
  let from = 0;
  for (const stretch of stretches) {
    const { chunks, starts, length } = stretch;
    for (const index of chunksNaming(stretch).references.get(key) ?? []) {
      const chunk = chunks[index];
      if (!chunk) continue;
      const by = from + (starts[index] ?? 0) - chunk.origin;
      for (const reference of chunk.content.references)
        if (reference.key === key && (reference.isLinked || !isDefined))
          visit(reference, by);
    }
    from += length;
  }
}

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
