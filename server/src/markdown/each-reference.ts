import type { UnresolvedReference } from "./chunk.js";
import type { Document } from "./document.js";

/**
 * Shows all references of a document, in order, as their chunks have them: for who looks at all and keeps few, since putting each
 * where it stands costs more than looking. `by` is how far it is from there, `chunk` the index of its chunk.
 */
export function eachReference(
  { chunks, defined }: Document,
  visit: (reference: UnresolvedReference, by: number, chunk: number) => void,
): void {
  chunks.all.forEach(({ content, origin }, chunk) => {
    const by = (chunks.starts[chunk] ?? 0) - origin;
    for (const reference of content.references)
      if (reference.isLinked || !defined.has(reference.key))
        visit(reference, by, chunk);
  });
}
