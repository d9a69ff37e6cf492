import fc from "fast-check";
import { expect, test } from "vitest";
import { createPosts } from "../../server/src/lsp/posts.js";
import { parseUrl } from "../../server/src/targets/url.js";
import { numRuns, timeout } from "../markdown/arbitraries.js";
import { filesOf } from "./connect.js";

const root = "file:///posts";
const url = (number: number) => `https://github.com/o/r/pull/${number}`;

/** A workspace with nothing open, whose files are as the map says at each moment. */
function workspaceOf(texts: ReadonlyMap<string, string>) {
  return createPosts({
    files: filesOf(texts)(),
    documents: () => ({ get: () => undefined, all: () => [] }),
    now: Date.now,
    changed() {},
    warn: unused,
    log: unused,
    indexFile: () => undefined,
  });
}

function unused(): never {
  throw new Error("Nothing is wrong with the settings, nor kept");
}

type Posts = ReturnType<typeof workspaceOf>;

const load = (posts: Posts) =>
  posts.load({ folders: [root], editorSettings: () => undefined });

function saysOf(posts: Posts) {
  const facts = [...posts.facts()]
    .map(({ uri, definitions, uses, headings }) => ({
      ...{ uri, definitions, uses, headings },
    }))
    .sort((a, b) => (a.uri < b.uri ? -1 : 1));
  const uses = [1, 2].map((number) =>
    posts
      .usesOf(parseUrl(url(number), ["github.com"]))
      .map(({ uri, span }) => `${uri} ${span.start}`)
      .sort(),
  );
  return { facts, uses };
}

const path = fc.constantFrom("a.md", "b.md", "x/a.md", "x/y/b.md", "z.md");
const plain = fc.constantFrom(
  "# One\n",
  `[[p]]\n\n[p]: ${url(1)}\n`,
  `[[p]]\n\n[p]: ${url(2)}\n`,
);
/** The last is not scanned. */
const text = fc.oneof(plain, fc.constant(`> [p]\n\n[p]: ${url(1)}\n`));
const step = fc.oneof(
  fc.record({ kind: fc.constant("write" as const), path, text }),
  fc.record({ kind: fc.constant("remove" as const), path }),
  fc.record({ kind: fc.constant("removeFolder" as const) }),
  fc.record({ kind: fc.constant("checkOut" as const), text: plain }),
  fc.record({ kind: fc.constant("reload" as const) }),
);

test(
  "after any changes of files the posts are those of a fresh start",
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(step, fc.boolean()), { maxLength: 10 }),
        async (steps) => {
          const texts = new Map([[`${root}/a.md`, "# First\n"]]);
          const posts = workspaceOf(texts);
          const waiting: Promise<void>[] = [load(posts)];
          for (const [change, waits] of steps) {
            waiting.push(apply(change, texts, posts));
            if (waits) await Promise.all(waiting);
          }
          await Promise.all(waiting);
          const fresh = workspaceOf(texts);
          await load(fresh);
          expect(saysOf(posts)).toEqual(saysOf(fresh));
        },
      ),
      { numRuns: Math.ceil(numRuns / 2) },
    );
  },
  timeout,
);

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** Changes the files, and tells of it. */
function apply(
  change: Step,
  texts: Map<string, string>,
  posts: Posts,
): Promise<void> {
  switch (change.kind) {
    case "write":
      texts.set(`${root}/${change.path}`, change.text);
      return posts.filesChanged([`${root}/${change.path}`]);
    case "remove":
      texts.delete(`${root}/${change.path}`);
      return posts.filesChanged([`${root}/${change.path}`]);
    case "removeFolder": {
      const below = [...texts.keys()].filter((uri) => uri.includes("/x/"));
      for (const uri of below) texts.delete(uri);
      return posts.filesChanged([`${root}/x`]);
    }
    case "checkOut": {
      const many = Array.from({ length: 101 }, (_, n) => `${root}/m${n}.md`);
      for (const [n, uri] of many.entries()) {
        if (n % 3 === 0) texts.delete(uri);
        else texts.set(uri, change.text);
      }
      return posts.filesChanged(many);
    }
    case "reload":
      return load(posts);
  }
}
