import type { Target } from "../targets/target.js";
import type { Citation } from "../workspace/knowledge.js";
import type { Post } from "../workspace/post.js";
import { fileLink, plainLine } from "./escape.js";
import { postName } from "./post-name.js";

/** More than these are counted, not named. */
const mostNamed = 3;

/**
 * Where the other posts wrote of a target, as a line of Markdown: the reports before this one, the latest first, and those
 * that are not before it. Undefined where none does.
 */
export function alsoIn(
  target: Target,
  { knowledge: { citationsOf, day } }: Post,
): string | undefined {
  // `../a.md` names another file in every folder.
  if (target.kind === "url" && !/^https?:/i.test(target.url)) return undefined;
  const citations = citationsOf(target);
  const isEarlier = (one: Citation) =>
    day !== undefined && one.day !== undefined && one.day < day;
  const parts = [
    listed(citations.filter(isEarlier), "earlier"),
    listed(
      citations.filter((one) => !isEarlier(one)),
      "other",
    ),
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : `Also in ${parts.join("; in ")}`;
}

function listed(
  citations: readonly Citation[],
  which: string,
): string | undefined {
  const count = citations.length;
  if (count === 0) return undefined;
  const names = citations
    .slice(0, mostNamed)
    .map(({ uri }) => fileLink(plainLine(postName(uri), 80), uri));
  const more = count > mostNamed ? ` and ${count - mostNamed} more` : "";
  return `${count} ${which} ${count === 1 ? "report" : "reports"}: ${names.join(", ")}${more}`;
}
