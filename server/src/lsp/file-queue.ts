import { normalizeUri } from "./uris.js";

/** Files that changed, each handled once however often it did until then, one after the other. */
export interface FileQueue {
  /** Resolves when all that were added are handled; rejects where that failed. */
  add(uris: readonly string[]): Promise<void>;
}

export function createFileQueue(
  handle: (uris: readonly string[]) => Promise<void>,
): FileQueue {
  let waiting = new Set<string>();
  let running: Promise<void> | undefined;

  async function run(): Promise<void> {
    // Not at once, so that `running` is set before it is cleared.
    await Promise.resolve();
    try {
      while (waiting.size > 0) {
        const uris = [...waiting];
        waiting = new Set();
        await handle(uris);
      }
    } finally {
      running = undefined;
    }
  }

  return {
    add(uris) {
      for (const uri of uris) waiting.add(normalizeUri(uri));
      running ??= run();
      return running;
    },
  };
}
