import {
  type DefinitionIndex,
  definitionsIn,
} from "../markdown/definition-index.js";
import type { Definition } from "../markdown/document.js";
import { onceForBoth } from "../markdown/remember.js";
import type { Target } from "../targets/target.js";
import { parseUrl } from "../targets/url.js";
import type { Post } from "../workspace/post.js";
import { isComment } from "./comment-definition.js";

/** Words that name a target, and the target they lead to. */
export interface Naming {
  readonly text: string;
  readonly target: Target;
}

export interface LabelNaming extends Naming {
  /** The definition is a remark that shows nowhere. */
  readonly isComment: boolean;
}

/** The labels of the definitions that count. */
export function labelNamings({
  document,
  settings,
}: Post): readonly LabelNaming[] {
  const { definitions } = document.chunks;
  return namingsIn(definitions, settings.github.hosts);
}

const namingsIn = onceForBoth(
  (definitions: DefinitionIndex, hosts: readonly string[]) =>
    definitionsIn(definitions).map((it) => labelNaming(it, hosts)),
);

function labelNaming(
  definition: Definition,
  hosts: readonly string[],
): LabelNaming {
  return {
    text: definition.label,
    target: parseUrl(definition.destination, hosts),
    isComment: isComment(definition),
  };
}
