import type { MessageStrategy } from "vscode-languageserver";

export interface HeldMessages {
  readonly strategy: MessageStrategy;
  /** From now on messages wait, in their order, until `ready` settles. */
  until(ready: Promise<unknown>): void;
}

/**
 * Lets a server answer `initialize` before it is ready for what comes next. A client may send that at once: nothing of it
 * is lost, and nothing overtakes.
 */
export function holdMessages(): HeldMessages {
  /** Undefined while none has to wait. */
  let waiting: (() => void)[] | undefined;

  function release(): void {
    const messages = waiting ?? [];
    waiting = undefined;
    for (const handle of messages) handle();
  }

  return {
    strategy: {
      handleMessage(message, next) {
        if (waiting) waiting.push(() => next(message));
        else return next(message);
      },
    },
    until(ready) {
      waiting = [];
      ready.then(release, release);
    },
  };
}
