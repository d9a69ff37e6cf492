/** What GitHub says of a target. All dates are ISO 8601 in UTC, as GitHub writes them; all text is untrusted. */
export type Status =
  | PullStatus
  | IssueStatus
  | DiscussionStatus
  | RepositoryStatus
  | CommitStatus
  | CompareStatus
  | BranchStatus
  | ReleaseStatus
  | UserStatus;

export type PullState = "open" | "draft" | "merged" | "closed" | "queued";
export type ChecksState = "success" | "failure" | "pending";
export type ReviewState = "approved" | "changes-requested" | "review-required";

export interface Tag {
  readonly name: string;
  /** Six hexadecimal digits, as GitHub gives them. */
  readonly color: string;
}

/** A pull request or issue that another one is linked with. */
export interface LinkedItem {
  readonly repository: string;
  readonly number: number;
  readonly title: string;
}

/** What a link such as `#issuecomment-12` shows. */
export interface ItemComment {
  readonly author: string | undefined;
  readonly createdAt: string;
  /** As its author wrote it, cut after 1,000 characters. */
  readonly body: string;
}

export interface PullStatus {
  readonly kind: "pull";
  /** `owner/repo` as GitHub spells it now: another one than asked for after a rename or transfer. */
  readonly repository: string;
  readonly number: number;
  readonly title: string;
  readonly state: PullState;
  /** Login; undefined where the account is gone. */
  readonly author: string | undefined;
  readonly createdAt: string;
  readonly mergedAt: string | undefined;
  readonly closedAt: string | undefined;
  readonly baseBranch: string;
  readonly headBranch: string;
  readonly labels: readonly Tag[];
  /** Rolled up from commit statuses and check runs; undefined where there are none, or where it was not asked. */
  readonly checks: ChecksState | undefined;
  readonly review: ReviewState | undefined;
  /** Whether it can be merged without conflicts; undefined where GitHub has not found out, or it is not open. */
  readonly mergeable?: boolean | undefined;
  /** Whether it merges by itself as soon as it may. */
  readonly autoMerge?: boolean | undefined;
  /** Issues that are closed when it merges: the first of them. */
  readonly closes?: readonly LinkedItem[] | undefined;
  readonly assignees?: readonly string[] | undefined;
  readonly milestone?: string | undefined;
  readonly comments: number;
  readonly additions: number;
  readonly deletions: number;
  /** The description as its author wrote it, cut after 1,000 characters. */
  readonly body: string;
}

export interface IssueStatus {
  readonly kind: "issue";
  readonly repository: string;
  readonly number: number;
  readonly title: string;
  readonly state: "open" | "completed" | "not-planned" | "duplicate";
  readonly author: string | undefined;
  readonly createdAt: string;
  readonly closedAt: string | undefined;
  readonly labels: readonly Tag[];
  /** Logins. */
  readonly assignees?: readonly string[] | undefined;
  readonly milestone?: string | undefined;
  /** Undefined where there are none. */
  readonly subIssues?:
    | { readonly done: number; readonly total: number }
    | undefined;
  /** Pull requests that close it or closed it: the first of them. */
  readonly closedBy?: readonly LinkedItem[] | undefined;
  readonly comments: number;
  readonly body: string;
}

export interface DiscussionStatus {
  readonly kind: "discussion";
  readonly repository: string;
  readonly number: number;
  readonly title: string;
  readonly answered: boolean;
  readonly closed?: boolean | undefined;
  /** Who gave the answer. */
  readonly answeredBy?: string | undefined;
  readonly category?: string | undefined;
  readonly author: string | undefined;
  readonly createdAt: string;
  readonly comments: number;
  readonly body: string;
}

export interface RepositoryStatus {
  readonly kind: "repository";
  readonly repository: string;
  readonly description: string;
  readonly archived: boolean;
  readonly fork: boolean;
  /** `owner/repo` it is a fork of. */
  readonly parent?: string | undefined;
  readonly private: boolean;
  readonly defaultBranch: string | undefined;
  readonly pushedAt: string | undefined;
}

export interface CommitStatus {
  readonly kind: "commit";
  readonly repository: string;
  /** All 40 digits. */
  readonly sha: string;
  /** First line of the message. */
  readonly title: string;
  /** The rest of the message. */
  readonly body: string;
  readonly author: string | undefined;
  readonly committedAt: string;
  readonly checks: ChecksState | undefined;
  /** Whether it has a signature that GitHub could verify. */
  readonly verified?: boolean | undefined;
  /** The pull request it came with. */
  readonly pull?: LinkedItem | undefined;
  readonly additions: number;
  readonly deletions: number;
}

export interface CompareStatus {
  readonly kind: "compare";
  readonly repository: string;
  readonly base: string;
  readonly head: string;
  readonly ahead: number;
  readonly behind: number;
  /** Of `head`. */
  readonly lastCommit?: CommitLine | undefined;
}

export interface CommitLine {
  readonly sha: string;
  /** First line of the message. */
  readonly title: string;
  readonly committedAt: string;
}

export interface BranchStatus {
  readonly kind: "branch";
  readonly repository: string;
  readonly branch: string;
  readonly sha: string;
  readonly title: string;
  readonly committedAt: string;
}

export interface ReleaseStatus {
  readonly kind: "release";
  readonly repository: string;
  readonly tag: string;
  readonly title: string;
  /** Whether it is the one that GitHub shows first. */
  readonly latest?: boolean | undefined;
  readonly state: "published" | "prerelease" | "draft" | "tag-only";
  readonly author: string | undefined;
  readonly publishedAt: string | undefined;
  readonly body: string;
}

export interface UserStatus {
  readonly kind: "user";
  readonly login: string;
  readonly name: string | undefined;
  readonly organization: boolean;
  readonly bio: string;
}
