import { delay } from "./delay.js";
import type { Posts } from "./posts.js";

/** Milliseconds that somebody who asked for a change waits for the first look at all posts. */
const patience = 5_000;

/**
 * Waits for what the posts tell each other: right after the start a change would be made without it. Not for ever, and no
 * longer than the signal lets it. Answers whether all is known.
 */
export async function postsLearned(
  { whenLearned }: Pick<Posts, "whenLearned">,
  signal: AbortSignal,
): Promise<boolean> {
  const over = new AbortController();
  const stop = () => over.abort();
  signal.addEventListener("abort", stop);
  if (signal.aborted) stop();
  const isLearned = await Promise.race([
    whenLearned.passed(over.signal).then(() => !signal.aborted),
    delay(patience, over.signal).then(() => false),
  ]);
  signal.removeEventListener("abort", stop);
  stop();
  return isLearned;
}
