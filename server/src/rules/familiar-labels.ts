import { labelKey } from "../markdown/label.js";
import { perDefinition } from "../markdown/per-chunk.js";
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
    const isOfFamily =
      family !== undefined &&
      families(document).filter(
        ({ item, value }) =>
          value === family && document.defined.get(item.key) === item,
      ).length > 1;
    if (isOfFamily) return true;
    return (
      isNoRemark(label) &&
      knowledge.targetsElsewhere(labelKey(label)).length > 0
    );
  };
}

const families = perDefinition(({ label }) => familyOf(label));

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
