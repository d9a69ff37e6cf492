import type { DefinitionIndex } from "../markdown/definition-index.js";
import { labelsInDescriptions } from "../markdown/description-labels.js";
import type { Document, Reference } from "../markdown/document.js";
import { inStretches, type Placed } from "../markdown/per-chunk.js";
import { onceFor, onceForBoth, onceForItems } from "../markdown/remember.js";

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
  for (const { said, isEdited } of keysIn(document)) {
    if (!isEdited) resting.push(said);
    else for (const key of usedIn(said, definitions)) edited.add(key);
  }
  return { atRest: usesAtRest(resting, definitions), edited };
});

const usesAtRest = onceForItems(
  (resting: readonly Said[], definitions: DefinitionIndex) => {
    const used = new Set<string>();
    for (const said of resting)
      for (const key of usedIn(said, definitions)) used.add(key);
    const all = [...definitions.first.keys()];
    return { used, unused: all.filter((key) => !used.has(key)) };
  },
);

/** The references without a definition, in document order. */
export const undefinedReferences = onceFor(
  (document: Document): readonly Reference[] => {
    const { definitions, at } = document.chunks;
    return keysIn(document).flatMap(({ said, chunk }) =>
      undefinedIn(said, definitions).flatMap((index) =>
        at(chunk + index).references.filter(({ definition }) => !definition),
      ),
    );
  },
);

/** The keys of a chunk's references. */
interface ReferenceKeys {
  readonly linked: readonly string[];
  /** What Markdown has not linked is no reference where its label is defined. */
  readonly open: readonly string[];
}

type Said = readonly Placed<ReferenceKeys>[];

const keysIn = inStretches(({ content }): ReferenceKeys | undefined => {
  const linked: string[] = [];
  const open: string[] = [];
  for (const { isLinked, key } of content.references)
    (isLinked ? linked : open).push(key);
  return linked.length + open.length > 0 ? { linked, open } : undefined;
});

const linkedIn = onceFor((said: Said): readonly string[] => [
  ...new Set(said.flatMap(({ value }) => value.linked)),
]);

function usedIn(said: Said, { first }: DefinitionIndex): readonly string[] {
  const open = said.flatMap(({ value }) => value.open);
  return [...linkedIn(said), ...open.filter((key) => !first.has(key))];
}

/** Indices of the chunks that use a label without a definition. */
const undefinedIn = onceForBoth((said: Said, { first }: DefinitionIndex) => {
  const isUndefined = (key: string) => !first.has(key);
  return said
    .filter(
      ({ value: { linked, open } }) =>
        open.some(isUndefined) || linked.some(isUndefined),
    )
    .map(({ chunk }) => chunk);
});
