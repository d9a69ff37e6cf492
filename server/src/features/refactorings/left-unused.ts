import type { Change } from "../../markdown/change.js";
import { labelsInDescriptions } from "../../markdown/description-labels.js";
import type { Document, Reference } from "../../markdown/document.js";
import { removedSpans } from "../../markdown/edits/removed-spans.js";

/**
 * Takes out the definitions that nothing but these references uses, which are about to go. Definitions inside a list or
 * quote stay: without them its items might stand closer together on the page.
 */
export function removeUnusedWithout(
  document: Document,
  going: readonly Reference[],
): Change[] {
  const left = new Set(labelsInDescriptions(document));
  const goes = new Set(going);
  for (const reference of document.references)
    if (!goes.has(reference)) left.add(reference.key);
  const unused = new Set(
    going.map(({ key }) => key).filter((key) => !left.has(key)),
  );
  // Whether they may go is seen when the references have gone, too.
  return removedSpans(
    document,
    document.definitions.filter(
      ({ key, block }) =>
        unused.has(key) && document.blocks[block]?.type === "definition",
    ),
  ).map((span) => ({ span, text: "" }));
}
