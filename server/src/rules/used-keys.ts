import type { Document } from "../markdown/document.js";
import { onceFor } from "../markdown/remember.js";

/** The labels that some reference of the document uses, by `labelKey`. */
export const usedKeys = onceFor(
  ({ references }: Document): ReadonlySet<string> =>
    new Set(references.map(({ key }) => key)),
);
