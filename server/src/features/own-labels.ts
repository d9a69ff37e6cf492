import {
  type DefinitionIndex,
  definitionsIn,
} from "../markdown/definition-index.js";
import type { Definition } from "../markdown/document.js";
import { onceForBoth } from "../markdown/remember.js";
import type { Target } from "../targets/target.js";
import { parseUrl } from "../targets/url.js";

/** A label that the post defines, as one looks through them at each key. */
export interface OwnLabel {
  readonly key: string;
  /** In one line. */
  readonly label: string;
  /** The same in lower case. */
  readonly letters: string;
  readonly destination: string;
  /** Read when it is asked for: most labels are left out for their letters. */
  readonly target: Target;
  readonly isNew: false;
}

/** Of the definitions that count, in document order. */
export const ownLabels = onceForBoth(
  (definitions: DefinitionIndex, hosts: readonly string[]) =>
    definitionsIn(definitions).map((it) => ownLabel(it, hosts)),
);

const ownLabel = onceForBoth(
  (
    { key, label: written, destination }: Definition,
    hosts: readonly string[],
  ): OwnLabel => {
    const label = written.trim().replace(/\s+/g, " ");
    let target: Target | undefined;
    return {
      key,
      label,
      letters: label.toLowerCase(),
      destination,
      get target() {
        target ??= parseUrl(destination, hosts);
        return target;
      },
      isNew: false,
    };
  },
);
