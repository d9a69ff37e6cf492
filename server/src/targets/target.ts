/** A repository as its URL names it. GitHub compares all three without regard to case. */
export interface RepositoryName {
  /** `github.com`, or a configured GitHub Enterprise host. */
  readonly host: string;
  readonly owner: string;
  readonly repo: string;
}

export interface RepositoryTarget extends RepositoryName {
  readonly kind: "repository";
}
export interface PullTarget extends RepositoryName {
  readonly kind: "pull";
  readonly number: number;
  /** What follows the number in the URL: `/files`, `#issuecomment-1280947946`, `#discussion_r12`; empty if nothing. */
  readonly suffix: string;
}
export interface IssueTarget extends RepositoryName {
  readonly kind: "issue";
  readonly number: number;
  readonly suffix: string;
}
export interface DiscussionTarget extends RepositoryName {
  readonly kind: "discussion";
  readonly number: number;
  readonly suffix: string;
}
export interface CommitTarget extends RepositoryName {
  readonly kind: "commit";
  /** 40 hexadecimal digits (64 in a SHA-256 repository) or the first of them, at least four; lower case. */
  readonly sha: string;
  readonly suffix: string;
}
export interface CompareTarget extends RepositoryName {
  readonly kind: "compare";
  /** Absent in `/compare/zt`, which compares with the default branch. */
  readonly base: string | undefined;
  readonly head: string;
  /** `...` compares with the merge base, `..` the two commits. */
  readonly dots: ".." | "...";
}
export interface BranchTarget extends RepositoryName {
  readonly kind: "branch";
  /** Branch, tag or commit, with the folder after it if there is one: a URL does not say where one ends. */
  readonly ref: string;
}
export interface FileTarget extends RepositoryName {
  readonly kind: "file";
  /** As in `BranchTarget`: `main/src/a.ts`. */
  readonly refAndPath: string;
  /** `#L10-L12`; empty if none. */
  readonly suffix: string;
}
export interface ReleaseTarget extends RepositoryName {
  readonly kind: "release";
  readonly tag: string;
}
export interface UserTarget {
  readonly kind: "user";
  readonly host: string;
  /** A user's or organization's name. */
  readonly login: string;
}
export interface ProjectTarget {
  readonly kind: "project";
  readonly host: string;
  /** `orgs/input-output-hk`, `users/octocat` or `octocat/hello` (a repository's). */
  readonly scope: string;
  readonly number: number;
  readonly suffix: string;
}
/** Any destination that is none of the above, a page of GitHub that has no status included. */
export interface UrlTarget {
  readonly kind: "url";
  readonly url: string;
}

/** What a destination names. */
export type Target =
  | RepositoryTarget
  | PullTarget
  | IssueTarget
  | DiscussionTarget
  | CommitTarget
  | CompareTarget
  | BranchTarget
  | FileTarget
  | ReleaseTarget
  | UserTarget
  | ProjectTarget
  | UrlTarget;

export type TargetKind = Target["kind"];
/** A target that lies in a repository. */
export type RepositoryContent = Extract<Target, RepositoryName>;
