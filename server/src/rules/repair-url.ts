import { distance } from "fastest-levenshtein";
import { parseUrl } from "../targets/url.js";
import { isMisspelling } from "./misspelling.js";

/** A GitHub address as it was meant, and what is wrong with it as it stands. */
export interface Repair {
  readonly url: string;
  /** What is wrong, or the worst of it; all is mended. */
  readonly problem: UrlProblem;
  /** Whether `url` is the one right answer. */
  readonly certain: boolean;
}

export type UrlProblem =
  | "space"
  | "scheme-missing"
  | "scheme-misspelt"
  | "scheme-twice"
  | "host-misspelt"
  | "insecure"
  | "double-slash"
  | "page"
  | "punctuation"
  | "quotes";

/** Undefined for an address that is right, and for one that is not meant to lead to GitHub. */
export function repairUrl(
  destination: string,
  hosts: readonly string[],
): Repair | undefined {
  if (isPlainlyRight(destination, hosts)) return undefined;
  if (/\{\{|\{%|<%|\$\{|[\n\r]/.test(destination)) return undefined;
  let draft: Draft = { url: destination, problems: [], certain: true };
  for (const step of steps) draft = step(draft, hosts);
  const problem =
    draft.problems.find((one) => !copedWith.includes(one)) ??
    draft.problems.find((one) => one !== "insecure") ??
    draft.problems[0];
  return problem !== undefined && isOnGitHub(draft.url, hosts)
    ? { url: draft.url, problem, certain: draft.certain }
    : undefined;
}

/** GitHub leads on from `http:`, and takes two slashes for one. */
export const copedWith: readonly UrlProblem[] = ["insecure", "double-slash"];

/** What nearly all addresses are, found out without trying to mend them. */
function isPlainlyRight(url: string, hosts: readonly string[]): boolean {
  const match =
    /^https:\/\/(?<host>[^/?#%\s]+)(?<path>(?:\/[\w.~@+-]+)*)$/.exec(url);
  const host = match?.groups?.host;
  return (
    host !== undefined &&
    hosts.includes(host) &&
    /[\w-]$/.test(url) &&
    !/\/(?:pulls|prs?|pull-?requests?|issue|discussion|release)\//i.test(
      match?.groups?.path ?? "",
    )
  );
}

interface Draft {
  readonly url: string;
  readonly problems: readonly UrlProblem[];
  readonly certain: boolean;
}

type Step = (draft: Draft, hosts: readonly string[]) => Draft;

const steps: readonly Step[] = [
  spaces,
  quotes,
  scheme,
  host,
  doubleSlash,
  page,
  punctuation,
];

function mended(
  { url, problems, certain }: Draft,
  problem: UrlProblem,
  next: string,
  isCertain = true,
): Draft {
  return next === url
    ? { url, problems, certain }
    : {
        url: next,
        problems: [...problems, problem],
        certain: certain && isCertain,
      };
}

function spaces(draft: Draft): Draft {
  return mended(
    draft,
    "space",
    draft.url.replace(/^(?:\s|%20)+|(?:\s|%20)+$/gi, ""),
  );
}

/** `"https://…"`, as one writes a title; or in parentheses. The first group is what stands between them. */
export const quoteMarks = /^["'“”„‘’«»(]+(?=\w+:\/\/)(.*?)["'“”„‘’«»)]+$/su;

function quotes(draft: Draft): Draft {
  return mended(draft, "quotes", draft.url.replace(quoteMarks, "$1"));
}

function scheme(draft: Draft, hosts: readonly string[]): Draft {
  const twice = draft.url.replace(
    /^https?:\/*(?:(?:www\.)?github\.com\/+)?(?=https?:\/\/)/i,
    "",
  );
  if (twice !== draft.url) return mended(draft, "scheme-twice", twice);
  const { opening, rest } = divideAtHost(draft.url, hosts);
  // `//github.com/…` takes the page's own scheme.
  if (rest === undefined || opening === "//") return draft;
  const url = `https://${rest}`;
  if (opening === "") return mended(draft, "scheme-missing", url);
  if (opening.toLowerCase() === "http://") {
    const isPublic = /^(?:www\.)?github\.com\//i.test(rest);
    return mended(draft, "insecure", url, isPublic);
  }
  return isLikeHttps(opening) && opening.toLowerCase() !== "https://"
    ? mended(draft, "scheme-misspelt", url)
    : draft;
}

/** What stands before one of the hosts (a word, a colon, slashes), and the host with its path. */
function divideAtHost(
  url: string,
  hosts: readonly string[],
): { opening: string; rest: string | undefined } {
  for (const opening of [
    "",
    /^[a-z]{0,8}[:;]?\/{0,4}(?=\w)/i.exec(url)?.[0] ?? "",
  ]) {
    const rest = url.slice(opening.length);
    const name = /^(?:www\.)?([^/]+)\//i.exec(rest)?.[1]?.toLowerCase();
    if (hosts.some((known) => known.toLowerCase() === name))
      return { opening, rest };
  }
  return { opening: "", rest: undefined };
}

/** Whether what stands before a host is meant for `https://`. */
export function isLikeHttps(opening: string): boolean {
  const [word = ""] = opening.toLowerCase().split(/[:;/]/, 1);
  return (
    word === "" ||
    (distance(word, "https") < 3 &&
      !["ssh", "ftp", "ftps", "tcp"].includes(word))
  );
}

/** Real sites that are a letter away. */
const neighbours = new Set(["github.co", "gitub.com", "github.cm"]);

/** Only github.com is known by everybody: of other hosts a typo is rather another host. */
function host(draft: Draft, hosts: readonly string[]): Draft {
  const match =
    /^https?:\/\/(?:www\.)?(?<host>[^/?#@\s]+)(?=\/[\w-]+\/[\w.-]+)/i.exec(
      draft.url,
    );
  const name = match?.groups?.host?.toLowerCase();
  if (
    match === null ||
    name === undefined ||
    Math.abs(name.length - "github.com".length) > 1 ||
    !hosts.includes("github.com") ||
    hosts.includes(name) ||
    neighbours.has(name) ||
    !isMisspelling(name, "github.com")
  ) {
    return draft;
  }
  return mended(
    draft,
    "host-misspelt",
    `https://github.com${draft.url.slice(match[0].length)}`,
    false,
  );
}

function doubleSlash(draft: Draft, hosts: readonly string[]): Draft {
  const { root, path, tail } = divide(draft.url);
  // An address within the path has its own two slashes.
  const url = `${root}${path.replace(/(?<!:)\/{2,}/g, "/")}${tail}`;
  const isPage = parseUrl(url, hosts).kind !== "url";
  return mended(draft, "double-slash", url, isPage);
}

/** Punctuation of the sentence around it: a number, commit or anchor does not end so. */
function punctuation(draft: Draft, hosts: readonly string[]): Draft {
  const stripped = draft.url.replace(
    /(?:[.,;:!)\]}>'"’”*`]|%29|%5D|%22)+$/i,
    "",
  );
  if (stripped === draft.url) return draft;
  const target = parseUrl(stripped, hosts);
  const isEnd =
    (target.kind === "pull" ||
      target.kind === "issue" ||
      target.kind === "discussion" ||
      target.kind === "commit") &&
    /^(?:|#[a-z]+(?:comment)?[-_]?r?\d+|\/(?:files|commits|checks))$/i.test(
      target.suffix,
    );
  const isRoot = target.kind === "repository" && /[^.!'*]$/.test(draft.url);
  return isEnd || isRoot ? mended(draft, "punctuation", stripped) : draft;
}

/** Pages that GitHub calls otherwise. `/commits/…` is one of its own: a history. */
function page(draft: Draft): Draft {
  const { root, path, tail } = divide(draft.url);
  const next = path
    .replace(
      /^(\/[^/]+\/[^/]+)\/(?:pulls|prs?|pull-requests?|pullrequests?)\/(?=[1-9]\d*(?![\w-]))/i,
      "$1/pull/",
    )
    .replace(/^(\/[^/]+\/[^/]+)\/issue\/(?=[1-9]\d*(?![\w-]))/i, "$1/issues/")
    .replace(
      /^(\/[^/]+\/[^/]+)\/discussion\/(?=[1-9]\d*(?![\w-]))/i,
      "$1/discussions/",
    )
    .replace(/^(\/[^/]+\/[^/]+)\/release\/tag\//i, "$1/releases/tag/");
  const numbered = /^\/[^/]+\/[^/]+\/(?:pulls?|issues?)\/?$/i.test(next)
    ? /^#(?<number>[1-9]\d*)$/.exec(tail)?.groups?.number
    : undefined;
  return mended(
    draft,
    "page",
    numbered === undefined
      ? `${root}${next}${tail}`
      : `${root}${next.replace(/s?\/?$/, /issue/i.test(next) ? "s" : "")}/${numbered}`,
  );
}

/** Scheme and host, path, and what follows a `?` or `#`. */
function divide(url: string): { root: string; path: string; tail: string } {
  const [whole = "", root = "", path = ""] =
    /^([a-z]+:\/\/[^/?#]+)([^?#]*)/i.exec(url) ?? [];
  return { root, path, tail: url.slice(whole.length) };
}

function isOnGitHub(url: string, hosts: readonly string[]): boolean {
  const match = /^https?:\/\/(?:www\.)?([^/?#@\s]+)/i.exec(url);
  const name = match?.[1]?.toLowerCase();
  return hosts.some((known) => known.toLowerCase() === name);
}
