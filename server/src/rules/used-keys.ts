import type { DefinitionIndex } from "../markdown/definition-index.js";
import { labelsInDescriptions } from "../markdown/description-labels.js";
import type { Document, Reference } from "../markdown/document.js";
import { inStretches, type Placed, perChunk } from "../markdown/per-chunk.js";
import { onceFor } from "../markdown/remember.js";

/** The labels that some reference of the document uses, or the description of an image, by `labelKey`. */
export const usedKeys = onceFor((document: Document): ReadonlySet<string> => {
  const used = new Set(labelsInDescriptions(document));
  for (const { said } of keysIn(document, document.chunks.definitions))
    for (const key of distinct(said)) used.add(key);
  return used;
});

/** The labels of the document's definitions that are not among them, in document order. */
export const unusedKeys = onceFor((document: Document): readonly string[] => {
  const used = usedKeys(document);
  const unused: string[] = [];
  for (const key of document.chunks.definitions.first.keys())
    if (!used.has(key)) unused.push(key);
  return unused;
});

/** The references without a definition, in document order. */
export const undefinedReferences = onceFor(
  (document: Document): readonly Reference[] =>
    chunksWithUndefined(document, document.chunks.definitions).flatMap(
      ({ chunk }) =>
        document.chunks
          .at(chunk)
          .references.filter(({ definition }) => !definition),
    ),
);

/** The keys of a chunk's references. What Markdown has not linked is none where its label is defined. */
const keysIn = inStretches(
  ({ content: { references } }, { first }: DefinitionIndex) => {
    const keys = references
      .filter(({ isLinked, key }) => isLinked || !first.has(key))
      .map(({ key }) => key);
    return keys.length > 0 ? keys : undefined;
  },
);

const distinct = onceFor((said: readonly Placed<readonly string[]>[]) => [
  ...new Set(said.flatMap(({ value }) => value)),
]);

const chunksWithUndefined = perChunk(
  ({ content: { references } }, { first }: DefinitionIndex) =>
    references.some(({ key }) => !first.has(key)) || undefined,
);
