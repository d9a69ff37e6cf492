import { expect, test } from "vitest";
import { type Hand, share } from "../../server/src/cli/share.js";

/** Hands that are done in another order than they began. */
interface Slow extends Hand {
  readonly turns: number;
}

const hands: readonly Slow[] = [
  { atOnce: 2, turns: 5 },
  { atOnce: 1, turns: 1 },
];
const items = Array.from({ length: 23 }, (_, at) => at);

async function work(
  perform: (item: number) => number,
  signal = new AbortController().signal,
) {
  const reported: number[] = [];
  const batches: (readonly number[])[] = [];
  const result = share(items, {
    batch: 4,
    hands,
    signal,
    async perform({ turns }, part) {
      batches.push(part);
      for (let turn = 0; turn < turns; turn++)
        await new Promise((resolve) => setImmediate(resolve));
      return part.map(perform);
    },
    report: (done) => reported.push(done),
  });
  return { result: await result.catch(String), reported, batches };
}

test("what comes of all items is in their order, whoever is first", async () => {
  const { result, reported } = await work((item) => item * 2);
  expect(result).toEqual(items.map((item) => item * 2));
  expect(reported.at(-1)).toBe(items.length);
  expect(reported).toEqual(reported.toSorted((a, b) => a - b));
});

test("of several failures the first item's is told, and nothing is begun behind it", async () => {
  const { result, batches } = await work((item) => {
    if (item === 2 || item === 9) throw new Error(`No ${item}`);
    return item;
  });
  expect(result).toBe("Error: No 2");
  expect(batches).toHaveLength(3);
});

test("nothing is handed out behind the signal", async () => {
  const controller = new AbortController();
  const { result, batches } = await work((item) => {
    controller.abort("enough");
    return item;
  }, controller.signal);
  expect(result).toBe("enough");
  expect(batches).toHaveLength(3);
});

test("nothing to do", async () => {
  const report = () => {};
  const { signal } = new AbortController();
  const perform = async () => [];
  expect(await share([], { batch: 4, hands, signal, perform, report })).toEqual(
    [],
  );
});
