import {
  type Answer,
  type Failure,
  isFailure,
} from "../targets/github-port.js";
import type { ItemComment, Status } from "../targets/status.js";
import type { Target } from "../targets/target.js";
import { formatUrl } from "../targets/url.js";
import { escapeLine, link, plainLine } from "./escape.js";
import type { CardView } from "./markup.js";
import { commentLines, statusLines } from "./status-lines.js";
import { kindNames, targetName } from "./target-name.js";
import { ago, untilTime } from "./time.js";

/** What is known of a target, as Markdown; without an answer, the target itself and that GitHub has not answered yet. */
export function card(
  target: Target,
  answer: Answer | undefined,
  view: CardView,
  comment?: ItemComment,
): string {
  const name = link(plainLine(targetName(target), 200), formatUrl(target));
  if (!hasStatus(target)) return name;
  if (!answer) return paragraphs([name, whyUnknown(target, undefined, view)]);
  const { result, at } = answer;
  if (isFailure(result))
    return paragraphs([name, whyUnknown(target, result, view)]);
  const [heading, ...details] = statusLines(result, name, view);
  return paragraphs([
    heading,
    difference(target, result),
    ...(comment ? withComment(details, comment, view) : details),
    `*Checked ${ago(at, view.now)}*`,
  ]);
}

/** The comment goes behind the title and takes the place of the description, which is the last of the details. */
function withComment(
  [title = "", ...details]: readonly string[],
  comment: ItemComment,
  view: CardView,
): string[] {
  return [title, ...commentLines(comment, view), ...details.slice(0, -1)];
}

/** Whether GitHub can be asked for this kind of target. */
export function hasStatus(target: Target): boolean {
  return !["file", "project", "url"].includes(target.kind);
}

function whyUnknown(
  target: Target,
  failure: Failure | undefined,
  { now, account }: CardView,
): string | undefined {
  const signIn = "“Weeknotes: Sign in to GitHub”";
  const kind = kindNames[target.kind];
  if (account.state === "disabled")
    return "GitHub is not asked: look-ups are switched off here, or this workspace is not trusted.";
  switch (failure?.reason) {
    case undefined:
      return "GitHub has not answered yet. Hover again in a moment.";
    case "not-found":
      return account.state === "signed-in"
        ? `GitHub has no such ${kind}, or your account may not see it. ${isOfBranch(target) ? "The branch may be gone." : "Check the URL."}`
        : `GitHub has no such ${kind}, or it is private. Check the URL, or sign in with ${signIn}.`;
    case "unauthorized":
      return account.state === "anonymous"
        ? `GitHub shows this ${kind} to those who are signed in. Sign in with ${signIn}.`
        : `GitHub refused the sign-in. Sign in anew with ${signIn}.`;
    case "rate-limited": {
      const until = `GitHub's rate limit is reached: it answers again at ${untilTime(failure.until, now)}.`;
      return account.state === "rate-limited" && !account.signedIn
        ? `${until} Who signs in with ${signIn} may ask far more.`
        : until;
    }
    case "offline": {
      const detail = escapeLine(failure.detail, 120);
      const what = detail.startsWith("GitHub")
        ? detail
        : `GitHub could not be reached (${detail})`;
      return `${what}. Hover again to try once more.`;
    }
    case "unsupported":
      return undefined;
  }
}

/** Branches go when their pull request is merged. */
function isOfBranch({ kind }: Target): boolean {
  return kind === "branch" || kind === "compare";
}

/** Where the URL and what it leads to are not of one name. */
function difference(target: Target, status: Status): string | undefined {
  if (target.kind !== status.kind && status.kind !== "user") {
    return `The URL says ${kindNames[target.kind]}; this is ${withArticle(kindNames[status.kind])}.`;
  }
  if (!("owner" in target) || status.kind === "user") return undefined;
  const asked = `${target.owner}/${target.repo}`;
  if (
    target.kind === "issue" &&
    status.kind === "issue" &&
    target.number !== status.number
  )
    return `The URL says ${escapeLine(`${asked}#${target.number}`, 140)}; the issue was moved to ${escapeLine(`${status.repository}#${status.number}`, 140)}.`;
  return asked.toLowerCase() === status.repository.toLowerCase()
    ? undefined
    : `The URL says ${escapeLine(asked, 140)}; the repository is now ${escapeLine(status.repository, 140)}.`;
}

function withArticle(noun: string): string {
  return /^[aeiou]/.test(noun) ? `an ${noun}` : `a ${noun}`;
}

function paragraphs(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== "").join("\n\n");
}
