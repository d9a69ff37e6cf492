import { expect, test } from "vitest";
import { completion } from "../../server/src/features/completion.js";
import type { FeatureContext } from "../../server/src/features/context.js";
import { open } from "./context.js";

const base = "https://github.com/input-output-hk/cardano-node/pull";
const many = 1_000;
const fixture = [
  "See [[pull-1$0]].",
  ...Array.from({ length: many }, (_, n) => `Then [[pull-${n}]] came.`),
  Array.from({ length: many }, (_, n) => `[pull-${n}]: ${base}/${n}`).join(
    "\n",
  ),
].join("\n\n");

function asked(
  giveWay: NonNullable<FeatureContext["giveWay"]>,
  controller: AbortController,
) {
  const { context, position } = open(fixture);
  return completion({ ...context, giveWay }, position, controller.signal);
}

test("a long list lets other messages in, and is the same", async () => {
  const alone = await asked(() => undefined, new AbortController());
  expect(alone?.items).toHaveLength(100);
  let times = 0;
  let others = 0;
  const giveWay = () => {
    times++;
    return times % 2 === 0
      ? undefined
      : new Promise<void>((resolve) => {
          setImmediate(() => {
            others++;
            resolve();
          });
        });
  };
  const list = await asked(giveWay, new AbortController());
  expect(list).toEqual(alone);
  // The labels are read, and looked through, some at a time.
  expect(times).toBeGreaterThan((2 * many) / 128);
  expect(others).toBe(Math.ceil(times / 2));
});

test.each([1, 5, 12, 20])(
  "a list that is cancelled while it gives way the %ith time ends there",
  async (last) => {
    const controller = new AbortController();
    let times = 0;
    const list = await asked(async () => {
      times++;
      if (times === last) controller.abort();
    }, controller);
    expect(list).toBeUndefined();
    expect(times).toBe(last);
  },
);
