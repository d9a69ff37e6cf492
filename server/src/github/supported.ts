import type {
  FileTarget,
  ProjectTarget,
  Target,
  UrlTarget,
} from "../targets/target.js";
import { itemKey, targetKey } from "../targets/target-key.js";

/** What has a status. */
export type AskedTarget = Exclude<
  Target,
  FileTarget | ProjectTarget | UrlTarget
>;

export function isSupported(
  target: Target,
  host: string,
): target is AskedTarget {
  switch (target.kind) {
    case "file":
    case "project":
    case "url":
      return false;
    default:
      return target.host.toLowerCase() === host;
  }
}

/** The same for a pull request and the issue of its number, of which GitHub has only one. */
export function cacheKey(target: AskedTarget): string {
  return target.kind === "pull" || target.kind === "issue"
    ? itemKey(target)
    : targetKey(target);
}

/** A comment as a link names it. */
export type CommentName = {
  readonly owner: string;
  readonly repo: string;
  readonly id: number;
} & (
  | {
      /** Below an issue or pull request, on a line of code, or of a whole review. */
      readonly kind: "issue" | "line" | "review";
      /** Of what the comment belongs to. */
      readonly number: number;
    }
  | { readonly kind: "discussion"; readonly number: number }
  /** Below a commit or on a line of it. */
  | { readonly kind: "commit" }
);

/** By the word before the number: `#issuecomment-12`. */
const itemComments = new Map([
  ["issuecomment-", "issue"],
  ["discussion_r", "line"],
  ["r", "line"],
  ["pullrequestreview-", "review"],
] as const);

export function commentOf(target: AskedTarget): CommentName | undefined {
  if (!("suffix" in target)) return undefined;
  const { owner, repo, suffix } = target;
  const [, mark, digits] = /#([a-z_]+-?)([1-9]\d{0,14})$/.exec(suffix) ?? [];
  const id = Number(digits);
  switch (target.kind) {
    case "pull":
    case "issue": {
      const { number } = target;
      for (const [known, kind] of itemComments)
        if (known === mark) return { owner, repo, number, kind, id };
      return undefined;
    }
    case "discussion":
      return mark === "discussioncomment-"
        ? { owner, repo, number: target.number, kind: "discussion", id }
        : undefined;
    case "commit":
      return mark === "commitcomment-" || mark === "r"
        ? { owner, repo, kind: "commit", id }
        : undefined;
  }
}

/** GraphQL's integers end here. */
const maximumNumber = 2 ** 31 - 1;

/** Whether GitHub cannot have such a thing; asking would spoil the query, or ask for something else. */
export function isImpossible(target: AskedTarget): boolean {
  if (target.kind === "user") return !isName(target.login);
  if (!isName(target.owner) || !isName(target.repo)) return true;
  switch (target.kind) {
    case "pull":
    case "issue":
    case "discussion":
      return target.number > maximumNumber;
    case "branch":
      return !isRef(target.ref);
    case "release":
      return !isRef(target.tag);
    case "compare":
      return !isRevision(target.head) || !isRevision(target.base ?? "HEAD");
    default:
      return false;
  }
}

function isName(name: string): boolean {
  return /^[\w.-]+$/.test(name) && name !== "." && name !== "..";
}

/** Names that Git refuses would be read as an expression or as a path of the API: `git help check-ref-format`. */
function isRef(ref: string): boolean {
  return (
    !/^[./-]|\.\.|\/[./]|\/$|@\{/.test(ref) &&
    !/[\p{Cc}\p{Cs} ~^:?*[\\]/u.test(ref)
  );
}

/** A ref, perhaps of another owner: `octocat:main`, `octocat:fork:main`. */
function isRevision(revision: string): boolean {
  const parts = revision.split(":");
  const ref = parts.pop() ?? "";
  return parts.length <= 2 && parts.every(isName) && isRef(ref);
}

/** Where the branch may end in a branch's URL, the longest first. */
export function refCandidates(ref: string): readonly string[] {
  const segments = ref.split("/").slice(0, 5);
  return segments.map((_, index) =>
    segments.slice(0, segments.length - index).join("/"),
  );
}
