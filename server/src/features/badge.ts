import { type Answer, isFailure } from "../targets/github-port.js";
import type { ChecksState, IssueStatus, Status } from "../targets/status.js";
import { stateName } from "./state-name.js";

/** What a theme can tell apart. */
export const badgeStates = [
  "open",
  "draft",
  "queued",
  "merged",
  "closed",
  "missing",
] as const;
export type BadgeState = (typeof badgeStates)[number];

/** The state of something in a sign and a word or two. No two states share a sign and a word. */
export interface Badge {
  readonly text: string;
  /** Undefined for what is neither open nor done, such as a commit. */
  readonly state: BadgeState | undefined;
}

/** Undefined where nothing is known, or nothing is worth a word: a repository that is just there. */
export function badgeOf(answer: Answer | undefined): Badge | undefined {
  if (!answer) return undefined;
  const { result } = answer;
  if (!isFailure(result)) return statusBadge(result);
  return result.reason === "not-found"
    ? { text: "? not found", state: "missing" }
    : undefined;
}

function statusBadge(status: Status): Badge | undefined {
  const { character } = stateName(status);
  switch (status.kind) {
    case "pull":
      return { text: `${character} ${status.state}`, state: status.state };
    case "issue":
      return {
        text: `${character} ${issueWords[status.state]}`,
        state: status.state === "open" ? "open" : "closed",
      };
    case "discussion":
      if (status.answered)
        return { text: `${character} answered`, state: "closed" };
      return status.closed
        ? { text: `${character} closed`, state: "closed" }
        : { text: `${character} open`, state: "open" };
    case "repository":
      return status.archived
        ? { text: `${character} archived`, state: "closed" }
        : undefined;
    case "commit":
      return checksBadge(status.checks);
    case "compare":
      return {
        text: `↑${status.ahead} ↓${status.behind}`,
        state: undefined,
      };
    case "release":
      return status.state === "draft" || status.state === "prerelease"
        ? {
            text: `${character} ${status.state === "draft" ? "draft" : "pre-release"}`,
            state: status.state === "draft" ? "draft" : "open",
          }
        : undefined;
    case "branch":
    case "user":
      return undefined;
  }
}

const issueWords: Readonly<Record<IssueStatus["state"], string>> = {
  open: "open",
  completed: "done",
  "not-planned": "not planned",
  duplicate: "duplicate",
};

/** A commit is what it is; only trouble with it is worth a word. */
function checksBadge(checks: ChecksState | undefined): Badge | undefined {
  switch (checks) {
    case "failure":
      return { text: "✗ checks failed", state: undefined };
    case "pending":
      return { text: "… checks running", state: undefined };
    default:
      return undefined;
  }
}
