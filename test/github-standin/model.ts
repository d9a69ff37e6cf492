/** What the stand-in knows: GitHub's things, reduced to what its answers are made from. All dates are ISO 8601. */
export interface Database {
  /** By login in lower case. */
  readonly users: Map<string, User>;
  /** By `owner/name` in lower case. */
  readonly repositories: Map<string, Repository>;
  /** Former `owner/name` to the present one, both in lower case. */
  readonly renames: Map<string, string>;
  /** `owner/name/issues/number` of an issue that was transferred to the present one, in lower case. */
  readonly transfers: Map<string, string>;
  /** By the token itself. */
  readonly tokens: Map<string, Token>;
}

export interface Token {
  readonly login: string;
  /** Whether private repositories are visible. */
  readonly seesPrivate: boolean;
}

export interface User {
  readonly id: number;
  readonly login: string;
  readonly name: string | null;
  readonly organization: boolean;
  readonly bio: string | null;
}

export interface Repository {
  readonly id: number;
  readonly owner: string;
  readonly name: string;
  readonly description: string | null;
  readonly private: boolean;
  readonly archived: boolean;
  readonly fork: boolean;
  /** `owner/name` it is a fork of. */
  readonly parent: string | null;
  readonly defaultBranch: string;
  readonly pushedAt: string;
  readonly items: Map<number, Item>;
  readonly commits: Map<string, Commit>;
  /** Name to commit. */
  readonly branches: Map<string, string>;
  /** Name to commit. */
  readonly tags: Map<string, string>;
  /** By tag. */
  readonly releases: Map<string, Release>;
  readonly comments: readonly Comment[];
}

/** Below an item, on a line of a pull request, of a review, of a commit, or below a discussion. */
export interface Comment {
  readonly kind: "issue" | "line" | "review" | "commit" | "discussion";
  readonly id: number;
  /** Of what it belongs to; a commit has none. */
  readonly number: number;
  /** Of the discussion's comment that it replies to. */
  readonly replyTo?: number;
  readonly author: string | null;
  readonly createdAt: string;
  readonly body: string;
}

interface ItemBase {
  readonly id: number;
  readonly number: number;
  title: string;
  readonly body: string | null;
  /** Login; null where the account is gone. */
  readonly author: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly closedAt: string | null;
  readonly labels: readonly Label[];
  readonly comments: number;
  /** Logins. */
  readonly assignees: readonly string[];
  readonly milestone: string | null;
}

export interface Pull extends ItemBase {
  readonly kind: "pull";
  state: "open" | "draft" | "merged" | "closed" | "queued";
  readonly review: Review | null;
  readonly mergeable: "MERGEABLE" | "CONFLICTING" | "UNKNOWN";
  readonly autoMerge: boolean;
  /** Numbers of the issues it closes, in the same repository. */
  readonly closes: readonly number[];
  readonly headBranch: string;
  readonly headSha: string;
  readonly baseBranch: string;
  readonly additions: number;
  readonly deletions: number;
}

export interface Issue extends ItemBase {
  readonly kind: "issue";
  readonly state: "open" | "completed" | "not_planned" | "duplicate";
  readonly subIssues: { readonly total: number; readonly completed: number };
}

export interface Discussion extends ItemBase {
  readonly kind: "discussion";
  readonly answered: boolean;
  readonly answeredBy: string | null;
  readonly category: string;
}

export type Item = Pull | Issue | Discussion;
export type Review = "APPROVED" | "CHANGES_REQUESTED" | "REVIEW_REQUIRED";
export type Checks = "SUCCESS" | "FAILURE" | "PENDING" | "ERROR" | "EXPECTED";

export interface Label {
  readonly name: string;
  readonly color: string;
}

export interface Commit {
  readonly sha: string;
  readonly message: string;
  /** Login of the account, or null where the author's mail belongs to none. */
  readonly author: string | null;
  readonly authorName: string;
  readonly date: string;
  readonly parents: readonly string[];
  checks: Checks | null;
  /** Null where it is not signed. */
  readonly verified: boolean | null;
  readonly additions: number;
  readonly deletions: number;
}

export interface Release {
  readonly id: number;
  readonly tag: string;
  readonly name: string | null;
  readonly body: string | null;
  readonly draft: boolean;
  readonly prerelease: boolean;
  readonly author: string;
  readonly createdAt: string;
  readonly publishedAt: string | null;
}

export function fullName(repository: Repository): string {
  return `${repository.owner}/${repository.name}`;
}
