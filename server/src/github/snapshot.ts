import type { Answer } from "../targets/github-port.js";
import { isFields } from "./shape.js";
import { isStoredStatus } from "./stored-status.js";

/** What outlives the program: answers by their keys, and since when others are forgotten. Never a token. */
export interface Snapshot {
  readonly answers: ReadonlyMap<string, Answer>;
  /**
   * Milliseconds since the epoch by what is forgotten: a key, the account that keys begin with, or `""` for all. Without
   * it another window would bring back what it still knows.
   */
  readonly forgotten: ReadonlyMap<string, number>;
}

/** Another one is not read: there is nothing in it that cannot be asked again. */
const version = 1;
export const maximumAnswers = 5000;
/** Milliseconds. Longer nobody's answers stay, whatever becomes of their account. */
const maximumAge = 30 * 24 * 3_600_000;
/** More than a few are there only if somebody forgets things one by one and does not ask again. */
const maximumForgotten = 500;

export const emptySnapshot: Snapshot = {
  answers: new Map(),
  forgotten: new Map(),
};

export function encodeSnapshot({ answers, forgotten }: Snapshot): string {
  return JSON.stringify({
    version,
    answers: [...answers].map(([key, { at, result }]) => [key, at, result]),
    forgotten: [...forgotten],
  });
}

/**
 * Reads what may be anything. What is wrong is left out; so is what is too old, or said to be of the future by a clock
 * that was wrong: it would outlive everything that is true. `now` in milliseconds since the epoch.
 */
export function decodeSnapshot(text: string, now: number): Snapshot {
  const file = parse(text);
  if (!isFields(file) || file.version !== version) return emptySnapshot;
  return {
    answers: new Map(
      asArray(file.answers).flatMap((entry) => readAnswer(entry, now)),
    ),
    forgotten: new Map(
      asArray(file.forgotten).flatMap((entry) => readMark(entry, now)),
    ),
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function readAnswer(entry: unknown, now: number): [string, Answer][] {
  const [key, at, result] = asArray(entry);
  if (typeof key !== "string" || !isRecent(at, now)) return [];
  if (isStoredStatus(result)) return [[key, { at, result }]];
  return isFields(result) && result.reason === "not-found"
    ? [[key, { at, result: { reason: "not-found" } }]]
    : [];
}

function readMark(entry: unknown, now: number): [string, number][] {
  const [name, at] = asArray(entry);
  return typeof name === "string" && isRecent(at, now) ? [[name, at]] : [];
}

function isRecent(at: unknown, now: number): at is number {
  return typeof at === "number" && at <= now && at > now - maximumAge;
}

function asArray(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The newest of everything, without what was forgotten since. */
export function mergeSnapshots(a: Snapshot, b: Snapshot): Snapshot {
  const marks = newest(a.forgotten, b.forgotten, (at) => at);
  const merged = newest(a.answers, b.answers, ({ at }) => at);
  const answers = [...merged]
    .filter(([key, { at }]) => at > forgottenSince(marks, key))
    .sort(([, one], [, other]) => other.at - one.at)
    .slice(0, maximumAnswers);
  const [keys, accounts] = partition(marks, ([name]) => name.includes(" "));
  // A key that was asked again needs no mark: the newer answer wins.
  const unanswered = keys
    .filter(([key, at]) => (merged.get(key)?.at ?? at) <= at)
    .sort(([, one], [, other]) => other - one)
    .slice(0, maximumForgotten);
  return {
    answers: new Map(answers),
    forgotten: new Map([...accounts, ...unanswered]),
  };
}

function newest<T>(
  a: ReadonlyMap<string, T>,
  b: ReadonlyMap<string, T>,
  timeOf: (value: T) => number,
): ReadonlyMap<string, T> {
  const result = new Map(a);
  for (const [key, value] of b) {
    const known = result.get(key);
    if (known === undefined || timeOf(value) > timeOf(known))
      result.set(key, value);
  }
  return result;
}

function partition<T>(
  all: Iterable<T>,
  isFirst: (one: T) => boolean,
): [T[], T[]] {
  const first: T[] = [];
  const second: T[] = [];
  for (const one of all) (isFirst(one) ? first : second).push(one);
  return [first, second];
}

/** When what has this key was forgotten last, milliseconds since the epoch; -1 if never. */
export function forgottenSince(
  forgotten: ReadonlyMap<string, number>,
  key: string,
): number {
  const account = key.slice(0, key.indexOf(" "));
  const marks = ["", account, key].map((name) => forgotten.get(name) ?? -1);
  return Math.max(...marks);
}
