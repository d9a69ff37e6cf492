import type { Session } from "./session.js";

/** Milliseconds for which changes are collected. */
const pause = 100;

/** Asks the client, once for many changes, to ask again for something it shows. */
export function createRefresh(
  { logError }: Session,
  send: () => Promise<void>,
): () => void {
  let due = false;
  return () => {
    if (due) return;
    due = true;
    setTimeout(() => {
      due = false;
      send().catch(logError);
    }, pause);
  };
}
