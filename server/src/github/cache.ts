import { LRUCache } from "lru-cache";
import {
  type Answer,
  type Failure,
  isFailure,
} from "../targets/github-port.js";
import type { Status } from "../targets/status.js";
import { isAnonymousKey } from "./account-key.js";
import { ageOf } from "./age.js";
import { type CacheFile, createKeeper, type Keeper } from "./keeper.js";
import { forgottenSince, maximumAnswers, type Snapshot } from "./snapshot.js";

interface Entry {
  readonly answer: Answer;
  /** When GitHub was asked last, milliseconds since the epoch; later than the answer where it could not give a new one. */
  readonly askedAt: number;
  /** Milliseconds from then on in which it is not asked again. */
  readonly age: number;
}

/** Keys are an account's key, a space, and a target's key. */
export interface Cache {
  /** Settles when what was kept is there; undefined if there is nothing to wait for. */
  readonly ready: Promise<void> | undefined;
  /** What is known, however old. */
  get(key: string): Answer | undefined;
  isFresh(key: string): boolean;
  /** Keeps an answer. A good one outlives failures that say nothing of the thing itself. */
  put(key: string, result: Status | Failure): void;
  /** What is known stays known, but is no longer fresh: of one thing, or of all. */
  expire(key?: string): void;
  delete(key: string): void;
  /** Forgets all that an account asked, and does not leave it to the next life either. */
  forgetAccount(account: string): void;
  clear(): void;
  /** Calls back when something came from another window. */
  onNews(listener: () => void): void;
  /** Settles when everything is kept, or could not be. */
  flush(): Promise<void>;
}

export interface CacheOptions {
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Where answers are kept for the next life; without it they are not. */
  readonly file?: CacheFile | undefined;
  readonly log?: ((line: string) => void) | undefined;
}

export function createCache(options: CacheOptions): Cache {
  const { now, file, log = () => {} } = options;
  const entries = new LRUCache<string, Entry>({ max: maximumAnswers });
  /** Milliseconds since the epoch, see `Snapshot`. */
  const forgotten = new Map<string, number>();
  const listeners: (() => void)[] = [];
  const keeper: Keeper | undefined =
    file && createKeeper({ file, now, log, snapshot, take });

  function snapshot(): Snapshot {
    const answers = [...entries].flatMap(([key, { answer }]) =>
      isKept(answer, now()) ? ([[key, answer]] as const) : [],
    );
    return { answers: new Map(answers), forgotten };
  }

  /** What another window, or an earlier life, knows better. */
  function take(theirs: Snapshot): void {
    let hasNews = false;
    for (const [name, at] of theirs.forgotten)
      forgotten.set(name, Math.max(at, forgotten.get(name) ?? at));
    for (const [key, { answer }] of [...entries])
      if (answer.at <= forgottenSince(forgotten, key))
        hasNews = entries.delete(key) || hasNews;
    // The newest last: it is the last to go.
    for (const [key, answer] of [...theirs.answers].reverse()) {
      const known = entries.peek(key)?.answer;
      if (known !== undefined && known.at >= answer.at) continue;
      if (answer.at <= forgottenSince(forgotten, key)) continue;
      const age = ageOf(answer.result, answer.at, isAnonymousKey(key));
      entries.set(key, { answer, askedAt: answer.at, age });
      hasNews = true;
    }
    if (hasNews) for (const listener of listeners) listener();
  }

  function forget(name: string): void {
    if (keeper === undefined) return;
    forgotten.set(name, now());
    keeper.changed();
  }

  return {
    get ready() {
      return keeper?.ready;
    },
    get: (key) => entries.get(key)?.answer,
    isFresh(key) {
      const entry = entries.peek(key);
      if (entry === undefined) return false;
      const elapsed = now() - entry.askedAt;
      // By a clock that was set back no time has passed, or less than none: then nothing is known of the age.
      return elapsed >= 0 && elapsed < entry.age;
    },
    put(key, result) {
      const known = entries.peek(key)?.answer;
      const keepsKnown =
        known !== undefined && !isFailure(known.result) && isPassing(result);
      const answer = keepsKnown ? known : { result, at: now() };
      const age = ageOf(result, now(), isAnonymousKey(key));
      entries.set(key, { answer, askedAt: now(), age });
      if (!isPassing(result)) keeper?.changed();
    },
    expire(only) {
      // From the least to the most recently used one, so that this order stays.
      const keys = only === undefined ? [...entries.keys()].reverse() : [only];
      for (const key of keys) {
        const entry = entries.peek(key);
        if (entry !== undefined) entries.set(key, { ...entry, age: 0 });
      }
    },
    delete(key) {
      entries.delete(key);
      forget(key);
    },
    forgetAccount(account) {
      for (const key of [...entries.keys()])
        if (key.startsWith(`${account} `)) entries.delete(key);
      forget(account);
      void keeper?.flush();
    },
    clear() {
      entries.clear();
      forget("");
    },
    onNews: (listener) => listeners.push(listener),
    flush: async () => keeper?.flush(),
  };
}

function isPassing(result: Status | Failure): boolean {
  return isFailure(result) && result.reason !== "not-found";
}

/** What is of the future, by a clock that was wrong, would outlive everything that is true. */
function isKept({ result, at }: Answer, now: number): boolean {
  return !isPassing(result) && at <= now;
}
