import type { RepositoryContent, Target } from "../targets/target.js";

/** What nearly all labels and targets do, or cannot but do, found out without reading the label by every style. */
export function plainlyAgree({
  text,
  target,
}: {
  readonly text: string;
  readonly target: Target;
}): boolean {
  return !("repo" in target) || plainlyNames(text, target);
}

export function plainlyNames(text: string, target: RepositoryContent): boolean {
  const repo = target.repo.toLowerCase();
  const said = text.toLowerCase();
  const rest = said.startsWith(repo) ? said.slice(repo.length) : said;
  switch (target.kind) {
    case "repository":
      return rest === "";
    case "pull":
    case "issue": {
      const [, words, number] = /^([^\d]*)([1-9]\d*)$/.exec(rest) ?? [];
      return (
        Number(number) === target.number &&
        words !== undefined &&
        (target.kind === "pull" ? pullWords : issueWords).test(words)
      );
    }
    case "commit": {
      const sha = /^(?:[-@]|\s+|(?:-|\s+)?commit(?:-|\s+))?([\da-f]{7,})$/.exec(
        rest,
      )?.[1];
      return sha !== undefined && target.sha.startsWith(sha);
    }
    default:
      return false;
  }
}

const pullWords = /^(?:-|\s*)(?:(?:pull\s+request|pull|pr)(?:-|\s*))?#?$/;
const issueWords = /^(?:-|\s*)(?:issue(?:-|\s*))?#?$/;
