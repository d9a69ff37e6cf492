import type { LabelReading } from "../targets/label-styles.js";
import type { RepositoryName, Target } from "../targets/target.js";
import { sameItem } from "../targets/target-key.js";
import { formatUrl } from "../targets/url.js";
import type { Knowledge, KnownRepository } from "./knowledge.js";
import { targetOf } from "./target-of.js";

/** What a label may mean, and how much speaks for it. */
export interface Idea {
  readonly target: Target;
  readonly destination: string;
  readonly reason: string;
  readonly weight: number;
  /** By which ideas are sorted: a logarithm, roughly. */
  readonly likelihood: number;
  readonly evident: boolean;
}

/** How much speaks for an idea. Those above `possible` exclude each other: where there are two, neither is certain. */
export const Weight = {
  unlikely: 0,
  possible: 1,
  named: 2,
  defined: 3,
  /** A bare number of the size of those that this post names of a repository. */
  confirmed: 4,
} as const;

/** Where a label names its repository; what a bare number is likely to be of is a sum of what speaks for each. */
export const likelihoods = {
  unlikely: -10,
  possible: 0,
  named: 2,
  defined: 4,
} as const;

/** What a reading of a label means in a repository; none where the reading says too little. */
export function ideaOf(
  reading: LabelReading,
  repository: RepositoryName | KnownRepository,
  knowledge: Knowledge,
  evidence: Omit<Idea, "target" | "destination">,
): Idea[] {
  const { host, owner, repo } = repository;
  const target = targetOf(reading, { host, owner, repo }, knowledge);
  return target === undefined
    ? []
    : [{ ...evidence, target, destination: formatUrl(target) }];
}

/** One idea for each thing on GitHub: the weightiest, strengthened by those that agree. */
export function withoutRepeats(ideas: readonly Idea[]): Idea[] {
  const distinct: Idea[] = [];
  for (const idea of ideas) {
    const at = distinct.findIndex(({ target }) =>
      sameItem(target, idea.target),
    );
    const first = distinct[at];
    if (first === undefined) distinct.push(idea);
    else
      distinct[at] = {
        ...first,
        weight: Math.max(first.weight, idea.weight),
        evident: first.evident || idea.evident,
      };
  }
  return distinct;
}
