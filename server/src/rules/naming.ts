import { definitionsThatCount } from "../markdown/definition-index.js";
import type { Document } from "../markdown/document.js";
import { perChunk } from "../markdown/per-chunk.js";
import { onceFor } from "../markdown/remember.js";
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
export const labelNamings = onceFor(
  ({ document, settings }: Post): readonly LabelNaming[] => {
    const { hosts } = settings.github;
    return document.chunks.definitions.repeated === 0
      ? labelsOfChunks(document, hosts).flatMap(({ value }) => value)
      : [...definitionsThatCount(document)].map((it) => labelNaming(it, hosts));
  },
);

const labelsOfChunks = perChunk(({ content }, hosts: readonly string[]) =>
  content.definitions.length > 0
    ? content.definitions.map((definition) => labelNaming(definition, hosts))
    : undefined,
);

function labelNaming(
  definition: Document["definitions"][number],
  hosts: readonly string[],
): LabelNaming {
  return {
    text: definition.label,
    target: parseUrl(definition.destination, hosts),
    isComment: isComment(definition),
  };
}
