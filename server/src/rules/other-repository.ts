import { readingFits, readings } from "../targets/label-styles.js";
import { nearest } from "../targets/near-miss.js";
import type { RepositoryContent } from "../targets/target.js";
import { itemKey, repositoryKey } from "../targets/target-key.js";
import { parseUrl } from "../targets/url.js";
import type { Post } from "../workspace/post.js";
import type { Naming } from "./naming.js";

/**
 * Whether a word is the name of another repository than the target's. "unknown" is a word that may be anything; false,
 * one that means this repository: its name, short for it, or what posts call it.
 */
export type OtherTest = (
  word: string,
  target: RepositoryContent,
) => boolean | "unknown";

/** The styles as `inReadingOrder` gives them. */
export function otherRepositoryTest(
  namings: readonly Naming[],
  post: Post,
  styles: readonly string[],
): OtherTest {
  const known = new Map<string, boolean | "unknown">();
  return (word, target) => {
    if (word.toLowerCase() === target.repo.toLowerCase()) return false;
    const key = `${word.toLowerCase()} ${repositoryKey(target)}`;
    const answer = known.get(key) ?? answerFor(word, target);
    known.set(key, answer);
    return answer;
  };

  function answerFor(word: string, target: RepositoryContent) {
    const { knowledge } = post;
    if (mayCall(word, target.repo)) return false;
    if (knowledge.knowsRepository(word)) return !isHabit(word, target);
    const learned = knowledge
      .repositoriesNamed(word)
      .some(
        (repository) => repositoryKey(repository) === repositoryKey(target),
      );
    return learned ? false : "unknown";
  }

  /**
   * Whether posts call this repository so: an alias, or the name it had before it moved. Twice, and more often than they
   * call one so whose name it is, or so often that no slip explains it.
   */
  function isHabit(word: string, target: RepositoryContent): boolean {
    const habit = new Set<string>();
    const name = new Set<string>();
    for (const { text, target: named } of allNamings(namings, post)) {
      if (!("repo" in named)) continue;
      if (!text.toLowerCase().includes(word.toLowerCase())) continue;
      for (const reading of readings(text, styles)) {
        if (reading.repo?.toLowerCase() !== word.toLowerCase()) continue;
        if (!readingFits(reading, named, { alias: true })) continue;
        if (repositoryKey(named) === repositoryKey(target))
          habit.add(itemKey(named));
        else if (readingFits(reading, named)) name.add(itemKey(named));
        break;
      }
    }
    return habit.size > 3 || (habit.size > 1 && habit.size > name.size);
  }
}

function* allNamings(
  namings: readonly Naming[],
  { document, knowledge, settings }: Post,
): Generator<Naming> {
  yield* namings;
  for (const { label, destination } of document.defined.values()) {
    const target = parseUrl(destination, settings.github.hosts);
    yield { text: label, target };
  }
  for (const { label, target } of knowledge.definitions())
    yield { text: label, target };
}

/**
 * Whether a word in a label may well be short, old or misspelt for a repository's name: `node` for cardano-node, `chap`
 * for cardano-haskell-packages, `hydra-poc` for hydra.
 */
function mayCall(word: string, repo: string): boolean {
  const [short, long] = [wordsIn(word), wordsIn(repo)];
  return (
    holdsRun(long, short) ||
    holdsRun(short, long) ||
    word.toLowerCase() === long.map(([initial]) => initial).join("") ||
    nearest(word, [repo]).length > 0
  );
}

function wordsIn(name: string): string[] {
  return name
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}

function holdsRun(words: readonly string[], run: readonly string[]): boolean {
  return words.some((_, start) =>
    run.every((word, index) => words[start + index] === word),
  );
}
