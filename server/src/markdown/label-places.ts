import type { Definition, Document, Reference } from "./document.js";

/**
 * The references of a label, in document order: those that `Document.references` lists. Only the chunks that name it are put
 * where they stand.
 */
export function referencesOf(
  document: Document,
  key: string,
): readonly Reference[] {
  return placesOf(document, "references", key);
}

/** All definitions of a label, in document order: those that count and those that repeat it. */
export function definitionsOf(
  document: Document,
  key: string,
): readonly Definition[] {
  return placesOf(document, "definitions", key);
}

function placesOf<Kind extends "references" | "definitions">(
  { chunks: { all, at } }: Document,
  kind: Kind,
  key: string,
): readonly Document[Kind][number][] {
  const found: Document[Kind][number][] = [];
  all.forEach(({ content }, index) => {
    const items: readonly { readonly key: string }[] = content[kind];
    if (items.every((item) => item.key !== key)) return;
    for (const item of at(index)[kind]) if (item.key === key) found.push(item);
  });
  return found;
}
