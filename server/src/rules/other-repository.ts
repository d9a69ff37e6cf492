import { forTextsOf } from "../markdown/remember.js";
import { nearest } from "../targets/near-miss.js";
import type { RepositoryContent } from "../targets/target.js";
import { itemKey, repositoryKey } from "../targets/target-key.js";
import { calls } from "../workspace/called.js";
import type { Post } from "../workspace/post.js";
import { labelNamings, type Naming, type Namings } from "./naming.js";

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
  namings: readonly Namings[],
  post: Post,
  styles: readonly string[],
): OtherTest {
  const callings = new Map<string, Callings>();
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
    if (nearest(word, [target.repo]).length > 0) return false;
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
    const { byRepository, byName } = callingsHere(word.toLowerCase());
    const habit = new Set(byRepository.get(repositoryKey(target)));
    const { knowledge } = post;
    addSome(habit, knowledge.itemsCalled(word, target), manyTimes);
    if (habit.size >= manyTimes) return true;
    if (habit.size < 2) return false;
    const name = new Set<string>();
    for (const [repository, items] of byName) {
      if (repository === repositoryKey(target)) continue;
      for (const item of items) name.add(item);
    }
    addSome(name, knowledge.itemsCalled(word), habit.size);
    return name.size < habit.size;
  }

  /** What this post calls so. */
  function callingsHere(word: string): Callings {
    const before = callings.get(word);
    if (before) return before;
    const found = { byRepository: new Map(), byName: new Map() };
    for (const { all } of new Set([...labelNamings(post), ...namings]))
      addCallings(found, callingsIn(word, all, styles));
    callings.set(word, found);
    return found;
  }
}

/** What some namings call so: kept for the next key as long as they stay as they are. */
const callingsIn = forTextsOf(findCallings);

function findCallings(
  word: string,
  namings: readonly Naming[],
  styles: readonly string[],
): Callings {
  const found = { byRepository: new Map(), byName: new Map() };
  for (const { text, target } of namings) {
    if (!("repo" in target)) continue;
    const how = calls(text, target, word, styles);
    if (how === undefined) continue;
    addTo(found.byRepository, repositoryKey(target), [itemKey(target)]);
    if (how === "by-name")
      addTo(found.byName, repositoryKey(target), [itemKey(target)]);
  }
  return found;
}

/** Items by the `repositoryKey` of their repositories. */
type Items = ReadonlyMap<string, ReadonlySet<string>>;

interface Callings {
  readonly byRepository: Items;
  /** Those whose repository's very name it is. */
  readonly byName: Items;
}

function addCallings(
  to: { [Kind in keyof Callings]: Map<string, Set<string>> },
  from: Callings,
): void {
  for (const kind of ["byRepository", "byName"] as const)
    for (const [key, items] of from[kind]) addTo(to[kind], key, items);
}

function addTo(
  sets: Map<string, Set<string>>,
  key: string,
  items: Iterable<string>,
): void {
  const set = sets.get(key) ?? new Set();
  sets.set(key, set);
  for (const item of items) set.add(item);
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

/**
 * Whether a word in a label may well be short or old for a repository's name, or that name written in another way: `node`
 * for cardano-node, `chap` for cardano-haskell-packages, `hydra-poc` for hydra.
 */
function mayCall(word: string, repo: string): boolean {
  const [short, long] = [wordsIn(word), wordsIn(repo)];
  return (
    holdsRun(long, short) ||
    holdsRun(short, long) ||
    word.toLowerCase() === long.map(([initial]) => initial).join("") ||
    short.join("") === long.join("")
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
