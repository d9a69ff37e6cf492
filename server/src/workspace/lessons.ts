import type { LabelReading } from "../targets/label-styles.js";
import { readingFits, readings } from "../targets/label-styles.js";
import type { RepositoryName, Target, TargetKind } from "../targets/target.js";
import { repositoryKey } from "../targets/target-key.js";
import { type Counter, type Counters, count, countIn } from "./counter.js";
import type { PostFacts } from "./facts.js";

/** What one post teaches of repositories and labels: sums over its facts, which the index adds up over all posts. */
export interface Lessons {
  /** How often each repository is named, by `repositoryKey`. */
  readonly repositories: Counter<string>;
  readonly spellings: ReadonlyMap<string, RepositoryName>;
  /** What labels call a repository other than by its name, lower case → `repositoryKey`. */
  readonly aliases: Counters<string, string>;
  /** Whose items labels name by a bare number, by `repositoryKey`. */
  readonly bare: Counter<string>;
  /** `repositoryKey` → numbers linked as pull requests, and as issues. */
  readonly pulls: Counters<string, number>;
  readonly issues: Counters<string, number>;
  /** Kind of target → label style. */
  readonly styles: Counters<TargetKind, string>;
}

/** The styles as `inReadingOrder` gives them. */
export function lessonsOf(
  facts: PostFacts,
  styles: readonly string[],
): Lessons {
  const lessons = {
    repositories: new Map<string, number>(),
    spellings: new Map<string, RepositoryName>(),
    aliases: new Map<string, Counter<string>>(),
    bare: new Map<string, number>(),
    pulls: new Map<string, Counter<number>>(),
    issues: new Map<string, Counter<number>>(),
    styles: new Map<TargetKind, Counter<string>>(),
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
    const said = readingOf(label, target, styles);
    if (said === undefined) continue;
    const { reading, alias } = said;
    const repository = repositoryKey(target);
    countIn(lessons.styles, target.kind, reading.style);
    if (alias !== undefined) {
      countIn(lessons.aliases, alias.toLowerCase(), repository);
    }
    if (reading.repo === undefined && reading.number !== undefined) {
      count(lessons.bare, repository);
    }
  }
  return lessons;
}

/** The style a label was written in, given what it is defined as. */
function readingOf(
  label: string,
  target: Target,
  styles: readonly string[],
):
  | { readonly reading: LabelReading; readonly alias: string | undefined }
  | undefined {
  for (const reading of readings(label, styles)) {
    if (readingFits(reading, target)) return { reading, alias: undefined };
  }
  // Only a number or digest that agrees shows that the rest of the label is a name for the repository.
  for (const reading of readings(label, styles)) {
    const isSure = reading.number !== undefined || reading.sha !== undefined;
    if (isSure && readingFits(reading, target, { alias: true })) {
      return { reading, alias: reading.repo };
    }
  }
  return undefined;
}

/** The groups of posts that one belongs to: what its neighbours in each speak of, it may speak of too. */
export function groupsOf({ uri, authors, tags }: PostFacts): readonly string[] {
  return [
    "all",
    `folder ${uri.slice(0, uri.lastIndexOf("/"))}`,
    ...new Set([
      ...authors.map((author) => `author ${author}`),
      ...tags.map((tag) => `tag ${tag}`),
    ]),
  ];
}
