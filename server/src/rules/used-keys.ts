import type { DefinitionIndex } from "../markdown/definition-index.js";
import { labelsInDescriptions } from "../markdown/description-labels.js";
import type { Document, Reference } from "../markdown/document.js";
import { inStretches, type Placed, perChunk } from "../markdown/per-chunk.js";
import { onceFor, onceForItems } from "../markdown/remember.js";

/** Labels by `labelKey`. */
export type Keys = Pick<ReadonlySet<string>, "has">;

/** The labels that some reference of the document uses, or the description of an image. */
export const usedKeys = onceFor((document: Document): Keys => {
  const { atRest, edited } = usesOf(document);
  return { has: (key) => atRest.used.has(key) || edited.has(key) };
});

/** The labels of the document's definitions that are not among them, in document order. */
export const unusedKeys = onceFor((document: Document): readonly string[] => {
  const { atRest, edited } = usesOf(document);
  return atRest.unused.filter((key) => !edited.has(key));
});

/** Of all that no edit has touched once, however many keys are pressed elsewhere. */
const usesOf = onceFor((document: Document) => {
  const { definitions } = document.chunks;
  const edited = new Set(labelsInDescriptions(document));
  const resting: Said[] = [];
  for (const { said, isEdited } of keysIn(document, definitions)) {
    if (!isEdited) resting.push(said);
    else for (const key of distinct(said)) edited.add(key);
  }
  return { atRest: usesAtRest(resting, definitions), edited };
});

type Said = readonly Placed<readonly string[]>[];

const usesAtRest = onceForItems(
  (resting: readonly Said[], { first }: DefinitionIndex) => {
    const used = new Set(resting.flatMap(distinct));
    return { used, unused: [...first.keys()].filter((key) => !used.has(key)) };
  },
);

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

const distinct = onceFor((said: Said) => [
  ...new Set(said.flatMap(({ value }) => value)),
]);

const chunksWithUndefined = perChunk(
  ({ content: { references } }, { first }: DefinitionIndex) =>
    references.some(({ key }) => !first.has(key)) || undefined,
);
