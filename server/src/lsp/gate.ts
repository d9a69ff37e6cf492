import type { Cancellation } from "../targets/github-port.js";

/** Something others wait for; once it has come it stays. */
export interface Gate {
  open(): void;
  /** Resolves when it is open, or nobody waits any more; never rejects. */
  passed(signal?: Cancellation): Promise<void>;
}

export function createGate(): Gate {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return {
    open,
    passed: (signal) =>
      signal
        ? Promise.race([
            opened,
            new Promise<void>((resolve) => {
              signal.addEventListener("abort", () => resolve());
            }),
          ])
        : opened,
  };
}
