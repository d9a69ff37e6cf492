import type {
  ChecksState,
  DiscussionStatus,
  IssueStatus,
  ItemComment,
  PullState,
  PullStatus,
  ReviewState,
  Tag,
} from "../targets/status.js";
import { checks, linked, login } from "./graphql-fields.js";
import {
  count,
  type Fields,
  fields,
  flag,
  list,
  optionalFields,
  optionalText,
  repositoryName,
  ShapeError,
  text,
} from "./shape.js";
import { closedIssueState, subIssues } from "./states.js";
import { cutBody } from "./texts.js";

/** GraphQL's answers about what has a number, as statuses. Every function throws a `ShapeError` for what is none. */
export function decodeItem(item: Fields): PullStatus | IssueStatus {
  const type = text(item, "__typename");
  if (type === "PullRequest") return decodePull(item);
  if (type === "Issue") return decodeIssue(item);
  throw new ShapeError("neither a pull request nor an issue");
}

function decodePull(pull: Fields): PullStatus {
  return {
    kind: "pull",
    ...common(pull),
    state: pullState(pull),
    mergedAt: optionalText(pull, "mergedAt"),
    closedAt: optionalText(pull, "closedAt"),
    baseBranch: text(pull, "baseRefName"),
    headBranch: text(pull, "headRefName"),
    labels: labels(pull),
    checks: pullChecks(pull),
    review: review(optionalText(pull, "reviewDecision")),
    mergeable: mergeable(pull),
    autoMerge:
      "autoMergeRequest" in pull ? pull.autoMergeRequest !== null : undefined,
    closes: linked(pull, "closingIssuesReferences"),
    ...people(pull),
    additions: count(pull, "additions"),
    deletions: count(pull, "deletions"),
  };
}

function pullState(pull: Fields): PullState {
  const state = text(pull, "pullState");
  if (state === "MERGED") return "merged";
  if (state === "CLOSED") return "closed";
  if (flag(pull, "isInMergeQueue")) return "queued";
  return flag(pull, "isDraft") ? "draft" : "open";
}

/** GitHub finds out in the background. */
function mergeable(pull: Fields): boolean | undefined {
  if (text(pull, "pullState") !== "OPEN") return undefined;
  switch (optionalText(pull, "mergeable")) {
    case "MERGEABLE":
      return true;
    case "CONFLICTING":
      return false;
    default:
      return undefined;
  }
}

function people(item: Fields) {
  const assignees = optionalFields(item, "assignees");
  const milestone = optionalFields(item, "milestone");
  return {
    assignees:
      assignees &&
      list(assignees, "nodes").map((account) => text(account, "login")),
    milestone: milestone && text(milestone, "title"),
  };
}

/** Of the last commit; undefined where the query did not ask for it. */
function pullChecks(pull: Fields): ChecksState | undefined {
  const commits = optionalFields(pull, "commits");
  const last = commits && list(commits, "nodes").at(-1);
  return last && checks(fields(last, "commit"));
}

function review(decision: string | undefined): ReviewState | undefined {
  switch (decision) {
    case "APPROVED":
      return "approved";
    case "CHANGES_REQUESTED":
      return "changes-requested";
    case "REVIEW_REQUIRED":
      return "review-required";
    default:
      return undefined;
  }
}

function decodeIssue(issue: Fields): IssueStatus {
  return {
    kind: "issue",
    ...common(issue),
    state: issueState(issue),
    closedAt: optionalText(issue, "closedAt"),
    labels: labels(issue),
    subIssues: subIssues(optionalFields(issue, "subIssuesSummary")),
    closedBy: linked(issue, "closedByPullRequestsReferences"),
    ...people(issue),
  };
}

function issueState(issue: Fields): IssueStatus["state"] {
  return text(issue, "issueState") === "OPEN"
    ? "open"
    : closedIssueState(optionalText(issue, "stateReason"));
}

export function decodeDiscussion(discussion: Fields): DiscussionStatus {
  return {
    kind: "discussion",
    ...common(discussion),
    answered: discussion.isAnswered === true,
    closed: flag(discussion, "closed"),
    answeredBy: login(discussion, "answerChosenBy"),
    category: text(fields(discussion, "category"), "name"),
  };
}

function common(item: Fields) {
  return {
    repository: repositoryName(fields(item, "repository"), "nameWithOwner"),
    number: count(item, "number"),
    title: text(item, "title"),
    author: login(item),
    createdAt: text(item, "createdAt"),
    comments: count(fields(item, "comments"), "totalCount"),
    body: cutBody(optionalText(item, "body")),
  };
}

function labels(item: Fields): readonly Tag[] {
  const found = optionalFields(item, "labels");
  if (found === undefined) return [];
  return list(found, "nodes").map((label) => ({
    name: text(label, "name"),
    color: text(label, "color"),
  }));
}

/** Of a discussion; the others are REST's. */
export function decodeComment(comment: Fields): ItemComment {
  return {
    author: login(comment),
    createdAt: text(comment, "createdAt"),
    body: cutBody(optionalText(comment, "body")),
  };
}
