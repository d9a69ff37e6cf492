import type { Document, Link, Reference } from "./document.js";

/**
 * The link or reference whose text holds this label between brackets, if there is one. It would end at those brackets
 * if the label were defined (CommonMark §6.3: links do not nest), so such a label must not be.
 */
export function latentIn(
  document: Document,
  key: string,
): Link | Reference | undefined {
  return [...document.links, ...document.references].find(({ latentLabels }) =>
    latentLabels.includes(key),
  );
}
