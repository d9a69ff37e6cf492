import { createMemory } from "../markdown/memory.js";
import { forTextsOf, onceFor } from "../markdown/remember.js";
import { nearest } from "../targets/near-miss.js";
import type { RepositoryContent } from "../targets/target.js";
import { itemKey, repositoryKey } from "../targets/target-key.js";
import { calls } from "../workspace/called.js";
import type { Learned } from "../workspace/knowledge.js";
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

/** What is asked of an `OtherTest`. */
interface Question {
  /** One for each word, whatever its case, and repository. */
  readonly key: string;
  readonly word: string;
  readonly target: RepositoryContent;
}

type Answer = ReturnType<OtherTest>;

/** Answers whether a word is another repository's name than the target's. */
export type OtherRepositories = (question: Question) => Answer;

/**
 * Makes something of an object, as a setting has it, by an `OtherTest`: again only when something that was asked is answered
 * in another way. Few words are asked about, however many labels there are.
 */
export function whileAnswered<Of extends object, Given extends object, Value>(
  make: (of: Of, given: Given, isOther: OtherTest) => Value,
): (of: Of, given: Given, answerTo: OtherRepositories) => Value {
  const known = createMemory<
    Of,
    {
      readonly given: Given;
      readonly asked: readonly (readonly [Question, Answer])[];
      readonly value: Value;
    }
  >();
  return (of, given, answerTo) => {
    const before = known.get(of);
    if (
      before?.given === given &&
      before.asked.every(([question, answer]) => answerTo(question) === answer)
    )
      return before.value;
    const asked = new Map<string, readonly [Question, Answer]>();
    const value = make(of, given, (word, target) => {
      if (word.toLowerCase() === target.repo.toLowerCase()) return false;
      const key = `${word.toLowerCase()} ${repositoryKey(target)}`;
      const question = { key, word, target };
      const answer = answerTo(question);
      asked.set(key, [question, answer]);
      return answer;
    });
    known.set(of, { given, asked: [...asked.values()], value });
    return value;
  };
}

/** The styles as `inReadingOrder` gives them. */
export function otherRepositories(
  namings: readonly Namings[],
  post: Post,
  styles: readonly string[],
): OtherRepositories {
  const callings = new Map<string, readonly Callings[]>();
  const known = new Map<string, Answer>();
  const toldBefore = toldWith(post.knowledge.learned);
  return (question) => {
    const { key } = question;
    const answer = known.get(key) ?? answerFor(question);
    known.set(key, answer);
    return answer;
  };

  function answerFor(question: Question): Answer {
    const told =
      toldBefore.get(question.key) ?? tell(question, post.knowledge.learned);
    toldBefore.set(question.key, told);
    const { word, target } = question;
    return told === "name" ? !isHabit(word, target) : told;
  }

  /**
   * Whether posts call this repository so: an alias, or the name it had before it moved. Twice, and more often than they
   * call one so whose name it is, or so often that no slip explains it. Counted are things, not labels.
   */
  function isHabit(word: string, target: RepositoryContent): boolean {
    const { knowledge } = post;
    const here = callingsHere(word.toLowerCase());
    const own = repositoryKey(target);
    const habit = new Set<string>();
    for (const { byRepository } of here)
      addSome(habit, byRepository.get(own) ?? [], manyTimes);
    addSome(habit, knowledge.itemsCalled(word, target), manyTimes);
    if (habit.size >= manyTimes) return true;
    if (habit.size < 2) return false;
    const name = new Set<string>();
    for (const { byName } of here)
      for (const [repository, items] of byName)
        if (repository !== own) addSome(name, items, habit.size);
    addSome(name, knowledge.itemsCalled(word), habit.size);
    return name.size < habit.size;
  }

  /** What this post calls so. */
  function callingsHere(word: string): readonly Callings[] {
    const before = callings.get(word);
    if (before) return before;
    const labels = labelNamings(post);
    const texts = namings === labels ? [] : namings;
    const found = [
      callingsOfLabels(word, labels, styles),
      ...texts.map(({ all }) => callingsIn(word, all, styles)),
    ].filter(({ byRepository }) => byRepository.size > 0);
    callings.set(word, found);
    return found;
  }
}

/** What is learned tells whether a word is a repository's name; only what it is used for may change with any key. */
type Told = false | "unknown" | "name";

const toldWith = onceFor((_learned: Learned) => new Map<string, Told>());

function tell({ word, target }: Question, learned: Learned): Told {
  if (mayCall(word, target.repo)) return false;
  if (learned.knowsRepository(word)) return "name";
  if (nearest(word, [target.repo]).length > 0) return false;
  const repository = repositoryKey(target);
  return learned
    .repositoriesNamed(word)
    .some((named) => repositoryKey(named) === repository)
    ? false
    : "unknown";
}

/** What all labels of a post call so: kept as long as no definition changes. */
const callingsOfLabels = forTextsOf(
  (word, labels: readonly Namings[], styles: readonly string[]): Callings => {
    const found = { byRepository: new Map(), byName: new Map() };
    for (const { all } of labels)
      addCallings(found, callingsIn(word, all, styles));
    return found;
  },
);

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
