import { forTextsOf } from "../markdown/remember.js";
import { readingFits, readings } from "../targets/label-styles.js";
import type {
  RepositoryContent,
  RepositoryName,
  Target,
} from "../targets/target.js";
import { itemKey, repositoryKey } from "../targets/target-key.js";
import type { DefinitionEntry, DefinitionTable } from "./definition-table.js";

/**
 * Whether a label names what it leads to and calls its repository by that word, its name or any other. The styles as
 * `inReadingOrder` gives them.
 */
export function calls(
  label: string,
  target: Target,
  word: string,
  styles: readonly string[],
): "by-name" | "by-another" | undefined {
  const wanted = word.toLowerCase();
  return label.toLowerCase().includes(wanted)
    ? wordsFor(label, target, styles).get(wanted)
    : undefined;
}

/** All words, in lower case, that a label calls the repository of its target by. */
const wordsFor = forTextsOf(
  (label, target: Target, styles: readonly string[]) => {
    const words = new Map<string, "by-name" | "by-another">();
    for (const reading of readings(label, styles, target)) {
      const word = reading.repo?.toLowerCase();
      if (word === undefined || words.has(word)) continue;
      if (!readingFits(reading, target, { alias: true })) continue;
      words.set(word, readingFits(reading, target) ? "by-name" : "by-another");
    }
    return words;
  },
);

/** What the labels of all posts call repositories. Read as far as somebody looks: most are called by their names. */
export interface Called {
  /** The definitions whose labels call that repository so. */
  repository(word: string, repository: RepositoryName): Iterable<Calling>;
  /** Those whose labels say the very name of their repositories. */
  byName(word: string): Iterable<Calling>;
}

export interface Calling {
  /** `itemKey` of the target. */
  readonly item: string;
  readonly entry: DefinitionEntry;
}

/** What a label may call a repository. */
interface Candidate {
  readonly entry: DefinitionEntry;
  readonly target: RepositoryContent;
}

/** Holds as long as the table stays as it is. */
export function createCalled(
  definitions: DefinitionTable,
  styles: readonly string[],
): Called {
  const words = new Map<string, ReadonlyMap<string, readonly Candidate[]>>();

  function holding(word: string): ReadonlyMap<string, readonly Candidate[]> {
    const known = words.get(word) ?? findHolding(word);
    words.set(word, known);
    return known;
  }

  /** The definitions whose labels hold a word, by the `repositoryKey` of their targets. */
  function findHolding(word: string): ReadonlyMap<string, Candidate[]> {
    const found = new Map<string, Candidate[]>();
    for (const entry of definitions.holding(word)) {
      const { target } = entry;
      if (!("repo" in target)) continue;
      const key = repositoryKey(target);
      const others = found.get(key);
      if (others) others.push({ entry, target });
      else found.set(key, [{ entry, target }]);
    }
    return found;
  }

  function* callings(
    candidates: Iterable<Candidate>,
    word: string,
    isOne: (how: ReturnType<typeof calls>) => boolean,
  ): Generator<Calling> {
    for (const { entry, target } of candidates) {
      if (isOne(calls(entry.label, target, word, styles)))
        yield { item: itemKey(target), entry };
    }
  }

  return {
    repository(word, repository) {
      const key = word.toLowerCase();
      const candidates = holding(key).get(repositoryKey(repository)) ?? [];
      return callings(candidates, key, (how) => how !== undefined);
    },
    *byName(word) {
      const key = word.toLowerCase();
      for (const candidates of holding(key).values()) {
        if (candidates[0]?.target.repo.toLowerCase() !== key) continue;
        yield* callings(candidates, key, (how) => how === "by-name");
      }
    },
  };
}
