import type {
  CommitStatus,
  IssueStatus,
  PullStatus,
  ReleaseStatus,
  RepositoryStatus,
} from "../targets/status.js";

/** Statuses for the rules' examples: what an example does not say is of no account to the rule. */

const common = {
  title: "",
  author: undefined,
  labels: [],
  comments: 0,
  body: "",
};

export function examplePull(
  repository: string,
  number: number,
  given: Partial<PullStatus> = {},
): PullStatus {
  return {
    kind: "pull",
    repository,
    number,
    ...common,
    state: "open",
    createdAt: "2022-10-04T09:12:31Z",
    mergedAt: undefined,
    closedAt: given.mergedAt,
    baseBranch: "main",
    headBranch: "change",
    checks: undefined,
    review: undefined,
    additions: 0,
    deletions: 0,
    ...given,
  };
}

export function exampleIssue(
  repository: string,
  number: number,
  given: Partial<IssueStatus> = {},
): IssueStatus {
  return {
    kind: "issue",
    repository,
    number,
    ...common,
    state: "open",
    createdAt: "2022-10-04T09:12:31Z",
    closedAt: undefined,
    ...given,
  };
}

export function exampleCommit(repository: string, sha: string): CommitStatus {
  return {
    kind: "commit",
    repository,
    sha,
    title: "",
    body: "",
    author: undefined,
    committedAt: "2022-10-04T09:12:31Z",
    checks: undefined,
    additions: 0,
    deletions: 0,
  };
}

export function exampleRelease(
  repository: string,
  tag: string,
  given: Partial<ReleaseStatus> = {},
): ReleaseStatus {
  return {
    kind: "release",
    repository,
    tag,
    title: tag,
    state: "published",
    author: undefined,
    publishedAt: "2022-10-10T12:00:00Z",
    body: "",
    ...given,
  };
}

export function exampleRepository(
  repository: string,
  given: Partial<RepositoryStatus> = {},
): RepositoryStatus {
  return {
    kind: "repository",
    repository,
    description: "",
    archived: false,
    fork: false,
    private: false,
    defaultBranch: "main",
    pushedAt: undefined,
    ...given,
  };
}
