import type { components } from "@octokit/openapi-types";
import { compare, headOf } from "./lookup.js";
import {
  type Comment,
  type Commit,
  type Database,
  fullName,
  type Issue,
  type Item,
  type Pull,
  type Release,
  type Repository,
} from "./model.js";
import type { Hit } from "./search.js";
import { isOpen } from "./search.js";

type Schemas = components["schemas"];
/**
 * A body of GitHub's REST API. Every name and type is GitHub's own; the many fields that no client of the stand-in reads
 * (URLs of other resources, above all) may be left out.
 */
export type Body<Name extends keyof Schemas> = Slice<Schemas[Name]>;
type Slice<T> = T extends readonly (infer Element)[]
  ? Slice<Element>[]
  : T extends object
    ? { [Key in keyof T]?: Slice<T[Key]> }
    : T;

/** `ghost` stands for an account that is gone. */
function simpleUserBody(
  database: Database,
  login: string | null,
): Body<"simple-user"> {
  const user = database.users.get(login?.toLowerCase() ?? "");
  return {
    login: user?.login ?? "ghost",
    id: user?.id ?? 10137,
    html_url: `https://github.com/${user?.login ?? "ghost"}`,
    type: user?.organization === true ? "Organization" : "User",
    site_admin: false,
  };
}

export function publicUserBody(
  database: Database,
  login: string,
): Body<"public-user"> | undefined {
  const user = database.users.get(login.toLowerCase());
  if (user === undefined) return undefined;
  return {
    ...simpleUserBody(database, user.login),
    name: user.name,
    bio: user.bio,
  };
}

export function repositoryBody(
  database: Database,
  repository: Repository,
): Body<"full-repository"> {
  return {
    id: repository.id,
    name: repository.name,
    full_name: fullName(repository),
    owner: simpleUserBody(database, repository.owner),
    private: repository.private,
    visibility: repository.private ? "private" : "public",
    description: repository.description,
    fork: repository.fork,
    ...(repository.parent !== null && {
      parent: { full_name: repository.parent },
    }),
    archived: repository.archived,
    default_branch: repository.defaultBranch,
    pushed_at: repository.pushedAt,
    html_url: `https://github.com/${fullName(repository)}`,
  };
}

function itemBody(database: Database, repository: Repository, item: Item) {
  const page = item.kind === "pull" ? "pull" : "issues";
  return {
    id: item.id,
    number: item.number,
    title: item.title,
    body: item.body,
    user: simpleUserBody(database, item.author),
    labels: item.labels.map((label, index) => ({
      id: index + 1,
      name: label.name,
      color: label.color,
      default: false,
    })),
    comments: item.comments,
    assignees: item.assignees.map((login) => simpleUserBody(database, login)),
    milestone: item.milestone === null ? null : { title: item.milestone },
    created_at: item.createdAt,
    updated_at: item.updatedAt,
    closed_at: item.closedAt,
    html_url: `https://github.com/${fullName(repository)}/${page}/${item.number}`,
  };
}

/** Issues' own resource, which answers for a pull request too. */
export function issueBody(
  database: Database,
  repository: Repository,
  item: Pull | Issue,
  apiUrl: string,
): Body<"issue"> {
  return {
    ...issueFields(database, repository, item, apiUrl),
    ...(item.kind === "issue" && {
      sub_issues_summary: { ...item.subIssues, percent_completed: 0 },
    }),
  };
}

/** A comment, a comment on a line, or a review; they differ in the name of the date. */
export function commentBody(
  database: Database,
  comment: Comment,
): Body<"issue-comment"> & Body<"pull-request-review"> {
  return {
    id: comment.id,
    body: comment.body,
    user: simpleUserBody(database, comment.author),
    ...(comment.kind === "review"
      ? { submitted_at: comment.createdAt }
      : { created_at: comment.createdAt }),
  };
}

function issueFields(
  database: Database,
  repository: Repository,
  item: Pull | Issue,
  apiUrl: string,
) {
  const name = fullName(repository);
  return {
    ...itemBody(database, repository, item),
    repository_url: `${apiUrl}/repos/${name}`,
    state: isOpen(item) ? "open" : "closed",
    state_reason: stateReason(item),
    ...(item.kind === "pull"
      ? {
          draft: item.state === "draft",
          pull_request: {
            url: `${apiUrl}/repos/${name}/pulls/${item.number}`,
            merged_at: item.state === "merged" ? item.closedAt : null,
          },
        }
      : {}),
  };
}

function stateReason(item: Pull | Issue) {
  return item.kind === "pull" || item.state === "open" ? null : item.state;
}

/** As in a list of pull requests, which has no line counts. */
export function pullListBody(
  database: Database,
  repository: Repository,
  pull: Pull,
): Body<"pull-request-simple"> {
  const { comments: _, ...item } = itemBody(database, repository, pull);
  return {
    ...item,
    state: isOpen(pull) ? "open" : "closed",
    draft: pull.state === "draft",
    merged_at: pull.state === "merged" ? pull.closedAt : null,
    head: { ref: pull.headBranch, sha: headOf(repository, pull).sha },
    base: { ref: pull.baseBranch, repo: { full_name: fullName(repository) } },
  };
}

export function pullBody(
  database: Database,
  repository: Repository,
  pull: Pull,
): Body<"pull-request"> {
  return {
    ...itemBody(database, repository, pull),
    state: isOpen(pull) ? "open" : "closed",
    draft: pull.state === "draft",
    merged: pull.state === "merged",
    merged_at: pull.state === "merged" ? pull.closedAt : null,
    additions: pull.additions,
    deletions: pull.deletions,
    mergeable:
      !isOpen(pull) || pull.mergeable === "UNKNOWN"
        ? null
        : pull.mergeable === "MERGEABLE",
    auto_merge: pull.autoMerge ? { merge_method: "merge" } : null,
    head: { ref: pull.headBranch, sha: headOf(repository, pull).sha },
    base: { ref: pull.baseBranch, repo: { full_name: fullName(repository) } },
  };
}

export function commitBody(
  database: Database,
  repository: Repository,
  commit: Commit,
): Body<"commit"> {
  const signature = {
    name: commit.authorName,
    email: "someone@example.com",
    date: commit.date,
  };
  const account =
    commit.author === null ? null : simpleUserBody(database, commit.author);
  return {
    sha: commit.sha,
    html_url: `https://github.com/${fullName(repository)}/commit/${commit.sha}`,
    commit: {
      message: commit.message,
      author: signature,
      committer: signature,
      verification: {
        verified: commit.verified === true,
        reason: commit.verified === null ? "unsigned" : "valid",
      },
    },
    author: account,
    committer: account,
    parents: commit.parents.map((sha) => ({ sha })),
    stats: {
      additions: commit.additions,
      deletions: commit.deletions,
      total: commit.additions + commit.deletions,
    },
  };
}

export function comparisonBody(
  database: Database,
  repository: Repository,
  base: Commit,
  head: Commit,
): Body<"commit-comparison"> {
  const { ahead, behind, status } = compare(repository, base, head);
  return {
    html_url: `https://github.com/${fullName(repository)}/compare/${base.sha}...${head.sha}`,
    base_commit: commitBody(database, repository, base),
    status,
    ahead_by: ahead.length,
    behind_by: behind.length,
    total_commits: ahead.length,
    commits: ahead.map((commit) => commitBody(database, repository, commit)),
    files: [],
  };
}

export function releaseBody(
  database: Database,
  repository: Repository,
  release: Release,
): Body<"release"> {
  return {
    id: release.id,
    html_url: `https://github.com/${fullName(repository)}/releases/tag/${release.tag}`,
    tag_name: release.tag,
    name: release.name,
    body: release.body,
    draft: release.draft,
    prerelease: release.prerelease,
    author: simpleUserBody(database, release.author),
    created_at: release.createdAt,
    published_at: release.publishedAt,
  };
}

export function tagBody(
  repository: Repository,
  tag: string,
  sha: string,
  apiUrl: string,
): Body<"git-ref"> {
  return {
    ref: `refs/tags/${tag}`,
    url: `${apiUrl}/repos/${fullName(repository)}/git/refs/tags/${tag}`,
    object: { type: "commit", sha },
  };
}

export function searchBody(
  database: Database,
  hits: readonly Hit[],
  total: number,
  apiUrl: string,
): {
  total_count: number;
  incomplete_results: boolean;
  items: Body<"issue-search-result-item">[];
} {
  return {
    total_count: total,
    incomplete_results: false,
    items: hits.map(({ repository, item }) => ({
      ...issueFields(database, repository, item, apiUrl),
      body: item.body ?? "",
      score: 1,
    })),
  };
}
