import { lazily } from "../markdown/lazy.js";
import { onceFor } from "../markdown/remember.js";
import type { RepositoryName, Target } from "../targets/target.js";
import { repositoryKey } from "../targets/target-key.js";
import { type Counter, type Counters, count, countIn } from "./counter.js";
import { type DefinitionFacts, type PostFacts, targetsNamed } from "./facts.js";
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

/** Learned when it is asked for. The styles as `inReadingOrder` gives them. */
export function lessonsOf(
  facts: PostFacts,
  styles: readonly string[],
  name: typeof namingOf = namingOf,
): Lessons {
  return learnedLater({
    targets: () => targetsNamed(facts),
    namings: () => namingsIn(facts.definitions, styles, name),
  });
}

interface Lesson {
  /** In document order. */
  targets(): readonly Target[];
  namings(): Counter<string>;
}

/** The lessons of what names these targets, and names them so: each learned when it is asked for. */
export const learnedLater = lazily<Lesson, Lessons>({
  repositories: (lesson) => ofTargets(lesson).repositories,
  spellings: (lesson) => ofTargets(lesson).spellings,
  pulls: (lesson) => ofTargets(lesson).pulls,
  issues: (lesson) => ofTargets(lesson).issues,
  namings: (lesson) => lesson.namings(),
});

const ofTargets = onceFor(({ targets }: Lesson) => targetsIn(targets()));

/** In document order: the first of a repository says how it is spelt. */
function targetsIn(targets: readonly Target[]): Omit<Lessons, "namings"> {
  const lessons = {
    repositories: new Map<string, number>(),
    spellings: new Map<string, RepositoryName>(),
    pulls: new Map<string, Counter<number>>(),
    issues: new Map<string, Counter<number>>(),
  };
  for (const target of targets) {
    if (!("repo" in target)) continue;
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
  return lessons;
}

export function namingsIn(
  definitions: readonly Pick<DefinitionFacts, "label" | "target" | "counts">[],
  styles: readonly string[],
  name: typeof namingOf = namingOf,
): Counter<string> {
  const namings = new Map<string, number>();
  for (const { label, target, counts } of definitions) {
    if (!counts || !("repo" in target)) continue;
    const naming = name(label, target, styles);
    if (naming !== undefined) count(namings, namingKey(naming));
  }
  return namings;
}
