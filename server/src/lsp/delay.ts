import type { Cancellation } from "../targets/github-port.js";

/** Resolves after so many milliseconds, or as soon as it is cancelled; keeps no process alive. */
export function delay(ms: number, signal?: Cancellation): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve();
    const timer = setTimeout(done, ms);
    if (typeof timer === "object") timer.unref();
    signal?.addEventListener("abort", done);
    function done() {
      clearTimeout(timer);
      signal?.removeEventListener("abort", done);
      resolve();
    }
  });
}
