import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { practise } from "../../server/src/lsp/practice.js";
import { createListeners } from "../../server/src/lsp/session.js";
import { fakeGitHub } from "../features/fake-github.js";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A session in which each look at the clock takes a millisecond; `lateness` is what each timer takes more. */
function session(lateness = 0) {
  let time = 0;
  let looks = 0;
  const documentChanged = createListeners<string>();
  const errors: unknown[] = [];
  const github = fakeGitHub({ at: 0 });
  practise({
    client: { richMarkdown: false, snippets: true, insertReplace: true },
    environment: { now: () => (time += 1 + lateness), docsUrl: "https://x/" },
    events: { documentChanged },
    github: {
      ...github,
      peek(target) {
        looks++;
        return github.peek(target);
      },
    },
    logError: (error) => errors.push(error),
  });
  return {
    errors,
    looks: () => looks,
    type: () => documentChanged.call("file:///post.md"),
  };
}

test("types in a post of its own while the author rests, once", async () => {
  const { errors, looks, type } = session();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(looks()).toBe(0);
  type();
  await vi.advanceTimersByTimeAsync(399);
  expect(looks()).toBe(0);
  for (let turn = 0; turn < 100 && vi.getTimerCount() > 0; turn++)
    await vi.advanceTimersByTimeAsync(100);
  expect(vi.getTimerCount()).toBe(0);
  expect(looks()).toBeGreaterThan(1_000);
  expect(errors).toEqual([]);

  type();
  expect(vi.getTimerCount()).toBe(0);
});

test("stops when a text changes, and goes on later", async () => {
  const { looks, type } = session();
  type();
  await vi.advanceTimersByTimeAsync(500);
  const before = looks();
  expect(before).toBeGreaterThan(0);
  type();
  await vi.advanceTimersByTimeAsync(390);
  expect(looks()).toBe(before);
  await vi.advanceTimersByTimeAsync(500);
  expect(looks()).toBeGreaterThan(before);
});

test("waits while something else is at work", async () => {
  const { looks, type } = session(20);
  type();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(looks()).toBe(0);
});
