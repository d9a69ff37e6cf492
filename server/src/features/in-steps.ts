import type { Cancellation } from "../targets/github-port.js";
import type { FeatureContext } from "./context.js";

/** Long work that may be broken off, or may wait, wherever it yields. */
export type Steps<Value> = Generator<undefined, Value>;

/** Does long work, letting other messages in between; undefined if one of them cancelled it. */
export async function inSteps<Value>(
  steps: Steps<Value>,
  { giveWay }: Pick<FeatureContext, "giveWay">,
  signal: Cancellation,
): Promise<Value | undefined> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    const others = giveWay?.();
    if (!others) continue;
    await others;
    if (signal.aborted) return undefined;
  }
}
