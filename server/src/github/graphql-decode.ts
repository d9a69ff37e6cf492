import type {
  BranchStatus,
  ChecksState,
  CommitLine,
  CommitStatus,
  CompareStatus,
  DiscussionStatus,
  IssueStatus,
  LinkedItem,
  PullState,
  PullStatus,
  ReleaseStatus,
  RepositoryStatus,
  ReviewState,
  Tag,
  UserStatus,
} from "../targets/status.js";
import {
  count,
  type Fields,
  fields,
  flag,
  list,
  optionalFields,
  optionalText,
  ShapeError,
  text,
} from "./shape.js";
import { closedIssueState, releaseState, subIssues } from "./states.js";
import { cutBody, splitMessage } from "./texts.js";

/** GitHub's GraphQL answers as statuses. Every function throws a `ShapeError` for what is none. */
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

/** Undefined where the query did not ask for them. */
function linked(item: Fields, name: string): readonly LinkedItem[] | undefined {
  const found = optionalFields(item, name);
  return (
    found &&
    list(found, "nodes").map((other) => ({
      repository: text(fields(other, "repository"), "nameWithOwner"),
      number: count(other, "number"),
      title: text(other, "title"),
    }))
  );
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

function checks(commit: Fields): ChecksState | undefined {
  const rollup = optionalFields(commit, "statusCheckRollup");
  switch (rollup && text(rollup, "state")) {
    case "SUCCESS":
      return "success";
    case "FAILURE":
    case "ERROR":
      return "failure";
    case "PENDING":
    case "EXPECTED":
      return "pending";
    default:
      return undefined;
  }
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
    repository: text(fields(item, "repository"), "nameWithOwner"),
    number: count(item, "number"),
    title: text(item, "title"),
    author: login(item),
    createdAt: text(item, "createdAt"),
    comments: count(fields(item, "comments"), "totalCount"),
    body: cutBody(optionalText(item, "body")),
  };
}

function login(item: Fields, name = "author"): string | undefined {
  const account = optionalFields(item, name);
  return account && text(account, "login");
}

function labels(item: Fields): readonly Tag[] {
  const found = optionalFields(item, "labels");
  if (found === undefined) return [];
  return list(found, "nodes").map((label) => ({
    name: text(label, "name"),
    color: text(label, "color"),
  }));
}

export function decodeRepository(repository: Fields): RepositoryStatus {
  const branch = optionalFields(repository, "defaultBranchRef");
  const parent = optionalFields(repository, "parent");
  return {
    kind: "repository",
    repository: text(repository, "nameWithOwner"),
    description: optionalText(repository, "description") ?? "",
    archived: flag(repository, "isArchived"),
    fork: flag(repository, "isFork"),
    parent: parent && text(parent, "nameWithOwner"),
    private: flag(repository, "isPrivate"),
    defaultBranch: branch && text(branch, "name"),
    pushedAt: optionalText(repository, "pushedAt"),
  };
}

export function decodeCommit(repository: string, commit: Fields): CommitStatus {
  const author = optionalFields(commit, "author");
  const account = author && optionalFields(author, "user");
  return {
    kind: "commit",
    repository,
    sha: text(commit, "oid"),
    ...splitMessage(text(commit, "message")),
    author: account
      ? text(account, "login")
      : author && optionalText(author, "name"),
    committedAt: text(commit, "committedDate"),
    checks: checks(commit),
    verified: optionalFields(commit, "signature")?.isValid === true,
    pull: linked(commit, "associatedPullRequests")?.[0],
    additions: count(commit, "additions"),
    deletions: count(commit, "deletions"),
  };
}

export function decodeBranch(
  repository: string,
  branch: string,
  tip: Fields,
): BranchStatus {
  return {
    kind: "branch",
    repository,
    branch,
    ...commitLine(tip),
  };
}

function commitLine(commit: Fields): CommitLine {
  return {
    sha: text(commit, "oid"),
    title: splitMessage(text(commit, "message")).title,
    committedAt: text(commit, "committedDate"),
  };
}

export function decodeComparison(
  repository: string,
  base: string,
  head: string,
  comparison: Fields,
): CompareStatus {
  const last = optionalFields(comparison, "headTarget");
  return {
    kind: "compare",
    repository,
    base,
    head,
    ahead: count(comparison, "aheadBy"),
    behind: count(comparison, "behindBy"),
    lastCommit: last && "oid" in last ? commitLine(last) : undefined,
  };
}

export function decodeRelease(
  repository: string,
  release: Fields,
): ReleaseStatus {
  const tag = text(release, "tagName");
  return {
    kind: "release",
    repository,
    tag,
    title: optionalText(release, "name") || tag,
    latest: flag(release, "isLatest"),
    state: releaseState(
      flag(release, "isDraft"),
      flag(release, "isPrerelease"),
    ),
    author: login(release),
    publishedAt: optionalText(release, "publishedAt"),
    body: cutBody(optionalText(release, "description")),
  };
}

export function decodeOwner(owner: Fields): UserStatus {
  const organization = text(owner, "__typename") === "Organization";
  return {
    kind: "user",
    login: text(owner, "login"),
    name: optionalText(owner, "name"),
    organization,
    bio: optionalText(owner, organization ? "description" : "bio") ?? "",
  };
}
