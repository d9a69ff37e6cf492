import {
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  utimes,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { SymbolInformation } from "vscode-languageserver-protocol";
import {
  cacheInFolder,
  indexFileName,
} from "../../server/src/lsp/node-cache.js";
import { nodeFiles } from "../../server/src/lsp/node-files.js";
import { decodePosts, encodePosts } from "../../server/src/lsp/stored-posts.js";
import { connect } from "./connect.js";

let root: string;
let storage: string;
/** The names of the posts that were read. */
let reads: string[];

beforeEach(async () => {
  const folder = await mkdtemp(join(tmpdir(), "weeknotes-index-"));
  root = join(folder, "blog");
  storage = join(folder, "storage");
  await mkdir(root);
  for (const name of ["a", "b", "c"]) await write(name, `# Week ${name}\n`);
});
afterEach(() => rm(join(root, ".."), { recursive: true }));

async function write(name: string, text: string): Promise<void> {
  await writeFile(join(root, `${name}.md`), text);
}

const href = (path: string) => pathToFileURL(path).href;

/** The headings that a new session finds, which ends as editors end one. */
async function session(
  during?: (editor: Awaited<ReturnType<typeof connect>>) => Promise<void>,
) {
  reads = [];
  const editor = await connect({
    folders: [href(root)],
    initializationOptions: { storageUri: href(storage) },
    environment: {
      files(connection) {
        const files = nodeFiles(connection);
        return {
          ...files,
          read(uri) {
            if (uri.endsWith(".md")) reads.push(uri.slice(-4));
            return files.read(uri);
          },
        };
      },
      indexFile: (uri, folder) =>
        uri === undefined
          ? undefined
          : cacheInFolder(uri, indexFileName(folder)),
    },
  });
  await during?.(editor);
  // Reading for the answer itself, to find the lines, is not counted.
  const ask = () =>
    editor.request<SymbolInformation[]>("workspace/symbol", { query: "Week" });
  await editor.request("workspace/symbol", { query: "nothing is called so" });
  const readAtStart = reads.slice().sort();
  const names = (await ask()).map(({ name }) => name).sort();
  await editor.connection.sendRequest("shutdown");
  return { names, read: readAtStart };
}

async function storedFile(): Promise<string> {
  const [name = ""] = await readdir(storage);
  return join(storage, name);
}

test("a second session reads only what has changed since", async () => {
  const names = ["Week a", "Week b", "Week c"];
  expect(await session()).toEqual({ names, read: ["a.md", "b.md", "c.md"] });
  expect(await session()).toEqual({ names, read: [] });

  await write("b", "# Week two\n");
  await rm(join(root, "c.md"));
  await write("d", "# Week d\n");
  const changed = ["Week a", "Week d", "Week two"];
  expect(await session()).toEqual({ names: changed, read: ["b.md", "d.md"] });
  expect(await session()).toEqual({ names: changed, read: [] });
});

test("a text that is not saved is not kept, and what the file says stays known", async () => {
  await session();
  const unsaved = await session((editor) =>
    editor.open("# Week of mine\n", href(join(root, "a.md"))),
  );
  expect(unsaved.names).toContain("Week of mine");
  expect(await session()).toEqual({
    names: ["Week a", "Week b", "Week c"],
    read: [],
  });
});

test.each([
  ["cut off", (text: string) => text.slice(0, -1)],
  ["altered", (text: string) => text.replace("Week a", "Weak a")],
  [
    "of another version",
    (text: string) => text.replace("weeknotes posts 1", "weeknotes posts 0"),
  ],
  ["something else", () => "{}"],
  ["empty", () => ""],
])("what is %s is dropped", async (_, damage) => {
  await session();
  const path = await storedFile();
  await writeFile(path, damage(await readFile(path, "utf8")));
  expect(await session()).toEqual({
    names: ["Week a", "Week b", "Week c"],
    read: ["a.md", "b.md", "c.md"],
  });
  expect((await session()).read).toEqual([]);
});

test("a scan that was wrong is mended where it is shown", async () => {
  await session();
  const path = await storedFile();
  const posts = [...decodePosts(await readFile(path, "utf8")).values()];
  const wrong = posts.map((post) => ({
    ...post,
    packed: post.packed.replace("Week a", "Week of nobody"),
  }));
  await writeFile(path, encodePosts(wrong));
  expect((await session()).names).toEqual(["Week a", "Week b", "Week c"]);
  expect((await session()).read).toEqual([]);
});

test("a file of the same size and another time is read", async () => {
  await session();
  await utimes(join(root, "a.md"), 1, 1);
  expect((await session()).read).toEqual(["a.md"]);
});
