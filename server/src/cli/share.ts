/** Who takes part in a piece of work. */
export interface Hand {
  /** How many batches it is given at once: one more than it works on, where handing them over takes time. */
  readonly atOnce: number;
}

export interface Work<H, I, O> {
  /** Items that are handed out together. */
  readonly batch: number;
  readonly hands: readonly H[];
  readonly signal: AbortSignal;
  perform(hand: H, items: readonly I[]): Promise<readonly O[]>;
  /** Hears how many items are done. */
  readonly report: (done: number) => void;
}

/**
 * What comes of all items, in their order, whoever was the first with one. Where some fail, the first of them is told: the
 * same as if one hand had done all. Nothing is handed out then any more, nor after the signal.
 */
export async function share<H extends Hand, I, O>(
  items: readonly I[],
  { batch, hands, signal, perform, report }: Work<H, I, O>,
): Promise<O[]> {
  const results: (readonly O[])[] = [];
  const failures = new Map<number, unknown>();
  let next = 0;
  let done = 0;

  async function takePart(hand: H): Promise<void> {
    while (next < items.length && failures.size === 0 && !signal.aborted) {
      const at = next;
      next += batch;
      const part = items.slice(at, next);
      try {
        results[at / batch] = await perform(hand, part);
      } catch (error) {
        failures.set(at, error);
      }
      done += part.length;
      report(done);
      // Whoever works in this thread would keep all others from being heard.
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  await Promise.all(
    hands.flatMap((hand) =>
      Array.from({ length: hand.atOnce }, () => takePart(hand)),
    ),
  );
  signal.throwIfAborted();
  const [first] = [...failures].sort(([a], [b]) => a - b);
  if (first) throw first[1];
  return results.flat();
}
