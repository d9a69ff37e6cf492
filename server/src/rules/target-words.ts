import type { Target } from "../targets/target.js";

/** A target as messages name it: `pull request 4218 of ouroboros-network`. */
export function targetWords(target: Target): string {
  switch (target.kind) {
    case "repository":
      return `the repository ${target.repo}`;
    case "pull":
      return `pull request ${target.number} of ${target.repo}`;
    case "issue":
    case "discussion":
      return `${target.kind} ${target.number} of ${target.repo}`;
    case "commit":
      return `commit ${target.sha.slice(0, 7)} of ${target.repo}`;
    case "branch":
      return `branch ${target.ref} of ${target.repo}`;
    case "release":
      return `release ${target.tag} of ${target.repo}`;
    case "compare":
      return `the comparison ${target.base === undefined ? "with " : `${target.base}${target.dots}`}${target.head} of ${target.repo}`;
    case "file":
      return `a page of ${target.repo}`;
    case "user":
      return target.login;
    case "project":
      return `project ${target.number} of ${target.scope}`;
    case "url":
      return target.url;
  }
}
