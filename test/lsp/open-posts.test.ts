import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { OpenDocument } from "../../server/src/lsp/documents.js";
import { createPosts } from "../../server/src/lsp/posts.js";
import { parse } from "../../server/src/markdown/parse.js";
import { filesOf } from "./connect.js";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const uri = "file:///posts/a.md";
const text = "[[p]]\n\n[p]: https://github.com/o/r/pull/1\n";

/** Posts of which one is open, and how often the others had news. */
async function withOpenPost() {
  const open: OpenDocument = {
    ...{ uri, version: 1, text, syntax: "commonmark" },
    document: parse(text),
  };
  const news = vi.fn();
  const posts = createPosts({
    files: filesOf(new Map([[uri, text]]))(),
    documents: () => ({ get: () => open, all: () => [open] }),
    now: Date.now,
    changed: news,
    warn() {},
    log() {},
    indexFile: () => undefined,
  });
  posts.opened(open);
  await posts.load({
    folders: ["file:///posts"],
    editorSettings: () => undefined,
  });
  news.mockClear();
  return { posts, open, news };
}

test("the other posts hear of an open text in a pause", async () => {
  const { news } = await withOpenPost();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(news).toHaveBeenCalledTimes(1);
});

test("a pause in which something is answered is none", async () => {
  const { posts, news } = await withOpenPost();
  let answer = () => {};
  const answered = posts.first(
    () =>
      new Promise<void>((resolve) => {
        answer = resolve;
      }),
  );
  await vi.advanceTimersByTimeAsync(1_000);
  expect(news).not.toHaveBeenCalled();
  answer();
  await answered;
  await vi.advanceTimersByTimeAsync(1_000);
  expect(news).toHaveBeenCalledTimes(1);
});

test("to look at a post takes nothing of it into the index", async () => {
  const { posts, open, news } = await withOpenPost();
  const { knowledge } = posts.postOf(open);
  expect(knowledge.knowsRepository("r")).toBe(true);
  expect(news).not.toHaveBeenCalled();
});
