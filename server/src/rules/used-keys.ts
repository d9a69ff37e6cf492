import type { Document, Reference } from "../markdown/document.js";
import { onceFor } from "../markdown/remember.js";

/** The labels that some reference of the document uses, by `labelKey`. */
export const usedKeys = onceFor(
  ({ chunks, defined }: Document): ReadonlySet<string> => {
    const used = new Set<string>();
    for (const { content } of chunks.all)
      for (const { key, isLinked } of content.references)
        if (isLinked || !defined.has(key)) used.add(key);
    return used;
  },
);

/** The references without a definition, in document order. */
export const undefinedReferences = onceFor(
  ({ chunks, defined }: Document): readonly Reference[] =>
    chunks.all.flatMap(({ content }, index) =>
      content.references.some(({ key }) => !defined.has(key))
        ? chunks.at(index).references.filter(({ definition }) => !definition)
        : [],
    ),
);
