import { labelsInDescriptions } from "../markdown/description-labels.js";
import type { Document, Reference } from "../markdown/document.js";
import { eachReference } from "../markdown/each-reference.js";
import { onceFor } from "../markdown/remember.js";

/** The labels that some reference of the document uses, or the description of an image, by `labelKey`. */
export const usedKeys = onceFor((document: Document): ReadonlySet<string> => {
  const used = new Set(labelsInDescriptions(document));
  eachReference(document, ({ key }) => used.add(key));
  return used;
});

/** Whether the document defines a label that nothing uses. */
export function hasUnusedLabels(document: Document): boolean {
  const used = usedKeys(document);
  return [...document.defined.keys()].some((key) => !used.has(key));
}

/** The references without a definition, in document order. */
export const undefinedReferences = onceFor(
  (document: Document): readonly Reference[] => {
    const chunks = new Set<number>();
    eachReference(document, ({ key }, _by, chunk) => {
      if (!document.defined.has(key)) chunks.add(chunk);
    });
    return [...chunks].flatMap((chunk) =>
      document.chunks
        .at(chunk)
        .references.filter(({ definition }) => !definition),
    );
  },
);
