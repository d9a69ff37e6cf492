/** Longest that anything may take on a busy machine, in milliseconds. */
const patience = 20_000;
const pause = 50;

/** Asks again until there is an answer: not undefined, not false. `what` is named if there never is one. */
export async function eventually<T>(
  what: string,
  ask: () => T | undefined | false | Promise<T | undefined | false>,
): Promise<T> {
  const deadline = performance.now() + patience;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (performance.now() > deadline)
      throw new Error(`${what}: not within ${patience / 1000} s`);
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}
