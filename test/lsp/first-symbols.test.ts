import { expect, test } from "vitest";
import type { SymbolInformation } from "vscode-languageserver-protocol";
import { connect } from "./connect.js";

const folder = "file:///posts";
const uriOf = (n: number) => `${folder}/${n}.md`;

/**
 * A workspace of so many posts, each with a heading and a label. `stuck`: those that the index never gets, as nobody tells it
 * what state they are in. `reading` hears of each reading.
 */
async function open(
  posts: number,
  stuck: (n: number) => boolean = () => false,
  reading: (uri: string) => void = () => {},
) {
  const texts = new Map(
    Array.from({ length: posts }, (_, n) => [
      uriOf(n),
      `# Week ${n}\n\n[n${n}]: https://github.com/o/node/pull/${n}\n`,
    ]),
  );
  const reads = new Set<string>();
  const editor = await connect({
    folders: [folder],
    environment: {
      files: () => ({
        list: async () => [...texts.keys()],
        isListed: async () => true,
        identityOf: async (uri) =>
          stuck(Number(/\d+/.exec(uri))) ? new Promise(() => {}) : undefined,
        async read(uri) {
          if (texts.has(uri)) reads.add(uri);
          reading(uri);
          return texts.get(uri);
        },
      }),
    },
  });
  return {
    ...editor,
    texts,
    reads,
    names: async (query: string) =>
      (
        await editor.request<SymbolInformation[]>("workspace/symbol", { query })
      ).map(({ name }) => name),
  };
}

test("who looks for something is answered before all posts are in the index", async () => {
  const { names } = await open(300, (n) => n < 150);
  expect(await names("week 299")).toEqual(["Week 299"]);
  expect(await names("n 1 9 9")).toEqual(["n199"]);
  expect(await names("nothing is called so")).toEqual([]);
});

test("what is found at first is what is found later", async () => {
  const queries = ["week 7", "N25", "k 111", "77", "none"];
  const hasty = await open(300);
  const first = await Promise.all(queries.map(hasty.names));
  const patient = await open(300);
  await patient.names("");
  await expect.poll(() => patient.reads.size).toBe(300);
  for (const [at, query] of queries.entries())
    expect(first[at]?.toSorted()).toEqual(
      (await patient.names(query)).toSorted(),
    );
  expect(first[3]).toHaveLength(6);
});

test("a query that most posts answer looks at no more than it shows", async () => {
  const { names, reads } = await open(1_000, (n) => n >= 300);
  expect(await names("")).toHaveLength(500);
  expect(reads.size).toBeLessThan(400);
});

test("a post that changes while it is looked for is found as it is then", async () => {
  let change = () => {};
  const editor = await open(300, undefined, (uri) => {
    if (uri !== uriOf(200)) return;
    change();
    change = () => {};
  });
  change = () => {
    editor.texts.set(uriOf(100), "# Other\n");
    void editor.connection.sendNotification("workspace/didChangeWatchedFiles", {
      changes: [{ uri: uriOf(100), type: 2 }],
    });
  };
  await editor.names("week 299");
  await expect.poll(() => editor.names("other")).toEqual(["Other"]);
  expect(await editor.names("week 100")).toEqual([]);
});

test("who is cancelled keeps nobody waiting", async () => {
  const { connection, names } = await open(300);
  const { CancellationTokenSource } = await import(
    "vscode-languageserver-protocol"
  );
  const source = new CancellationTokenSource();
  const asked = connection.sendRequest(
    "workspace/symbol",
    { query: "none" },
    source.token,
  );
  source.cancel();
  await expect(asked).rejects.toThrow();
  expect(await names("week 299")).toEqual(["Week 299"]);
});

test("who tells of settings right after the start has the posts looked at once", async () => {
  let lists = 0;
  let asked = 0;
  let answer = () => {};
  const askedTwice = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const { connection, request } = await connect({
    folders: [folder],
    prepare(client) {
      client.onRequest("workspace/configuration", async () => {
        if (++asked === 2) answer();
        await askedTwice;
        return [];
      });
    },
    environment: {
      files: () => ({
        async list() {
          lists++;
          return [uriOf(1)];
        },
        isListed: async () => true,
        identityOf: async () => undefined,
        read: async (uri) => (uri === uriOf(1) ? "# Week 1\n" : undefined),
      }),
    },
  });
  await connection.sendNotification("workspace/didChangeConfiguration", {
    settings: {},
  });
  const found = request<SymbolInformation[]>("workspace/symbol", {
    query: "week",
  });
  expect((await found).map(({ name }) => name)).toEqual(["Week 1"]);
  expect(lists).toBe(1);
});
