import type {
  BranchStatus,
  CommitLine,
  CommitStatus,
  CompareStatus,
  ReleaseStatus,
  RepositoryStatus,
  UserStatus,
} from "../targets/status.js";
import { checks, linked, login } from "./graphql-fields.js";
import {
  count,
  type Fields,
  flag,
  hash,
  optionalFields,
  optionalText,
  repositoryName,
  text,
} from "./shape.js";
import { releaseState } from "./states.js";
import { cutBody, splitMessage } from "./texts.js";

/** GraphQL's other answers as statuses. Every function throws a `ShapeError` for what is none. */
export function decodeRepository(repository: Fields): RepositoryStatus {
  const branch = optionalFields(repository, "defaultBranchRef");
  const parent = optionalFields(repository, "parent");
  return {
    kind: "repository",
    repository: repositoryName(repository, "nameWithOwner"),
    description: optionalText(repository, "description") ?? "",
    archived: flag(repository, "isArchived"),
    fork: flag(repository, "isFork"),
    parent: parent && repositoryName(parent, "nameWithOwner"),
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
    sha: hash(commit, "oid"),
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
    sha: hash(commit, "oid"),
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
