import type { Definition } from "../markdown/document.js";
import { writeLabel } from "../markdown/edits/write-definition.js";
import { parseUrl } from "../targets/url.js";
import type { Post } from "../workspace/post.js";
import { isComment } from "./comment-definition.js";
import { correctedText } from "./correction.js";
import { type Disagreement, disagreements } from "./disagreement.js";
import type { Naming } from "./naming.js";

/** A definition whose label says another thing than its URL. */
export interface LabelMismatch {
  readonly definition: Definition;
  readonly disagreement: Disagreement;
  /** The label that says what the URL does. */
  readonly corrected: string | undefined;
}

/** In document order. A definition that has no effect is not looked at. */
export function labelMismatches(post: Post): LabelMismatch[] {
  const { document, settings } = post;
  const namings = [...document.defined.values()]
    .filter((definition) => !isComment(definition))
    .map((definition): Naming & { readonly definition: Definition } => ({
      definition,
      text: definition.label,
      target: parseUrl(definition.destination, settings.github.hosts),
    }));
  return [...disagreements(namings, post)].map(
    ([{ definition, text }, disagreement]) => {
      const corrected = correctedText(text, disagreement);
      return {
        definition,
        disagreement,
        corrected: corrected === undefined ? undefined : writeLabel(corrected),
      };
    },
  );
}
