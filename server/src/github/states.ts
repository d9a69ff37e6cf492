import type { IssueStatus, ReleaseStatus } from "../targets/status.js";
import { count, type Fields } from "./shape.js";

/** The state of an issue that is closed, by its reason in REST's spelling or GraphQL's; GitHub gave none before 2022. */
export function closedIssueState(
  reason: string | undefined,
): IssueStatus["state"] {
  switch (reason?.toLowerCase()) {
    case "not_planned":
      return "not-planned";
    case "duplicate":
      return "duplicate";
    default:
      return "completed";
  }
}

/** Undefined for an issue without any, and where the server does not know of them. */
export function subIssues(
  summary: Fields | undefined,
): IssueStatus["subIssues"] {
  if (summary === undefined || summary.total === 0) return undefined;
  return { done: count(summary, "completed"), total: count(summary, "total") };
}

export function releaseState(
  draft: boolean,
  prerelease: boolean,
): ReleaseStatus["state"] {
  if (draft) return "draft";
  return prerelease ? "prerelease" : "published";
}

/** A tag that no release was made of. */
export function bareTag(repository: string, tag: string): ReleaseStatus {
  return {
    kind: "release",
    repository,
    tag,
    title: tag,
    state: "tag-only",
    author: undefined,
    publishedAt: undefined,
    body: "",
  };
}
