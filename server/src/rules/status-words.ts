import { type Failure, isFailure } from "../targets/github-port.js";
import { calendarDate } from "../targets/iso-date.js";
import type { PullStatus, Status } from "../targets/status.js";

/** What GitHub says, in a few words for a documentation page. */
export function statusWords(result: Status | Failure): string {
  if (isFailure(result)) return failureWords[result.reason];
  switch (result.kind) {
    case "pull":
      return `pull request ${result.number} of ${result.repository}, opened on ${date(result.createdAt)}, ${pullWords(result)}`;
    case "issue":
      return `issue ${result.number} of ${result.repository}, opened on ${date(result.createdAt)}, ${result.closedAt ? `closed on ${date(result.closedAt)}` : "open"}`;
    case "discussion":
      return `discussion ${result.number} of ${result.repository}, opened on ${date(result.createdAt)}`;
    case "repository":
      return `${result.private ? "private " : ""}repository ${result.repository}`;
    case "commit":
      return `commit ${result.sha} of ${result.repository}`;
    case "release":
      return `release ${result.tag} of ${result.repository}, ${result.publishedAt ? `published on ${date(result.publishedAt)}` : "not published"}`;
    case "compare":
      return `comparison of ${result.base} and ${result.head} in ${result.repository}`;
    case "branch":
      return `branch ${result.branch} of ${result.repository}`;
    case "user":
      return result.login;
  }
}

function pullWords({ state, mergedAt, closedAt }: PullStatus): string {
  if (mergedAt) return `merged on ${date(mergedAt)}`;
  return closedAt ? `closed on ${date(closedAt)}` : state;
}

/** A date of GitHub's as a message writes it. */
export function date(iso: string): string {
  return calendarDate(iso) ?? iso;
}

const failureWords: Readonly<Record<Failure["reason"], string>> = {
  "not-found": "not found",
  unauthorized: "the token is refused",
  "rate-limited": "the limit of requests is reached",
  offline: "no answer",
  unsupported: "nothing",
};
