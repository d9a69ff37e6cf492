import type { Cancellation } from "../targets/github-port.js";

/** The promise's value, or undefined as soon as the caller does not want it any more. The promise must not reject. */
export function unlessCancelled<T>(
  promise: Promise<T>,
  signal: Cancellation | undefined,
): Promise<T | undefined> {
  if (signal === undefined) return promise;
  if (signal.aborted) return Promise.resolve(undefined);
  return new Promise((resolve) => {
    const cancel = () => resolve(undefined);
    signal.addEventListener("abort", cancel);
    promise.then((value) => {
      signal.removeEventListener("abort", cancel);
      resolve(value);
    });
  });
}
