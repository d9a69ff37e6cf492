import { LRUCache } from "lru-cache";
import {
  type Answer,
  type Failure,
  isFailure,
} from "../targets/github-port.js";
import type { Status } from "../targets/status.js";
import { ageOf } from "./age.js";

interface Entry {
  readonly answer: Answer;
  /** Milliseconds since the epoch. */
  readonly freshUntil: number;
}

export interface Cache {
  /** What is known, however old. */
  get(key: string): Answer | undefined;
  isFresh(key: string): boolean;
  /** Keeps an answer. A good one outlives failures that say nothing of the thing itself. */
  put(key: string, result: Status | Failure, anonymous: boolean): void;
  delete(key: string): void;
  clear(): void;
}

const maximumEntries = 5000;

/** `now` in milliseconds since the epoch. */
export function createCache(now: () => number): Cache {
  const entries = new LRUCache<string, Entry>({ max: maximumEntries });
  return {
    get: (key) => entries.get(key)?.answer,
    isFresh: (key) => (entries.peek(key)?.freshUntil ?? 0) > now(),
    put(key, result, anonymous) {
      const known = entries.peek(key)?.answer;
      const keepsKnown =
        known !== undefined && !isFailure(known.result) && isPassing(result);
      const answer = keepsKnown ? known : { result, at: now() };
      const freshUntil = now() + ageOf(result, now(), anonymous);
      entries.set(key, { answer, freshUntil });
    },
    delete: (key) => entries.delete(key),
    clear: () => entries.clear(),
  };
}

function isPassing(result: Status | Failure): boolean {
  return isFailure(result) && result.reason !== "not-found";
}
