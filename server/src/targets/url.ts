import { forTexts } from "../markdown/remember.js";
import { isReservedName } from "./reserved-names.js";
import type { RepositoryName, Target } from "./target.js";

/** A long post has thousands of addresses, which are asked about at each key. */
const mostRemembered = 20_000;

/**
 * What a destination names. GitHub's pages are read on the given hosts (and `www.` before them) whatever the scheme is
 * written like; a page that has no status, and anything that is no URL at all, is a `url` target.
 */
export const parseUrl = forTexts(
  mostRemembered,
  (url, hosts: readonly string[]): Target =>
    parsePage(url, hosts) ?? { kind: "url", url },
);

/**
 * The address of a target, as a definition's destination can hold it without angle brackets. Reading it again gives the
 * same target.
 */
export function formatUrl(target: Target): string {
  switch (target.kind) {
    case "url":
      return target.url;
    case "user":
      return `https://${target.host}/${target.login}`;
    case "project": {
      const { host, scope, number, suffix } = target;
      return `https://${host}/${scope}/projects/${number}${suffix}`;
    }
  }
  const root = `https://${target.host}/${target.owner}/${target.repo}`;
  switch (target.kind) {
    case "repository":
      return root;
    case "pull":
      return `${root}/pull/${target.number}${target.suffix}`;
    case "issue":
      return `${root}/issues/${target.number}${target.suffix}`;
    case "discussion":
      return `${root}/discussions/${target.number}${target.suffix}`;
    case "commit":
      return `${root}/commit/${target.sha}${target.suffix}`;
    case "branch":
      return `${root}/tree/${encodePath(target.ref)}`;
    case "file":
      return `${root}/blob/${encodePath(target.refAndPath)}${target.suffix}`;
    case "release":
      return `${root}/releases/tag/${encodePath(target.tag)}`;
    case "compare": {
      const base =
        target.base === undefined
          ? ""
          : `${encodePath(target.base)}${target.dots}`;
      return `${root}/compare/${base}${encodePath(target.head)}`;
    }
  }
}

const urlPattern = /^https?:\/\/(?:www\.)?([^/?#@\s]+)(\/[^?#]*)?([?#].*)?$/isu;
/** Accounts of managed enterprises have an underscore; some old ones end in a hyphen. */
const ownerPattern = /^[a-z\d][\w-]*$/i;
const repoPattern = /^[\w.-]+$/;
const numberPattern = /^([1-9]\d{0,9})((?:[/.].*)?)$/s;
/** Git abbreviates no further than four digits. */
const commitPattern = /^([\da-f]{4,40}|[\da-f]{64})((?:[/.].*)?)$/is;

function parsePage(url: string, hosts: readonly string[]): Target | undefined {
  const [, writtenHost, writtenPath = "", writtenTail = ""] =
    urlPattern.exec(url) ?? [];
  const host = writtenHost?.toLowerCase();
  if (
    host === undefined ||
    !hosts.some((known) => known.toLowerCase() === host)
  ) {
    return undefined;
  }
  const path = writtenPath.replace(/\/+$/, "").slice(1);
  const tail = writtenTail.replace(/^[?#]+$/, "");
  const [first = "", second, third, ...rest] = path.split("/");

  if (first === "orgs" || first === "users") {
    if (second === undefined || !ownerPattern.test(second)) return undefined;
    if (third === undefined && first === "orgs") {
      return { kind: "user", host, login: second };
    }
    const scope = `${first}/${second}`;
    return third === "projects"
      ? parseProject(host, scope, rest.join("/"), tail)
      : undefined;
  }
  if (!ownerPattern.test(first) || isReservedName(first)) return undefined;
  if (second === undefined) return { kind: "user", host, login: first };

  const repo = second.replace(/\.git$/i, "");
  if (!isRepositoryName(repo)) return undefined;
  const name = { host, owner: first, repo };
  return third === undefined
    ? { kind: "repository", ...name }
    : parseContent(name, third, rest.join("/"), tail);
}

function parseContent(
  name: RepositoryName,
  page: string,
  rest: string,
  tail: string,
): Target | undefined {
  switch (page) {
    case "pull":
      return parseNumbered("pull", name, rest, tail);
    case "issues":
      return parseNumbered("issue", name, rest, tail);
    case "discussions":
      return parseNumbered("discussion", name, rest, tail);
    case "projects":
      return parseProject(name.host, `${name.owner}/${name.repo}`, rest, tail);
    case "commit": {
      const [, sha, further = ""] = commitPattern.exec(rest) ?? [];
      if (sha === undefined) return undefined;
      const suffix = further + tail;
      return { kind: "commit", ...name, sha: sha.toLowerCase(), suffix };
    }
    case "tree": {
      const ref = decodePath(rest);
      return ref === undefined ? undefined : { kind: "branch", ...name, ref };
    }
    case "blob": {
      const refAndPath = decodePath(rest);
      return refAndPath?.includes("/")
        ? { kind: "file", ...name, refAndPath, suffix: tail }
        : undefined;
    }
    case "releases": {
      const tag = rest.startsWith("tag/")
        ? decodePath(rest.slice("tag/".length))
        : undefined;
      return tag === undefined ? undefined : { kind: "release", ...name, tag };
    }
    case "compare":
      return parseCompare(name, rest);
    default:
      return undefined;
  }
}

/** Written field by field: most URLs of a post come here at every key. */
function parseNumbered(
  kind: "pull" | "issue" | "discussion",
  { host, owner, repo }: RepositoryName,
  page: string,
  tail: string,
): Target | undefined {
  const [, number, rest = ""] = numberPattern.exec(page) ?? [];
  if (number === undefined) return undefined;
  const suffix = rest + tail;
  return { kind, host, owner, repo, number: Number(number), suffix };
}

function parseProject(
  host: string,
  scope: string,
  page: string,
  tail: string,
): Target | undefined {
  const [, number, rest = ""] = numberPattern.exec(page) ?? [];
  if (number === undefined) return undefined;
  const suffix = rest + tail;
  return {
    kind: "project",
    host,
    scope,
    number: Number(number),
    suffix,
  };
}

/** No ref has two dots in a row (git-check-ref-format), so that the first ones separate. */
function parseCompare(name: RepositoryName, rest: string): Target | undefined {
  const whole = decodePath(rest);
  if (whole === undefined) return undefined;
  const dots = /\.{2,3}/.exec(whole);
  if (dots === null) {
    return {
      kind: "compare",
      ...name,
      base: undefined,
      head: whole,
      dots: "...",
    };
  }
  const base = whole.slice(0, dots.index);
  const head = whole.slice(dots.index + dots[0].length);
  if (base === "" || head === "") return undefined;
  return {
    kind: "compare",
    ...name,
    base,
    head,
    dots: dots[0] === ".." ? ".." : "...",
  };
}

function isRepositoryName(text: string): boolean {
  return repoPattern.test(text) && text !== "." && text !== "..";
}

function decodePath(path: string): string | undefined {
  const decoded = decode(path);
  return decoded
    ?.split("/")
    .every((segment) => segment !== "" && !/^\.{1,2}$/.test(segment))
    ? decoded
    : undefined;
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** Parentheses too, which `encodeURIComponent` leaves: Markdown wants them in pairs. */
function encodePath(path: string): string {
  return encodeURIComponent(replaceLoneSurrogates(path))
    .replace(/%(?:2F|3A|40|2B|2C|3D)/g, decodeURIComponent)
    .replaceAll("(", "%28")
    .replaceAll(")", "%29");
}

function replaceLoneSurrogates(text: string): string {
  return text.replace(/\p{Surrogate}/gu, "\uFFFD");
}
