import { forTextsOf } from "../markdown/remember.js";
import { readingFits, readings } from "../targets/label-styles.js";
import type { RepositoryName, Target } from "../targets/target.js";
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
    for (const reading of readings(label, styles)) {
      const word = reading.repo?.toLowerCase();
      if (word === undefined || words.has(word)) continue;
      if (!readingFits(reading, target, { alias: true })) continue;
      words.set(word, readingFits(reading, target) ? "by-name" : "by-another");
    }
    return words;
  },
);

/** What the labels of all posts call repositories, found out once for each word that somebody asks for. */
export interface Called {
  /** The definitions whose labels call that repository so. */
  repository(word: string, repository: RepositoryName): Calling[];
  /** Those whose labels say the very name of their repositories. */
  byName(word: string): Calling[];
}

export interface Calling {
  /** `itemKey` of the target. */
  readonly item: string;
  readonly entry: DefinitionEntry;
}

/** Holds as long as the table stays as it is. */
export function createCalled(
  definitions: DefinitionTable,
  styles: readonly string[],
): Called {
  const words = new Map<string, ReadonlyMap<string, Calling[]>>();

  function callingsOf(word: string): ReadonlyMap<string, Calling[]> {
    const key = word.toLowerCase();
    const known = words.get(key) ?? findCallings(key);
    words.set(key, known);
    return known;
  }

  /** By `repositoryKey`, and those by name also as `byName`. */
  function findCallings(word: string): ReadonlyMap<string, Calling[]> {
    const found = new Map<string, Calling[]>();
    const put = (key: string, calling: Calling) => {
      const others = found.get(key);
      if (others) others.push(calling);
      else found.set(key, [calling]);
    };
    for (const entry of definitions.holding(word)) {
      const { label, target } = entry;
      if (!("repo" in target)) continue;
      const how = calls(label, target, word, styles);
      if (how === undefined) continue;
      const calling = { item: itemKey(target), entry };
      put(repositoryKey(target), calling);
      if (how === "by-name") put(byName, calling);
    }
    return found;
  }

  return {
    repository: (word, repository) =>
      callingsOf(word).get(repositoryKey(repository)) ?? [],
    byName: (word) => callingsOf(word).get(byName) ?? [],
  };
}

/** No `repositoryKey`. */
const byName = "";
