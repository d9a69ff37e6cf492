import type {
  Commit as CommitType,
  DiscussionComment as DiscussionCommentType,
  Discussion as DiscussionType,
  Issue as IssueType,
  PullRequest as PullRequestType,
  Release as ReleaseType,
  Repository as RepositoryType,
} from "@octokit/graphql-schema";
import { GraphQLError } from "graphql";
import {
  byUpdate,
  compare,
  findCommit,
  headOf,
  latestRelease,
  repositoryOf,
} from "./lookup.js";
import {
  type Comment,
  type Commit,
  type Database,
  type Discussion,
  fullName,
  type Issue,
  type Pull,
  type Release,
  type Repository,
} from "./model.js";

/**
 * GitHub's types as plain objects, for the default resolvers: a property is a field, a function is a field with arguments.
 * Its keys are checked against the published types.
 */
type Fields<T> = { readonly [Key in keyof T]?: unknown };

export function repositoryObject(
  database: Database,
  repository: Repository,
): Fields<RepositoryType> {
  return {
    __typename: "Repository",
    id: `R_${repository.id}`,
    name: repository.name,
    nameWithOwner: fullName(repository),
    description: repository.description,
    isPrivate: repository.private,
    isArchived: repository.archived,
    isFork: repository.fork,
    parent: () =>
      repository.parent === null
        ? null
        : repositoryObject(database, repositoryOf(database, repository.parent)),
    pushedAt: repository.pushedAt,
    defaultBranchRef: () =>
      refObject(database, repository, `refs/heads/${repository.defaultBranch}`),
    ref: ({ qualifiedName }: { qualifiedName: string }) =>
      refObject(database, repository, qualifiedName),
    object: ({ expression }: { expression: string }) => {
      const commit = findCommit(repository, expression);
      return commit === undefined
        ? null
        : commitObject(database, repository, commit);
    },
    issueOrPullRequest: ({ number }: { number: number }) => {
      const item = repository.items.get(number);
      if (item === undefined || item.kind === "discussion")
        throw unresolved(`issue or pull request with the number of ${number}`);
      return itemObject(database, repository, item);
    },
    discussion: ({ number }: { number: number }) => {
      const item = repository.items.get(number);
      if (item?.kind !== "discussion")
        throw unresolved(`Discussion with the number of ${number}`);
      return discussionObject(database, repository, item);
    },
    release: ({ tagName }: { tagName: string }) => {
      const release = repository.releases.get(tagName);
      return release === undefined
        ? null
        : releaseObject(database, repository, release);
    },
    pullRequests: (page: Page) => listItems(database, repository, "pull", page),
    issues: (page: Page) => listItems(database, repository, "issue", page),
  };
}

function listItems(
  database: Database,
  repository: Repository,
  kind: "pull" | "issue",
  page: Page,
) {
  const items = [...repository.items.values()]
    .filter((item) => item.kind !== "discussion")
    .filter((item) => item.kind === kind)
    .sort(byUpdate);
  return connection(
    items.map((item) => () => itemObject(database, repository, item)),
  )(page);
}

export function itemObject(
  database: Database,
  repository: Repository,
  item: Pull | Issue,
) {
  return item.kind === "pull"
    ? pullObject(database, repository, item)
    : issueObject(database, repository, item);
}

function pullObject(
  database: Database,
  repository: Repository,
  pull: Pull,
): Fields<PullRequestType> {
  return {
    __typename: "PullRequest",
    ...itemFields(database, repository, pull),
    state: pullState(pull),
    isDraft: pull.state === "draft",
    isInMergeQueue: pull.state === "queued",
    merged: pull.state === "merged",
    mergedAt: pull.state === "merged" ? pull.closedAt : null,
    closed: pull.closedAt !== null,
    reviewDecision: pull.review,
    mergeable: pull.mergeable,
    autoMergeRequest: pull.autoMerge ? { enabledAt: pull.updatedAt } : null,
    closingIssuesReferences: connection(
      pull.closes.map((number) => linkedItem(database, repository, number)),
    ),
    headRefName: pull.headBranch,
    baseRefName: pull.baseBranch,
    additions: pull.additions,
    deletions: pull.deletions,
    commits: connection([
      () => ({
        commit: commitObject(database, repository, headOf(repository, pull)),
      }),
    ]),
  };
}

function pullState(pull: Pull): "OPEN" | "MERGED" | "CLOSED" {
  if (pull.state === "merged") return "MERGED";
  return pull.state === "closed" ? "CLOSED" : "OPEN";
}

function issueObject(
  database: Database,
  repository: Repository,
  issue: Issue,
): Fields<IssueType> {
  return {
    __typename: "Issue",
    ...itemFields(database, repository, issue),
    state: issue.state === "open" ? "OPEN" : "CLOSED",
    closed: issue.state !== "open",
    stateReason: ({ enableDuplicate }: { enableDuplicate?: boolean }) => {
      if (issue.state === "open") return null;
      return issue.state === "duplicate" && enableDuplicate !== true
        ? "NOT_PLANNED"
        : issue.state.toUpperCase();
    },
    // In the published schema, but not yet in its types.
    ...{ subIssuesSummary: issue.subIssues },
    closedByPullRequestsReferences: connection(
      [...repository.items.values()]
        .filter((item) => item.kind === "pull")
        .filter(({ closes }) => closes.includes(issue.number))
        .map(({ number }) => linkedItem(database, repository, number)),
    ),
  };
}

function discussionObject(
  database: Database,
  repository: Repository,
  discussion: Discussion,
): Fields<DiscussionType> {
  return {
    __typename: "Discussion",
    ...itemFields(database, repository, discussion),
    isAnswered: discussion.answered,
    answerChosenBy: ownerObject(database, discussion.answeredBy),
    closed: discussion.closedAt !== null,
    category: { name: discussion.category },
    comments: connection(discussionComments(database, repository, discussion)),
  };
}

/** As many as there are said to be; only those that were seeded say something. */
function discussionComments(
  database: Database,
  { comments }: Repository,
  { number, comments: count }: Discussion,
) {
  const all = comments.filter(
    (comment) => comment.kind === "discussion" && comment.number === number,
  );
  const told = all
    .filter(({ replyTo }) => replyTo === undefined)
    .map((comment) => () => ({
      ...discussionComment(database, comment),
      replies: connection(
        all
          .filter(({ replyTo }) => replyTo === comment.id)
          .map((reply) => () => discussionComment(database, reply)),
      ),
    }));
  const silent = Array.from(
    { length: Math.max(0, count - told.length) },
    (_, index) => () => ({ id: `DC_silent_${index}`, replies: connection([]) }),
  );
  // The oldest ones come first.
  return [...silent, ...told];
}

export function discussionComment(
  database: Database,
  comment: Comment,
): Fields<DiscussionCommentType> {
  return {
    __typename: "DiscussionComment",
    id: `DC_${comment.id}`,
    databaseId: comment.id,
    author: ownerObject(database, comment.author),
    createdAt: comment.createdAt,
    body: comment.body,
  };
}

function linkedItem(
  database: Database,
  repository: Repository,
  number: number,
) {
  return () => {
    const item = repository.items.get(number);
    return item === undefined || item.kind === "discussion"
      ? null
      : itemObject(database, repository, item);
  };
}

function itemFields(
  database: Database,
  repository: Repository,
  item: Pull | Issue | Discussion,
) {
  return {
    id: `I_${item.id}`,
    number: item.number,
    title: item.title,
    body: item.body ?? "",
    url: `https://github.com/${fullName(repository)}/${item.kind === "pull" ? "pull" : `${item.kind}s`}/${item.number}`,
    author: ownerObject(database, item.author),
    createdAt: item.createdAt,
    updatedAt: item.updatedAt,
    closedAt: item.closedAt,
    labels: connection(item.labels.map((label) => () => label)),
    comments: connection(
      Array.from({ length: item.comments }, () => () => ({})),
    ),
    assignees: connection(
      item.assignees.map((login) => () => ownerObject(database, login)),
    ),
    milestone: item.milestone === null ? null : { title: item.milestone },
    repository: () => repositoryObject(database, repository),
  };
}

function commitObject(
  database: Database,
  repository: Repository,
  commit: Commit,
): Fields<CommitType> {
  const [headline = "", ...rest] = commit.message.split("\n");
  return {
    __typename: "Commit",
    id: `C_${commit.sha}`,
    oid: commit.sha,
    message: commit.message,
    messageHeadline: headline,
    messageBody: rest.join("\n").trim(),
    committedDate: commit.date,
    additions: commit.additions,
    deletions: commit.deletions,
    author: {
      name: commit.authorName,
      user: ownerObject(database, commit.author),
    },
    statusCheckRollup:
      commit.checks === null ? null : { id: "S", state: commit.checks },
    signature:
      commit.verified === null
        ? null
        : { __typename: "GpgSignature", isValid: commit.verified },
    associatedPullRequests: connection(
      [...repository.items.values()]
        .filter((item) => item.kind === "pull")
        .filter(({ headSha }) => headSha === commit.sha)
        .map(({ number }) => linkedItem(database, repository, number)),
    ),
    repository: () => repositoryObject(database, repository),
  };
}

function refObject(
  database: Database,
  repository: Repository,
  qualifiedName: string,
) {
  const [, prefix, name = ""] =
    /^(refs\/(?:heads|tags)\/)(.+)$/.exec(qualifiedName) ?? [];
  const names =
    prefix === "refs/heads/" ? repository.branches : repository.tags;
  const commit = repository.commits.get(names.get(name) ?? "");
  if (commit === undefined) return null;
  return {
    __typename: "Ref",
    id: `REF_${qualifiedName}`,
    name,
    prefix,
    target: () => commitObject(database, repository, commit),
    compare: ({ headRef }: { headRef: string }) => {
      const head = findCommit(repository, headRef);
      if (head === undefined) throw unresolved(`ref ${headRef}`);
      const { ahead, behind, status } = compare(repository, commit, head);
      return {
        id: "CMP",
        aheadBy: ahead.length,
        behindBy: behind.length,
        headTarget: () => commitObject(database, repository, head),
        status: status.toUpperCase(),
      };
    },
  };
}

function releaseObject(
  database: Database,
  repository: Repository,
  release: Release,
): Fields<ReleaseType> {
  return {
    __typename: "Release",
    id: `RE_${release.id}`,
    name: release.name,
    tagName: release.tag,
    description: release.body,
    isDraft: release.draft,
    isPrerelease: release.prerelease,
    isLatest: release === latestRelease(repository),
    createdAt: release.createdAt,
    publishedAt: release.publishedAt,
    author: ownerObject(database, release.author),
  };
}

/** A user or an organization; null where the account is gone. */
export function ownerObject(database: Database, login: string | null) {
  const user = database.users.get(login?.toLowerCase() ?? "");
  if (user === undefined) return null;
  return {
    __typename: user.organization ? "Organization" : "User",
    id: `U_${user.id}`,
    login: user.login,
    name: user.name,
    ...(user.organization ? { description: user.bio } : { bio: user.bio }),
  };
}

interface Page {
  readonly first?: number;
  readonly last?: number;
  /** How many elements were given before. */
  readonly after?: string;
}

/** Pages of a list whose elements are made when they are asked for. */
export function connection(list: readonly (() => unknown)[]) {
  return ({ first, last, after }: Page) => {
    const start = Number(after ?? 0);
    const end = start + (first ?? list.length);
    const chosen =
      last === undefined ? list.slice(start, end) : list.slice(-last);
    return {
      totalCount: list.length,
      issueCount: list.length,
      nodes: () => chosen.map((make) => make()),
      pageInfo: { hasNextPage: end < list.length, endCursor: String(end) },
    };
  };
}

export function unresolved(what: string): GraphQLError {
  return new GraphQLError(`Could not resolve to a ${what}.`, {
    extensions: { type: "NOT_FOUND" },
  });
}
