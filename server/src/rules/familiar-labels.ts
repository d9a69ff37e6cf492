import {
  type DefinitionIndex,
  definitionsIn,
} from "../markdown/definition-index.js";
import type { Document } from "../markdown/document.js";
import { labelKey } from "../markdown/label.js";
import { onceFor } from "../markdown/remember.js";
import type { Post } from "../workspace/post.js";

/**
 * Whether a label, though it looks like no reference to GitHub, is one of a kind that this post defines others of
 * (`[@ada]`, `[e1]`, `[roadmap-3887]`), or one that another post defines. Words that may be a remark (`[video]`) are not.
 */
export function familiarLabels({
  document,
  knowledge,
}: Post): (label: string) => boolean {
  return (label) => {
    const family = familyOf(label);
    if (family !== undefined && hasSome(document, family)) return true;
    return (
      isNoRemark(label) &&
      knowledge.targetsElsewhere(labelKey(label)).length > 0
    );
  };
}

/** Whether a document defines more than one label of a family. */
function hasSome({ chunks }: Document, family: string): boolean {
  return (families(chunks.definitions).get(family) ?? 0) > 1;
}

/** How many labels of each family are defined. */
const families = onceFor((definitions: DefinitionIndex) => {
  const counts = new Map<string, number>();
  for (const { label } of definitionsIn(definitions)) {
    const family = familyOf(label);
    if (family !== undefined) counts.set(family, (counts.get(family) ?? 0) + 1);
  }
  return counts;
});

const handle = /^@[a-z\d](?:-?[a-z\d]){0,38}$/i;

/** What labels of a kind have in common: all but their numbers, or that they are names of accounts. */
function familyOf(label: string): string | undefined {
  if (handle.test(label)) return "@";
  return /^(?=.*\p{L})(?=.*\d)[^,;:]+$/u.test(label)
    ? label.trim().toLowerCase().replace(/\d+/g, "0")
    : undefined;
}

/** `peer-sharing-pr`, `crates.io`, `RFC 1492`: a name that somebody made up, and no word. */
function isNoRemark(label: string): boolean {
  return (
    label.length > 3 &&
    /\p{L}/u.test(label) &&
    /[\p{L}\d][-_./#][\p{L}\d]|\d/u.test(label)
  );
}
