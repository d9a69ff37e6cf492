import type { RepositoryName } from "../targets/target.js";
import { repositoryKey } from "../targets/target-key.js";
import type { LearnedSources } from "./learned.js";

/** The numbers of pull requests and issues that posts name, by repository. */
export interface KnownNumbers {
  /** See `BareRepository.numbers`; by `repositoryKey`. */
  rangeOf(repository: string): {
    readonly lowest: number;
    readonly highest: number;
  };
  /** See `Knowledge.nearness`. */
  nearness(repository: RepositoryName, number: number): number;
  /** See `Knowledge.kindOfNumber`. */
  kindOf(
    repository: RepositoryName,
    number: number,
  ): "pull" | "issue" | undefined;
}

const kinds = ["pulls", "issues"] as const;

export function knownNumbers({
  lessons,
  stored,
  totals,
}: LearnedSources): KnownNumbers {
  /** Nothing is copied: posts name thousands of numbers of a repository. */
  function forEach(repository: string, visit: (number: number) => void): void {
    for (const kind of kinds) {
      for (const number of lessons?.[kind].get(repository)?.keys() ?? [])
        visit(number);
      const own = stored?.[kind].get(repository);
      for (const [number, times] of totals[kind].get(repository) ?? []) {
        if (times > (own?.get(number) ?? 0)) visit(number);
      }
    }
  }

  return {
    rangeOf(repository) {
      let lowest = Number.POSITIVE_INFINITY;
      let highest = 0;
      forEach(repository, (number) => {
        lowest = Math.min(lowest, number);
        highest = Math.max(highest, number);
      });
      return { lowest, highest };
    },
    nearness(repository, number) {
      const slack = Math.max(10, number * 0.1);
      let all = 0;
      let near = 0;
      let highest = 1;
      forEach(repositoryKey(repository), (other) => {
        all++;
        highest = Math.max(highest, other);
        if (Math.abs(other - number) <= slack) near++;
      });
      if (all === 0) return 0.1;
      // An old item comes up again, the less often the older. That there are higher numbers shows where many are known: the
      // highest of two may be half of what there is.
      const age = number / highest;
      const other = age > 1 ? (0.1 * age ** -all) / (all + 2) : 0.05 * age ** 2;
      return near / (all + 2) + other;
    },
    kindOf(repository, number) {
      const key = repositoryKey(repository);
      const [pulls = 0, issues = 0] = kinds.map(
        (kind) =>
          (totals[kind].get(key)?.get(number) ?? 0) -
          (stored?.[kind].get(key)?.get(number) ?? 0) +
          (lessons?.[kind].get(key)?.get(number) ?? 0),
      );
      if (pulls === 0 && issues === 0) return undefined;
      return pulls >= issues ? "pull" : "issue";
    },
  };
}
