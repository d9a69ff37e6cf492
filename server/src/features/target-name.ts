import type { Target, TargetKind } from "../targets/target.js";

/** How GitHub's own pages call a target: `owner/repo#12`, `owner/repo@5e4f1c2`. Not escaped. */
export function targetName(target: Target): string {
  switch (target.kind) {
    case "url":
      return target.url.replace(/^https?:\/\//i, "").replace(/\/$/, "");
    case "user":
      return target.login;
    case "project":
      return `${target.scope} project ${target.number}`;
    default: {
      const repository = `${target.owner}/${target.repo}`;
      switch (target.kind) {
        case "repository":
          return repository;
        case "pull":
        case "issue":
        case "discussion":
          return `${repository}#${target.number}`;
        case "commit":
          return `${repository}@${target.sha.slice(0, 7)}`;
        case "compare":
          return target.base === undefined
            ? `${repository}: ${target.head}`
            : `${repository}: ${target.base}${target.dots}${target.head}`;
        case "branch":
          return `${repository}: ${target.ref}`;
        case "file":
          return `${repository}: ${target.refAndPath}`;
        case "release":
          return `${repository} ${target.tag}`;
      }
    }
  }
}

/** What a target is called in a sentence. */
export const kindNames: Readonly<Record<TargetKind, string>> = {
  repository: "repository",
  pull: "pull request",
  issue: "issue",
  discussion: "discussion",
  commit: "commit",
  compare: "comparison",
  branch: "branch",
  file: "file",
  release: "release",
  user: "user or organization",
  project: "project",
  url: "page",
};
