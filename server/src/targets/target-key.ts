import type { RepositoryName, Target } from "./target.js";

/**
 * What two targets are compared by: one key for each thing on GitHub, whatever part of its page a URL shows. Host, owner
 * and repository without regard to case, refs and paths with it.
 */
export function targetKey(target: Target): string {
  switch (target.kind) {
    case "url":
      return `url ${urlKey(target.url)}`;
    case "user":
      return `user ${target.host}/${target.login}`.toLowerCase();
    case "project":
      return `project ${target.host}/${target.scope} ${target.number}`.toLowerCase();
  }
  const key = `${target.kind} ${repositoryKey(target)}`;
  switch (target.kind) {
    case "repository":
      return key;
    case "pull":
    case "issue":
    case "discussion":
      return `${key} ${target.number}`;
    case "commit":
      return `${key} ${target.sha.toLowerCase()}`;
    case "branch":
      return `${key} ${target.ref}`;
    case "file":
      return `${key} ${target.refAndPath}`;
    case "release":
      return `${key} ${target.tag}`;
    case "compare":
      return `${key} ${target.base ?? ""}${target.dots}${target.head}`;
  }
}

/** `host/owner/repo` in lower case. */
export function repositoryKey({ host, owner, repo }: RepositoryName): string {
  return `${host}/${owner}/${repo}`.toLowerCase();
}

export function sameRepository(a: RepositoryName, b: RepositoryName): boolean {
  return (
    a.repo.toLowerCase() === b.repo.toLowerCase() &&
    a.owner.toLowerCase() === b.owner.toLowerCase() &&
    a.host.toLowerCase() === b.host.toLowerCase()
  );
}

export function sameTarget(a: Target, b: Target): boolean {
  return targetKey(a) === targetKey(b);
}

/**
 * Whether two targets are one thing on GitHub under two addresses: `/pull/12` and `/issues/12` (one leads to the other),
 * a commit and its abbreviation.
 */
export function sameItem(a: Target, b: Target): boolean {
  if (itemKey(a) !== itemKey(b)) return false;
  if (a.kind !== "commit" || b.kind !== "commit") return true;
  const [x, y] = [a.sha.toLowerCase(), b.sha.toLowerCase()];
  return x.startsWith(y) || y.startsWith(x);
}

/** Equal for all targets that can be the same item; commits that are not may share one. */
export function itemKey(target: Target): string {
  switch (target.kind) {
    case "pull":
    case "issue":
      return `item ${repositoryKey(target)} ${target.number}`;
    case "commit":
      return `commit ${repositoryKey(target)} ${target.sha.slice(0, 4).toLowerCase()}`;
    default:
      return targetKey(target);
  }
}

function urlKey(url: string): string {
  return url.replace(/^[a-z][a-z\d+.-]*:\/\/[^/?#]*/i, (root) =>
    root.toLowerCase(),
  );
}
