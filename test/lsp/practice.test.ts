import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { FeatureContext } from "../../server/src/features/context.js";
import { practise } from "../../server/src/lsp/practice.js";
import { createListeners } from "../../server/src/lsp/session.js";
import { open } from "../features/context.js";
import { fakeGitHub } from "../features/fake-github.js";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A session in which each look at the clock takes a millisecond; `lateness` is what each timer takes more. */
function session(
  lateness = 0,
  contextOf: (uri: string) => FeatureContext | undefined = () => undefined,
) {
  let time = 0;
  let looks = 0;
  const ofPost = new Set<string>();
  const documentChanged = createListeners<string>();
  const documentClosed = createListeners<string>();
  const errors: unknown[] = [];
  const github = fakeGitHub({ at: 0 });
  practise({
    client: { richMarkdown: false, snippets: true, insertReplace: true },
    environment: { now: () => (time += 1 + lateness), docsUrl: "https://x/" },
    contextOf,
    events: { documentChanged, documentClosed },
    github: {
      ...github,
      peek(target) {
        looks++;
        if ("repo" in target) ofPost.add(target.repo);
        return github.peek(target);
      },
    },
    logError: (error) => errors.push(error),
  });
  return {
    errors,
    looks: () => looks,
    /** The repositories of the labels that were offered. */
    offered: ofPost,
    type: () => documentChanged.call("file:///post.md"),
    close: () => documentClosed.call("file:///post.md"),
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

const aPost =
  "Merged a lot.\n\n- And [a].\n\n[a]: https://github.com/octo/cat/pull/1\n";

async function restForLong(): Promise<void> {
  for (let turn = 0; turn < 100 && vi.getTimerCount() > 0; turn++)
    await vi.advanceTimersByTimeAsync(100);
}

test("then types in a copy of each post that was opened", async () => {
  const { context } = open(aPost);
  const { errors, offered, type, close } = session(0, () => context);
  type();
  await restForLong();
  expect(offered).toContain("cat");
  expect(context.post.document.text).toBe(aPost);
  expect(errors).toEqual([]);

  offered.clear();
  type();
  await restForLong();
  expect(offered).not.toContain("cat");

  close();
  type();
  await restForLong();
  expect(offered).toContain("cat");
});

test("leaves a post to its author who has begun to type", async () => {
  const { context } = open(aPost);
  let asked = 0;
  const { offered, type } = session(0, () =>
    asked++ === 0 ? context : open(`${aPost}More.\n`).context,
  );
  type();
  await restForLong();
  expect(asked).toBe(2);
  expect(offered).not.toContain("cat");
});
