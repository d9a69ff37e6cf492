import type { Definition } from "../markdown/document.js";
import { writeLabel } from "../markdown/edits/write-definition.js";
import { onceFor } from "../markdown/remember.js";
import type { Post } from "../workspace/post.js";
import { correctedText } from "./correction.js";
import { disagreements } from "./disagreement.js";
import type { Disagreement } from "./judge.js";
import { labelNamings } from "./naming.js";

/** A definition whose label says another thing than its URL. */
export interface LabelMismatch {
  readonly definition: Definition;
  readonly disagreement: Disagreement;
  /** The label that says what the URL does. */
  readonly corrected: string | undefined;
}

/** In document order. A definition that has no effect is not looked at. */
export const labelMismatches = onceFor(findMismatches);

function findMismatches(post: Post): readonly LabelMismatch[] {
  return disagreements(labelNamings(post), post)
    .flatMap(({ naming: { key, text }, disagreement }) => {
      const definition = post.document.defined.get(key);
      if (!definition) return [];
      const label = correctedText(text, disagreement);
      const corrected = label === undefined ? undefined : writeLabel(label);
      return { definition, disagreement, corrected };
    })
    .sort((a, b) => a.definition.span.start - b.definition.span.start);
}
