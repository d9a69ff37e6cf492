import type { RepositoryName } from "../targets/target.js";
import { repositoryKey } from "../targets/target-key.js";
import { type Counter, type Counters, count, countIn } from "./counter.js";
import type { PostFacts } from "./facts.js";
import { namingKey, namingOf } from "./naming.js";

/** What one post teaches of repositories and labels: sums over its facts, which the index adds up over all posts. */
export interface Lessons {
  /** How often each repository is named, by `repositoryKey`. */
  readonly repositories: Counter<string>;
  readonly spellings: ReadonlyMap<string, RepositoryName>;
  /** `repositoryKey` → numbers linked as pull requests, and as issues. */
  readonly pulls: Counters<string, number>;
  readonly issues: Counters<string, number>;
  /** How the labels of definitions name their targets, by `namingKey`. */
  readonly namings: Counter<string>;
}

/** The styles as `inReadingOrder` gives them. */
export function lessonsOf(
  facts: PostFacts,
  styles: readonly string[],
): Lessons {
  const lessons = {
    repositories: new Map<string, number>(),
    spellings: new Map<string, RepositoryName>(),
    pulls: new Map<string, Counter<number>>(),
    issues: new Map<string, Counter<number>>(),
    namings: new Map<string, number>(),
  };
  for (const { form, target } of facts.uses) {
    if (form === "reference" || !("repo" in target)) continue;
    const repository = repositoryKey(target);
    count(lessons.repositories, repository);
    if (!lessons.spellings.has(repository)) {
      const { host, owner, repo } = target;
      lessons.spellings.set(repository, { host, owner, repo });
    }
    if (target.kind === "pull") {
      countIn(lessons.pulls, repository, target.number);
    } else if (target.kind === "issue") {
      countIn(lessons.issues, repository, target.number);
    }
  }
  for (const { label, target, counts } of facts.definitions) {
    if (!counts || !("repo" in target)) continue;
    const naming = namingOf(label, target, styles);
    if (naming !== undefined) count(lessons.namings, namingKey(naming));
  }
  return lessons;
}
