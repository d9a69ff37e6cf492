import type { ItemComment, Status } from "./status.js";
import type { RepositoryName, Target } from "./target.js";

/** Why there is no status. A value, never an exception. */
export type Failure =
  /** No such thing, or nothing the account may see; GitHub does not tell the two apart. */
  | { readonly reason: "not-found" }
  /** The token was refused, or one is needed and there is none. */
  | { readonly reason: "unauthorized" }
  /** `until`: milliseconds since the epoch. */
  | { readonly reason: "rate-limited"; readonly until: number }
  /** GitHub could not be reached or gave no answer that makes sense; `detail` is one plain line without secrets. */
  | { readonly reason: "offline"; readonly detail: string }
  /** This kind of target has no status (a file, a plain URL), or its host is not configured. */
  | { readonly reason: "unsupported" };

/** What is known of a target, and since when. */
export interface Answer {
  readonly result: Status | Failure;
  /** When GitHub said so, milliseconds since the epoch. */
  readonly at: number;
}

export function isFailure(result: Status | Failure): result is Failure {
  return "reason" in result;
}

export type AccountState =
  | { readonly state: "anonymous" }
  | { readonly state: "signed-in"; readonly login: string | undefined }
  | { readonly state: "unauthorized" }
  | {
      readonly state: "rate-limited";
      readonly until: number;
      /** Whether it is an account's limit, which is far higher than that without one. */
      readonly signedIn: boolean;
    }
  | { readonly state: "offline"; readonly detail: string }
  /** The workspace is not trusted, or `weeknotes.github.enabled` is off: no request is made. */
  | { readonly state: "disabled" };

export interface SearchResult {
  /** Pull requests and issues, the best match first. */
  readonly items: readonly Status[];
  /** Whether there may be more than these. */
  readonly incomplete: boolean;
}

/** What a question needs of an `AbortSignal`, which is one. */
export interface Cancellation {
  readonly aborted: boolean;
  addEventListener(type: "abort", listener: () => void): void;
  removeEventListener(type: "abort", listener: () => void): void;
}

/** The only door to GitHub. No method throws or rejects; a cancelled one answers with what is known by then. */
export interface GitHub {
  /** What the cache holds, without a request. */
  peek(target: Target): Answer | undefined;
  /** What is known of one target; asks GitHub where the cache holds nothing fresh. Shares batches and flights. */
  status(target: Target, signal?: Cancellation): Promise<Answer>;
  /**
   * The same for all targets a post shows, in as few requests as can be; keeps the order of the input. Where each target
   * costs a request, what was asked last goes first, since that is what is looked at now; "later": behind all others.
   */
  statuses(
    targets: readonly Target[],
    signal?: Cancellation,
    when?: "later",
  ): Promise<readonly Answer[]>;
  /** Pull requests and issues of one repository whose number begins with `query`, or whose title has its words; any state. */
  search(
    repository: RepositoryName,
    query: string,
    signal?: Cancellation,
  ): Promise<SearchResult | Failure>;
  /**
   * The comment that a link to a pull request or issue names: `#issuecomment-12`. Undefined if it names none, or it cannot
   * be had. Costs a request of its own: for those who look at one target.
   */
  comment(target: Target): Promise<ItemComment | undefined>;
  /** Of the host of a target; without one, of the host that is in trouble, else of the configured one. */
  account(target?: Target): AccountState;
  /** Has the next question about these targets (all, if none are named) asked anew; until then what is known stays. */
  expire(targets?: readonly Target[]): void;
  /** Forgets what is cached for these targets (all, if none are named), so that the next question is asked anew. */
  forget(targets?: readonly Target[]): void;
  /** Calls back when an answer arrived that changes what `peek` gives or what `account` says. Returns the way out. */
  onChange(listener: () => void): () => void;
}
