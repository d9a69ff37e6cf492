import {
  mkdir,
  mkdtemp,
  rename,
  rm,
  symlink,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import {
  type DocumentDiagnosticReport,
  type Location,
  ProgressType,
  type SymbolInformation,
} from "vscode-languageserver-protocol";
import { nodeFiles } from "../../server/src/lsp/node-files.js";
import { normalizeUri } from "../../server/src/lsp/uris.js";
import { connect, type Editor, filesOf, until } from "./connect.js";

const definition = "[node]: https://github.com/input-output-hk/cardano-node\n";
let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "weeknotes ("));
});
afterEach(() => rm(root, { recursive: true }));

/** All of it at once: the server may read at any moment. */
async function write(name: string, text: string): Promise<string> {
  const path = join(root, name);
  await mkdir(join(path, ".."), { recursive: true });
  await writeFile(`${path}.new`, text);
  await rename(`${path}.new`, path);
  return uriOf(name);
}

function uriOf(name: string): string {
  return pathToFileURL(join(root, name)).href;
}

function connectTo(
  folder: string,
  options: Parameters<typeof connect>[0] = {},
) {
  return connect({
    folders: [folder],
    environment: { files: nodeFiles },
    ...options,
  });
}

/** Where the posts name the target that the one label of this post leads to. */
async function references({ request }: Editor, uri: string): Promise<string[]> {
  const found = await request<Location[]>("textDocument/references", {
    textDocument: { uri },
    position: { line: 0, character: 3 },
    context: { includeDeclaration: false },
  });
  return found
    .map(({ uri: at, range }) => {
      const folder = `${normalizeUri(pathToFileURL(root).href)}/`;
      return `${normalizeUri(at).replace(folder, "")}:${range.start.line}`;
    })
    .sort();
}

const has = (count: number) => (found: readonly unknown[]) =>
  found.length === count;

test("posts are found in all folders but those of tools, through loops", async () => {
  const uri = await write("week.md", `[[node]]\n\n${definition}`);
  await write("a/b.mdx", `\n[node]\n\n${definition}`);
  await write("a/c.markdown", `\n\n[x]\n\n${definition.replace("node", "x")}`);
  await write("UPPER.MD", `[node]\n\n${definition}`);
  await write("node_modules/x/readme.md", `[node]\n\n${definition}`);
  await write(".git/readme.md", `[node]\n\n${definition}`);
  await write("notes.txt", `[node]\n\n${definition}`);
  await symlink(root, join(root, "a", "loop"));
  const editor = await connectTo(pathToFileURL(root).href);
  await editor.open(`[[node]]\n\n${definition}`, uri);
  expect(await until(() => references(editor, uri), has(4))).toEqual([
    "UPPER.MD:0",
    "a/b.mdx:1",
    "a/c.markdown:2",
    "week.md:0",
  ]);
});

test("what Git ignores is no post, until it is none to ignore any more", async () => {
  const uri = await write("week.md", `[[node]]\n\n${definition}`);
  await write("drafts/a.md", `[node]\n\n${definition}`);
  await write("drafts/kept.md", `[node]\n\n${definition}`);
  await write("out/b.md", `[node]\n\n${definition}`);
  await write(".gitignore", "out/\ndrafts/*\n");
  await write("drafts/.gitignore", "!kept.md\n");
  const editor = await connectTo(pathToFileURL(root).href);
  const changed = (name: string) =>
    editor.connection.sendNotification("workspace/didChangeWatchedFiles", {
      changes: [{ uri: uriOf(name), type: 2 }],
    });
  await editor.open(`[[node]]\n\n${definition}`, uri);
  const found = ["drafts/kept.md:0", "week.md:0"];
  expect(await until(() => references(editor, uri), has(2))).toEqual(found);

  await write("out/c.md", `[node]\n\n${definition}`);
  await changed("out/c.md");
  await changed("out/b.md");
  await write("d.md", `[node]\n\n${definition}`);
  await changed("d.md");
  expect(await until(() => references(editor, uri), has(3))).toEqual(
    ["d.md:0", ...found].sort(),
  );

  await write(".gitignore", "drafts/\n");
  await changed(".gitignore");
  expect(await until(() => references(editor, uri), has(4))).toEqual([
    "d.md:0",
    "out/b.md:0",
    "out/c.md:0",
    "week.md:0",
  ]);
});

test("a file that is no text is left out, with a line in the log", async () => {
  const uri = await write("week.md", `[[node]]\n\n${definition}`);
  await writeFile(join(root, "broken.md"), Uint8Array.of(0x5b, 0xff, 0xfe));
  await mkdir(join(root, "folder.md"));
  await symlink("nowhere.md", join(root, "dangling.md"));
  const editor = await connectTo(pathToFileURL(root).href);
  await editor.open(`[[node]]\n\n${definition}`, uri);
  await until(() => references(editor, uri), has(1));
  await until(() => editor.messages, has(1));
  expect(editor.messages[0]).toMatch(/broken\.md: it is not UTF-8 text$/);
});

test("a file is one post, however its URI is written", async () => {
  await write("my [post] (1).md", `[node]\n\n${definition}`);
  const editor = await connectTo(pathToFileURL(root).href);
  const spelled = uriOf("my [post] (1).md").replace("(", "%28");
  await editor.open(`[node] [node]\n\n${definition}`, spelled);
  await write("other.md", `[node]\n\n${definition}`);
  await editor.connection.sendNotification("workspace/didChangeWatchedFiles", {
    changes: [{ uri: uriOf("other.md"), type: 1 }],
  });
  await until(() => references(editor, spelled), has(3));
});

test("changes on disk are followed, but not over an open text", async () => {
  const uri = await write("week.md", `[[node]]\n\n${definition}`);
  const other = await write("other.md", `[node]\n\n${definition}`);
  const editor = await connectTo(pathToFileURL(root).href);
  await editor.open(`[[node]]\n\n${definition}`, uri);
  await until(() => references(editor, uri), has(2));
  const changed = (at: string, type: number) =>
    editor.connection.sendNotification("workspace/didChangeWatchedFiles", {
      changes: [{ uri: at, type }],
    });

  await editor.connection.sendNotification("workspace/didChangeWatchedFiles", {
    changes: [],
  });
  await write("other.md", `[node] [node]\n\n${definition}`);
  await changed(other, 2);
  await until(() => references(editor, uri), has(3));

  await editor.open(`Nothing.\n`, other);
  await write("other.md", `[node] [node] [node]\n\n${definition}`);
  await changed(other, 2);
  await until(() => references(editor, uri), has(1));

  await editor.connection.sendNotification("textDocument/didClose", {
    textDocument: { uri: other },
  });
  await until(() => references(editor, uri), has(4));

  await rm(join(root, "other.md"));
  await changed(other, 3);
  await until(() => references(editor, uri), has(1));
});

test("reading many posts shows how far it is", async () => {
  const uris = Array.from({ length: 250 }, (_, n) => `file:///posts/${n}.md`);
  type Shown = { kind: string; percentage?: number };
  const shown: Shown[] = [];
  await connect({
    folders: ["file:///posts"],
    capabilities: { window: { workDoneProgress: true } },
    environment: {
      files: () => ({
        list: async () => uris,
        isListed: async () => true,
        identityOf: async () => undefined,
        async read(uri) {
          await new Promise((resolve) => setImmediate(resolve));
          return uri.endsWith(".md") ? "Text.\n" : undefined;
        },
      }),
    },
    prepare(connection) {
      connection.onRequest("window/workDoneProgress/create", ({ token }) => {
        connection.onProgress(new ProgressType<Shown>(), token, (value) => {
          shown.push(value);
        });
        return null;
      });
    },
  });
  await until(
    () => shown,
    (all) => all.at(-1)?.kind === "end",
  );
  expect(shown[0]).toMatchObject({ kind: "begin", title: "Reading posts" });
  expect(shown.at(-2)?.percentage).toBeGreaterThan(0);
});

test("who asks at once is answered of all posts", async () => {
  const texts = new Map(
    Array.from({ length: 300 }, (_, n) => [
      `file:///posts/${n}.md`,
      `# Week ${n}\n\n[node]\n\n${definition}`,
    ]),
  );
  const editor = await connect({
    folders: ["file:///posts"],
    environment: { files: filesOf(texts) },
  });
  await editor.open(`[[node]]\n\n${definition}`, "file:///posts/0.md");
  const [symbols, found] = await Promise.all([
    editor.request<SymbolInformation[]>("workspace/symbol", {
      query: "week 299",
    }),
    editor.request<Location[]>("textDocument/references", {
      textDocument: { uri: "file:///posts/0.md" },
      position: { line: 0, character: 3 },
      context: { includeDeclaration: false },
    }),
  ]);
  expect(symbols.map(({ name }) => name)).toEqual(["Week 299"]);
  expect(found).toHaveLength(300);
});

test("a folder that goes takes its posts with it", async () => {
  const uri = await write("week.md", `[[node]]\n\n${definition}`);
  await write("old.2022/a.md", `[node]\n\n${definition}`);
  await write("old.2022/deep/b.md", `[node]\n\n${definition}`);
  const editor = await connectTo(pathToFileURL(root).href);
  await editor.open(`[[node]]\n\n${definition}`, uri);
  expect(await references(editor, uri)).toHaveLength(3);
  await rm(join(root, "old.2022"), { recursive: true });
  await editor.connection.sendNotification("workspace/didChangeWatchedFiles", {
    changes: [{ uri: uriOf("old.2022"), type: 3 }],
  });
  const symbols = () =>
    editor.request<SymbolInformation[]>("workspace/symbol", { query: "" });
  await until(symbols, has(1));
  expect(await references(editor, uri)).toEqual(["week.md:0"]);
});

test("folders come and go", async () => {
  const uri = await write("one/week.md", `[[node]]\n\n${definition}`);
  await write("two/week.md", `[[node]]\n\n${definition}`);
  const editor = await connectTo(uriOf("one"));
  await editor.open(`[[node]]\n\n${definition}`, uri);
  await until(() => references(editor, uri), has(1));
  const change = (event: object) =>
    editor.connection.sendNotification("workspace/didChangeWorkspaceFolders", {
      event: { added: [], removed: [], ...event },
    });
  const two = { uri: uriOf("two/"), name: "two" };
  await change({ added: [two] });
  await until(() => references(editor, uri), has(2));
  await change({ removed: [two] });
  await until(() => references(editor, uri), has(1));
});

async function codes({ request }: Editor, uri: string): Promise<string[]> {
  const report = await request<DocumentDiagnosticReport>(
    "textDocument/diagnostic",
    { textDocument: { uri } },
  );
  return report.kind === "full"
    ? report.items.map(({ code, severity }) => `${code} ${severity}`)
    : [];
}

test("the nearest weeknotes.json holds, and is followed", async () => {
  const uri = await write("blog/week.md", "");
  await write("weeknotes.json", `{"rules": {"undefined-reference": "off"}}`);
  const editor = await connectTo(uriOf("blog"));
  await editor.open("[[x-pull-1]]\n", uri);
  await until(() => codes(editor, uri), has(0));

  await write(
    "blog/weeknotes.json",
    `{"rules": {"undefined-reference": "error"}}`,
  );
  await editor.connection.sendNotification("workspace/didChangeWatchedFiles", {
    changes: [{ uri: uriOf("blog/weeknotes.json"), type: 1 }],
  });
  expect(await until(() => codes(editor, uri), has(1))).toEqual([
    "undefined-reference 1",
  ]);
  expect(editor.messages).toEqual([]);
});

test("nothing is said before the settings are known", async () => {
  const uri = await write("week.md", "");
  await write("weeknotes.json", `{"rules": {"undefined-reference": "off"}}`);
  const editor = await connectTo(pathToFileURL(root).href);
  await editor.open("[[x-pull-1]]\n", uri);
  expect(await codes(editor, uri)).toEqual([]);
});

test("a client that fails to give its settings gets the defaults", async () => {
  const uri = await write("week.md", "");
  const editor = await connectTo(pathToFileURL(root).href, {
    settings: () => {
      throw new Error("no settings");
    },
  });
  await editor.open("[[x-pull-1]]\n", uri);
  expect(await codes(editor, uri)).toHaveLength(1);
});

test("a weeknotes.json that cannot be read is said once, and the defaults hold", async () => {
  const uri = await write("week.md", "");
  await write("weeknotes.json", `{"rules": {"undefined-reference": "of`);
  const editor = await connectTo(pathToFileURL(root).href);
  await editor.open("[[x-pull-1]]\n", uri);
  expect(await codes(editor, uri)).toEqual(["undefined-reference 2"]);
  const told = await until(
    () => editor.messages.filter((line) => line.includes("weeknotes.json")),
    has(2),
  );
  expect(told[0]).toMatch(/weeknotes\.json: It is no valid JSON/);
  await editor.connection.sendNotification("workspace/didChangeWatchedFiles", {
    changes: [{ uri: uriOf("weeknotes.json"), type: 2 }],
  });
  await codes(editor, uri);
  expect(
    editor.messages.filter((line) => line.includes("weeknotes.json")),
  ).toHaveLength(2);
});

test("the editor's settings go before weeknotes.json, their defaults do not", async () => {
  const uri = await write("week.md", "");
  await write("weeknotes.json", `{"rules": {"undefined-reference": "error"}}`);
  let settings: unknown = {
    repositories: [],
    labelStyles: [],
    rules: {},
    github: { enabled: true, hosts: ["github.com"], apiUrl: "https://x" },
    trace: { server: "off" },
  };
  const editor = await connectTo(pathToFileURL(root).href, {
    settings: () => settings,
  });
  await editor.open("[[x-pull-1]]\n", uri);
  await until(
    () => codes(editor, uri),
    (found) => found[0] === "undefined-reference 1",
  );
  settings = { rules: { "undefined-reference": "hint" } };
  await editor.connection.sendNotification("workspace/didChangeConfiguration", {
    settings: null,
  });
  await until(
    () => codes(editor, uri),
    (found) => found[0] === "undefined-reference 4",
  );
  expect(editor.messages).toEqual([]);
});

test("a setting of the wrong shape is said, and the others hold", async () => {
  const uri = await write("week.md", "");
  const editor = await connectTo(pathToFileURL(root).href, {
    settings: () => ({
      repositories: "a/b",
      rules: { "undefined-reference": "hint" },
    }),
  });
  await editor.open("[[x-pull-1]]\n", uri);
  await until(
    () => codes(editor, uri),
    (found) => found[0] === "undefined-reference 4",
  );
  expect(editor.messages[0]).toMatch(/"repositories" must be a list/);
});

test("a client that only pushes its settings is heard", async () => {
  const uri = await write("week.md", "");
  const editor = await connectTo(pathToFileURL(root).href, {
    capabilities: { textDocument: { diagnostic: {} } },
  });
  await editor.open("[[x-pull-1]]\n", uri);
  await editor.connection.sendNotification("workspace/didChangeConfiguration", {
    settings: { weeknotes: { rules: { "undefined-reference": "off" } } },
  });
  await until(() => codes(editor, uri), has(0));
});

test("MDX is read as MDX, by its language or its name", async () => {
  const editor = await connectTo(pathToFileURL(root).href);
  const mdx = "{'[[x-pull-1]]'}\n";
  await editor.open(mdx, uriOf("a.md"));
  await editor.open(mdx, uriOf("b.md"), "mdx");
  await editor.open(mdx, uriOf("c.mdx"));
  expect(await codes(editor, uriOf("a.md"))).toHaveLength(1);
  expect(await codes(editor, uriOf("b.md"))).toEqual([]);
  expect(await codes(editor, uriOf("c.mdx"))).toEqual([]);
});

test("a server in a browser asks the client for files", async () => {
  const { clientFiles } = await import("../../server/src/lsp/client-files.js");
  const texts = new Map([
    ["vscode-vfs://github/a/b/week.md", `[node]\n\n${definition}`],
    ["vscode-vfs://github/a/b/other.md", `[node]\n\n${definition}`],
  ]);
  const editor = await connectTo("vscode-vfs://github/a/b", {
    environment: { files: clientFiles },
    prepare(connection) {
      connection.onRequest("weeknotes/findFiles", ({ folder }) =>
        [...texts.keys()].filter((uri) => uri.startsWith(folder)),
      );
      connection.onRequest(
        "weeknotes/readFile",
        ({ uri }) => texts.get(uri) ?? null,
      );
    },
  });
  const uri = "vscode-vfs://github/a/b/week.md";
  await editor.open(`[[node]]\n\n${definition}`, uri);
  const found = await until(
    () =>
      editor.request<Location[]>("textDocument/references", {
        textDocument: { uri },
        position: { line: 0, character: 3 },
        context: { includeDeclaration: false },
      }),
    has(2),
  );
  expect(found.map((location) => location.uri).sort()).toEqual(
    [...texts.keys()].sort(),
  );
});
