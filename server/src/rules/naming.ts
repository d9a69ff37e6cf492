import type { Definition } from "../markdown/document.js";
import { onceFor } from "../markdown/remember.js";
import type { Target } from "../targets/target.js";
import { parseUrl } from "../targets/url.js";
import type { Post } from "../workspace/post.js";

/** Words that name a target, and the target they lead to. */
export interface Naming {
  readonly text: string;
  readonly target: Target;
}

export interface LabelNaming extends Naming {
  readonly definition: Definition;
}

/** The labels of the definitions that count. */
export const labelNamings = onceFor(
  ({ document, settings }: Post): readonly LabelNaming[] =>
    [...document.defined.values()].map((definition) => ({
      definition,
      text: definition.label,
      target: parseUrl(definition.destination, settings.github.hosts),
    })),
);
