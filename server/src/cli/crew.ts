import type { Checker, CheckerOptions } from "./checker.js";
import type { Hand } from "./share.js";
import { startThread, type Thread } from "./thread.js";

/** Those who check together: this thread, and others where it is worth their while. */
export interface Crew {
  /** Who takes part in work over so many files. */
  handsFor(files: number): readonly Member[];
  stop(): Promise<void>;
}

export type Member = Checker & Hand;

export interface Threads {
  /** This one included. */
  readonly most: number;
  /**
   * For how many files there should be one. It has to be started, to learn what all posts say, and to find out what of the
   * program is worth compiling: for fewer files one is faster alone.
   */
  readonly filesEach: number;
  /** To run in the others; see `startThread`. */
  readonly program: URL;
}

/** Each holds all that the posts say; and one disk feeds them all. */
const mostThreads = 16;

export function createCrew(
  here: Checker,
  threads: Threads | undefined,
  options: CheckerOptions,
): Crew {
  const self: Member = { ...here, atOnce: 1 };
  const others: (Thread & Hand)[] = [];

  return {
    handsFor(files) {
      if (!threads) return [self];
      const wanted = Math.min(
        threads.most,
        mostThreads,
        Math.floor(files / threads.filesEach),
      );
      while (others.length < wanted - 1)
        others.push({ ...startThread(threads.program, options), atOnce: 2 });
      // The others first: whoever works here keeps this thread from handing out anything.
      return [...others.slice(0, Math.max(0, wanted - 1)), self];
    },
    async stop() {
      await Promise.all(others.map((thread) => thread.stop()));
    },
  };
}
