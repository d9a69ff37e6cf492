import { nearest } from "../targets/near-miss.js";
import type { RepositoryContent } from "../targets/target.js";
import { itemKey, repositoryKey } from "../targets/target-key.js";
import { parseUrl } from "../targets/url.js";
import { calls } from "../workspace/called.js";
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
   * call one so whose name it is, or so often that no slip explains it. Counted are things, not labels.
   */
  function isHabit(word: string, target: RepositoryContent): boolean {
    const habit = new Set<string>();
    const name = new Set<string>();
    for (const { text, target: named } of namingsHere(namings, post)) {
      if (!("repo" in named)) continue;
      const how = calls(text, named, word, styles);
      if (how === undefined) continue;
      if (repositoryKey(named) === repositoryKey(target))
        habit.add(itemKey(named));
      else if (how === "by-name") name.add(itemKey(named));
    }
    const { knowledge } = post;
    addSome(habit, knowledge.itemsCalled(word, target), manyTimes);
    if (habit.size >= manyTimes) return true;
    if (habit.size < 2) return false;
    addSome(name, knowledge.itemsCalled(word), habit.size);
    return name.size < habit.size;
  }
}

/** So often that no slip explains it. */
const manyTimes = 4;

/** Adds until there are so many: posts may have many thousands. */
function addSome(
  set: Set<string>,
  more: Iterable<string>,
  enough: number,
): void {
  if (set.size >= enough) return;
  for (const one of more) if (set.add(one).size >= enough) return;
}

function namingsHere(
  namings: readonly Naming[],
  { document, settings }: Post,
): Naming[] {
  return [
    ...namings,
    ...[...document.defined.values()].map(({ label, destination }) => ({
      text: label,
      target: parseUrl(destination, settings.github.hosts),
    })),
  ];
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
