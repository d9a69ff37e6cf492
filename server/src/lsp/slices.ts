/** How long a long piece of work goes on before whatever waits has its turn, in milliseconds. */
const slice = 8;

/** For long work: await the answer between its steps, and requests are not kept waiting. */
export function createSlices(now: () => number): () => Promise<void> {
  let began = now();
  return async () => {
    if (now() - began < slice) return;
    await new Promise((resolve) => setTimeout(resolve, 0));
    began = now();
  };
}
