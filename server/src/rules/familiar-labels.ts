import type { Document } from "../markdown/document.js";
import { labelKey } from "../markdown/label.js";
import { perChunk } from "../markdown/per-chunk.js";
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
function hasSome(document: Document, family: string): boolean {
  const keys = new Set<string>();
  for (const { value: members } of families(document))
    for (const key of members.get(family) ?? [])
      if (keys.add(key).size > 1) return true;
  return false;
}

/** The keys of the labels that are defined, by their families. */
const families = perChunk(({ content: { definitions } }) => {
  const members = new Map<string, string[]>();
  for (const { label, key } of definitions) {
    const family = familyOf(label);
    if (family !== undefined)
      members.set(family, [...(members.get(family) ?? []), key]);
  }
  return members.size > 0 ? members : undefined;
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
