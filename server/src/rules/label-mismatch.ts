import type { Definition } from "../markdown/document.js";
import { writeLabel } from "../markdown/edits/write-definition.js";
import { labelKey } from "../markdown/label.js";
import { parseUrl } from "../targets/url.js";
import type { Post } from "../workspace/post.js";
import { isComment } from "./comment-definition.js";
import { correctedText } from "./correction.js";
import {
  type Disagreement,
  disagreements,
  type Naming,
} from "./disagreement.js";

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

/**
 * The definitions that nothing uses because their uses say what their URL does: `[repo-12]` is used, and the definition
 * that leads there is called `[repo-21]`. By the key of the label that is used.
 */
export function misnamedDefinitions(
  post: Post,
): ReadonlyMap<string, Definition> {
  const { document } = post;
  const open = new Set(
    document.references.flatMap(({ key, definition }) =>
      definition ? [] : key,
    ),
  );
  if (open.size === 0) return new Map();
  const used = new Set(document.references.map(({ key }) => key));
  const misnamed = new Map<string, Definition>();
  for (const { definition, corrected } of labelMismatches(post)) {
    if (corrected === undefined || used.has(definition.key)) continue;
    const key = labelKey(corrected);
    if (open.has(key) && !misnamed.has(key)) misnamed.set(key, definition);
  }
  return misnamed;
}
