import type { Definition } from "../markdown/document.js";
import { writeLabel } from "../markdown/edits/write-definition.js";
import { perDefinition } from "../markdown/per-chunk.js";
import { onceFor } from "../markdown/remember.js";
import { parseUrl } from "../targets/url.js";
import type { Post } from "../workspace/post.js";
import { isComment } from "./comment-definition.js";
import { correctedText } from "./correction.js";
import {
  type Disagreement,
  disagreements,
  plainlyAgree,
} from "./disagreement.js";
import { labelNamings, type Naming } from "./naming.js";

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
  const { document, settings } = post;
  const suspected = suspects(document, settings.github.hosts).flatMap(
    ({ item: definition, value: naming }): SuspectLabel[] =>
      document.defined.get(definition.key) === definition
        ? [{ definition, ...naming }]
        : [],
  );
  const namings = () =>
    labelNamings(post).filter(({ isComment }) => !isComment);
  return [...disagreements(suspected, namings, post)].map(
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

interface SuspectLabel extends Naming {
  readonly definition: Definition;
}

const suspects = perDefinition(
  (definition, hosts: readonly string[]): Naming | undefined => {
    const { label: text, destination } = definition;
    const naming = { text, target: parseUrl(destination, hosts) };
    return isComment(definition) || plainlyAgree(naming) ? undefined : naming;
  },
);
