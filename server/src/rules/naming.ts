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
import { plainlyAgree } from "./plainly-agree.js";

/** Words that name a target, and the target they lead to. */
export interface Naming {
  readonly text: string;
  readonly target: Target;
}

/** Some of what names targets in a post: the same object as long as the text it was read of stays as it is. */
export interface Namings<N extends Naming = Naming> {
  readonly all: readonly N[];
  /** Those that may say another thing than their target: all but some that `plainlyAgree`. */
  readonly suspects: readonly N[];
}

export interface LabelNaming extends Naming {
  readonly key: string;
}

/** The labels of the definitions that count, without remarks that show nowhere. */
export function labelNamings({
  document,
  settings,
}: Post): readonly Namings<LabelNaming>[] {
  const { definitions } = document.chunks;
  return namingsIn(definitions, settings.github.hosts);
}

const namingsIn = onceForBoth(
  (definitions: DefinitionIndex, hosts: readonly string[]) =>
    definitions.repeated > 0
      ? [namingsOf(definitionsIn(definitions), hosts)]
      : definitions.chunks.map(({ content }) =>
          namingsOf(content.definitions, hosts),
        ),
);

const namingsOf = onceForBoth(
  (definitions: readonly Definition[], hosts: readonly string[]) => {
    const all: LabelNaming[] = [];
    const suspects: LabelNaming[] = [];
    for (const definition of definitions) {
      if (isComment(definition)) continue;
      const { key, label: text, destination } = definition;
      const naming = { key, text, target: parseUrl(destination, hosts) };
      all.push(naming);
      if (!plainlyAgree(naming)) suspects.push(naming);
    }
    return { all, suspects };
  },
);
