/** How long a long piece of work goes on before whatever waits has its turn, in milliseconds. */
const usualSlice = 8;

/** For long work: await the answer between its steps, and requests are not kept waiting. */
export function createSlices(
  now: () => number,
  slice = usualSlice,
): () => Promise<void> | undefined {
  let began = now();
  async function pause(): Promise<void> {
    await othersDone();
    began = now();
  }
  return () => (now() - began < slice ? undefined : pause());
}

/** Messages that are handled before the work goes on: one has its turn each time the event loop goes round. */
const messages = 8;

/** Lets the event loop go round so many times. */
export async function othersDone(turns = messages): Promise<void> {
  // A timer takes a millisecond at least; a browser has nothing else.
  if (typeof setImmediate === "undefined")
    return new Promise((resolve) => setTimeout(resolve, 0));
  for (let turn = 0; turn < turns; turn++)
    await new Promise<void>((resolve) => setImmediate(resolve));
}
