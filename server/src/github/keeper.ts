import { failureText } from "./failure.js";
import { isFields } from "./shape.js";
import {
  decodeSnapshot,
  emptySnapshot,
  encodeSnapshot,
  mergeSnapshots,
  type Snapshot,
} from "./snapshot.js";

/** Where a text outlives the program. Both methods may reject; a text that was written is there as a whole or not at all. */
export interface CacheFile {
  /** Undefined where there is none. */
  read(): Promise<string | undefined>;
  /** Writes what `change` makes of the text that is there, while nobody else does. */
  update(change: (text: string | undefined) => string): Promise<void>;
}

/** Keeps a snapshot in a file that other windows write, too. */
export interface Keeper {
  /** Settles when the file was read, or took too long; undefined from then on. */
  readonly ready: Promise<void> | undefined;
  /** Writes soon. */
  changed(): void;
  /** Writes now what is not written yet. Does not reject. */
  flush(): Promise<void>;
}

export interface KeeperOptions {
  readonly file: CacheFile;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly log: (line: string) => void;
  /** What is known here. */
  readonly snapshot: () => Snapshot;
  /** Called with what the file has. */
  readonly take: (snapshot: Snapshot) => void;
}

/** Milliseconds. */
const delays = {
  /** From the first change to its writing: a post's answers come together. */
  write: 2_000,
  /** After a failure: a disk that is full stays so for a while. */
  retry: 60_000,
  /** Longer than this nobody waits for a file. */
  read: 1_000,
};

export function createKeeper(options: KeeperOptions): Keeper {
  const { file, now, log, snapshot, take } = options;
  let ready: Promise<void> | undefined = Promise.race([read(), patience()]);
  void ready.then(() => {
    ready = undefined;
  });
  let writing: Promise<void> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isDirty = false;
  let isFailing = false;

  async function read(): Promise<void> {
    try {
      const text = await file.read();
      if (text !== undefined) take(decodeSnapshot(text, now()));
    } catch (error) {
      log(`What is known of GitHub could not be read: ${failureText(error)}`);
    }
  }

  async function write(): Promise<void> {
    isDirty = false;
    try {
      await file.update((text) => {
        const theirs =
          text === undefined ? emptySnapshot : decodeSnapshot(text, now());
        const merged = mergeSnapshots(snapshot(), theirs);
        take(merged);
        return encodeSnapshot(merged);
      });
      isFailing = false;
    } catch (error) {
      if (!isFailing)
        log(`What is known of GitHub could not be kept: ${failureText(error)}`);
      isFailing = true;
      changed();
    }
  }

  function changed(): void {
    isDirty = true;
    timer ??= unref(
      setTimeout(() => void flush(), isFailing ? delays.retry : delays.write),
    );
  }

  async function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    await ready;
    while (writing !== undefined) await writing;
    if (!isDirty) return;
    writing = write().finally(() => {
      writing = undefined;
    });
    await writing;
  }

  return {
    get ready() {
      return ready;
    },
    changed,
    flush,
  };
}

function patience(): Promise<void> {
  return new Promise((resolve) => unref(setTimeout(resolve, delays.read)));
}

/** In Node a timer keeps the program from its end, unless told not to. */
function unref<T>(timer: T): T {
  const node: unknown = timer;
  if (isFields(node) && typeof node.unref === "function") node.unref();
  return timer;
}
