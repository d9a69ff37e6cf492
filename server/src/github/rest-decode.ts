import type {
  BranchStatus,
  CommitStatus,
  CompareStatus,
  IssueStatus,
  ItemComment,
  PullStatus,
  ReleaseStatus,
  RepositoryStatus,
  Tag,
  UserStatus,
} from "../targets/status.js";
import {
  count,
  type Fields,
  fields,
  flag,
  hash,
  list,
  optionalFields,
  optionalText,
  repositoryName,
  text,
} from "./shape.js";
import { closedIssueState, releaseState, subIssues } from "./states.js";
import { cutBody, splitMessage } from "./texts.js";

/** GitHub's REST bodies as statuses. Every function throws a `ShapeError` for what is none. */
export function decodePull(pull: Fields): PullStatus {
  const base = fields(pull, "base");
  return {
    kind: "pull",
    repository: repositoryName(fields(base, "repo"), "full_name"),
    ...common(pull),
    state: pullState(pull, optionalText(pull, "merged_at")),
    mergedAt: optionalText(pull, "merged_at"),
    closedAt: optionalText(pull, "closed_at"),
    baseBranch: text(base, "ref"),
    headBranch: text(fields(pull, "head"), "ref"),
    checks: undefined,
    review: undefined,
    mergeable: mergeable(pull),
    autoMerge: optionalFields(pull, "auto_merge") !== undefined,
    ...people(pull),
    additions: count(pull, "additions"),
    deletions: count(pull, "deletions"),
  };
}

function mergeable(pull: Fields): boolean | undefined {
  return text(pull, "state") === "open" && typeof pull.mergeable === "boolean"
    ? pull.mergeable
    : undefined;
}

function people(item: Fields) {
  const milestone = optionalFields(item, "milestone");
  return {
    assignees: Array.isArray(item.assignees)
      ? list(item, "assignees").map((account) => text(account, "login"))
      : undefined,
    milestone: milestone && text(milestone, "title"),
  };
}

/** REST does not know the merge queue: what waits there is open. */
function pullState(
  pull: Fields,
  mergedAt: string | undefined,
): PullStatus["state"] {
  if (mergedAt !== undefined) return "merged";
  if (text(pull, "state") === "closed") return "closed";
  return pull.draft === true ? "draft" : "open";
}

export function decodeIssue(issue: Fields, repository: string): IssueStatus {
  return {
    kind: "issue",
    repository,
    ...common(issue),
    state: issueState(issue),
    closedAt: optionalText(issue, "closed_at"),
    subIssues: subIssues(optionalFields(issue, "sub_issues_summary")),
    ...people(issue),
  };
}

function issueState(issue: Fields): IssueStatus["state"] {
  return text(issue, "state") === "open"
    ? "open"
    : closedIssueState(optionalText(issue, "state_reason"));
}

/** Issues' resource answers for pull requests too. */
export function isPull(issue: Fields): boolean {
  return optionalFields(issue, "pull_request") !== undefined;
}

/** An element of a list of issues, where pull requests have neither branches nor line counts. */
export function decodeListed(
  item: Fields,
  repository: string,
): PullStatus | IssueStatus {
  const pull = optionalFields(item, "pull_request");
  if (pull === undefined) return decodeIssue(item, repository);
  const mergedAt = optionalText(pull, "merged_at");
  return {
    kind: "pull",
    repository,
    ...common(item),
    state: pullState(item, mergedAt),
    mergedAt,
    closedAt: optionalText(item, "closed_at"),
    baseBranch: "",
    headBranch: "",
    checks: undefined,
    review: undefined,
    additions: 0,
    deletions: 0,
  };
}

function common(item: Fields) {
  return {
    number: count(item, "number"),
    title: text(item, "title"),
    author: login(item, "user"),
    createdAt: text(item, "created_at"),
    labels: list(item, "labels").map(decodeLabel),
    comments: count(item, "comments"),
    body: cutBody(optionalText(item, "body")),
  };
}

function decodeLabel(label: Fields): Tag {
  return { name: text(label, "name"), color: text(label, "color") };
}

/** As GraphQL has it: no account where it is gone, and no mark on an app's. */
function login(item: Fields, name: string): string | undefined {
  const account = optionalFields(item, name);
  const given = account && text(account, "login");
  return given === "ghost" ? undefined : given?.replace(/\[bot\]$/, "");
}

export function decodeRepository(repository: Fields): RepositoryStatus {
  const parent = optionalFields(repository, "parent");
  return {
    kind: "repository",
    repository: repositoryName(repository, "full_name"),
    description: optionalText(repository, "description") ?? "",
    archived: flag(repository, "archived"),
    fork: flag(repository, "fork"),
    parent: parent && repositoryName(parent, "full_name"),
    private: flag(repository, "private"),
    defaultBranch: optionalText(repository, "default_branch"),
    pushedAt: optionalText(repository, "pushed_at"),
  };
}

export function decodeCommit(commit: Fields, repository: string): CommitStatus {
  const git = fields(commit, "commit");
  const stats = fields(commit, "stats");
  const author = optionalFields(git, "author");
  return {
    kind: "commit",
    repository,
    sha: hash(commit, "sha"),
    ...splitMessage(text(git, "message")),
    author: login(commit, "author") ?? (author && optionalText(author, "name")),
    committedAt: text(fields(git, "committer"), "date"),
    checks: undefined,
    verified: optionalFields(git, "verification")?.verified === true,
    additions: count(stats, "additions"),
    deletions: count(stats, "deletions"),
  };
}

/** Of an issue, of a line of a pull request, or a review. */
export function decodeComment(comment: Fields): ItemComment {
  return {
    author: login(comment, "user"),
    createdAt:
      optionalText(comment, "created_at") ?? text(comment, "submitted_at"),
    body: cutBody(optionalText(comment, "body")),
  };
}

export function decodeBranch(
  commit: Fields,
  repository: string,
  branch: string,
): BranchStatus {
  const git = fields(commit, "commit");
  return {
    kind: "branch",
    repository,
    branch,
    sha: hash(commit, "sha"),
    title: splitMessage(text(git, "message")).title,
    committedAt: text(fields(git, "committer"), "date"),
  };
}

export function decodeComparison(
  comparison: Fields,
  repository: string,
  base: string,
  head: string,
): CompareStatus {
  return {
    kind: "compare",
    repository,
    base,
    head,
    ahead: count(comparison, "ahead_by"),
    behind: count(comparison, "behind_by"),
  };
}

export function decodeRelease(
  release: Fields,
  repository: string,
): ReleaseStatus {
  const tag = text(release, "tag_name");
  return {
    kind: "release",
    repository,
    tag,
    title: optionalText(release, "name") || tag,
    state: releaseState(flag(release, "draft"), flag(release, "prerelease")),
    author: login(release, "author"),
    publishedAt: optionalText(release, "published_at"),
    body: cutBody(optionalText(release, "body")),
  };
}

export function decodeOwner(owner: Fields): UserStatus {
  return {
    kind: "user",
    login: text(owner, "login"),
    name: optionalText(owner, "name"),
    organization: text(owner, "type") === "Organization",
    bio: optionalText(owner, "bio") ?? "",
  };
}

/** `owner/repo` as GitHub spells it now, from the address of the thing's page or of its resource. */
export function repositoryOf(body: Fields): string | undefined {
  const page = optionalText(body, "html_url") ?? optionalText(body, "url");
  return /^https?:\/\/[^/]+(?:\/api\/v3)?(?:\/repos)?\/([\w.-]+\/[\w.-]+)\//.exec(
    page ?? "",
  )?.[1];
}
