import type { Document, Link, Reference } from "./document.js";

/**
 * The link or reference that would break if this label were defined, if there is one; see `Link.latentLabels`. Such a
 * label must not be defined.
 */
export function latentIn(
  document: Document,
  key: string,
): Link | Reference | undefined {
  return [...document.links, ...document.references].find(({ latentLabels }) =>
    latentLabels.includes(key),
  );
}
