import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import type {
  CompletionList,
  DocumentDiagnosticReport,
  Location,
} from "vscode-languageserver-protocol";
import { nodeFiles } from "../../server/src/lsp/node-files.js";
import { connect, type Editor, until } from "./connect.js";

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "weeknotes "));
});
afterEach(() => rm(root, { recursive: true }));

async function write(name: string, text: string): Promise<string> {
  const path = join(root, name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
  return pathToFileURL(path).href;
}

function connectTo(folder: string): Promise<Editor> {
  return connect({
    folders: [pathToFileURL(join(root, folder)).href],
    environment: { files: nodeFiles },
  });
}

async function codes({ request }: Editor, uri: string) {
  const report = await request<DocumentDiagnosticReport>(
    "textDocument/diagnostic",
    { textDocument: { uri } },
  );
  return report.kind === "full" ? report.items.map(({ code }) => code) : [];
}

/** Waits until exactly these rules speak. */
function waitsFor(editor: Editor, uri: string) {
  return (...wanted: string[]) =>
    until(
      () => codes(editor, uri),
      (found) => found.join() === wanted.join(),
    );
}

function changed({ connection }: Editor, uri: string): Promise<void> {
  return connection.sendNotification("workspace/didChangeWatchedFiles", {
    changes: [{ uri, type: 2 }],
  });
}

const text = "---\nauthors: coot\ntags: [network]\n---\n\nHello.\n";

test("authors and tags follow their files", async () => {
  const authors = await write(
    "blog/authors.yml",
    "ch1bo:\n  name: Sebastian\n",
  );
  const uri = await write("blog/2022-11-04-network.md", text);
  const editor = await connectTo(".");
  await editor.open(text, uri);
  const is = waitsFor(editor, uri);
  await is("unknown-author");

  await write("blog/authors.yml", "ch1bo: {}\ncoot:\n  name: Marcin\n");
  await changed(editor, authors);
  await is();
  const place = await editor.request<Location>("textDocument/definition", {
    textDocument: { uri },
    position: { line: 1, character: 10 },
  });
  expect(place).toEqual({
    uri: authors,
    range: { start: { line: 1, character: 0 }, end: { line: 1, character: 4 } },
  });

  const tags = await write("blog/tags.yml", "hydra:\n");
  await changed(editor, tags);
  await is("unknown-tag");
  await rm(join(root, "blog/tags.yml"));
  await changed(editor, tags);
  await is();
});

test("a site's configuration counts above the folder that is open, too", async () => {
  const config = await write(
    "docusaurus.config.js",
    "module.exports = { presets: [['classic', { blog: { path: 'news' } }]] };\n",
  );
  const uri = await write("news/hello.md", "---\ntags: network\n---\n");
  const editor = await connectTo("news");
  await editor.open("---\ntags: network\n---\n", uri);
  await until(
    () => codes(editor, uri),
    (found) => found.includes("front-matter-schema"),
  );
  await write("docusaurus.config.js", "module.exports = { presets: [] };\n");
  await changed(editor, config);
  await until(
    () => codes(editor, uri),
    (found) => found.length === 0,
  );
});

test("the text of an open list counts until it is closed", async () => {
  const authors = await write("blog/authors.yml", "ch1bo: {}\n");
  const uri = await write("blog/2022-11-04-network.md", text);
  let refreshes = 0;
  const editor = await connect({
    folders: [pathToFileURL(root).href],
    environment: { files: nodeFiles },
    prepare(connection) {
      connection.onRequest("workspace/diagnostic/refresh", () => {
        refreshes++;
        return null;
      });
    },
  });
  await editor.open(text, uri);
  const is = waitsFor(editor, uri);
  await is("unknown-author");

  await editor.open("ch1bo: {}\n", authors, "yaml");
  expect(
    await editor.request("textDocument/documentSymbol", {
      textDocument: { uri: authors },
    }),
  ).toBeNull();
  const before = refreshes;
  await editor.connection.sendNotification("textDocument/didChange", {
    textDocument: { uri: authors, version: 2 },
    contentChanges: [
      {
        range: {
          start: { line: 1, character: 0 },
          end: { line: 1, character: 0 },
        },
        text: "coot: {}\n",
      },
    ],
  });
  await is();
  await until(
    () => refreshes,
    (count) => count > before,
  );
  // What was saved meanwhile is older than the text.
  await changed(editor, authors);
  await is();
  await editor.connection.sendNotification("textDocument/didClose", {
    textDocument: { uri: authors },
  });
  await is("unknown-author");
});

test("lists of other names are read where the site's configuration names them", async () => {
  const config = await write(
    "docusaurus.config.js",
    "export default { plugins: [['content-blog', { authorsMapPath: '../data/people.yml', tags: 'topics.yml' }]] };\n",
  );
  const people = await write("data/people.yml", "coot: {}\n");
  await write("blog/topics.yml", "ledger:\n");
  const uri = await write("blog/2022-11-04-network.md", text);
  const editor = await connectTo("blog");
  await editor.open(text, uri);
  const is = waitsFor(editor, uri);
  await is("unknown-tag");
  const patterns = () =>
    JSON.stringify(editor.optionsOf("textDocument/didOpen"));
  await until(patterns, (found) => found.includes("**/people.yml"));
  // What was registered before goes as soon as the new is there.
  await until(
    () => editor.optionsOf("textDocument/didOpen"),
    (all) => all.length === 1,
  );
  expect(
    JSON.stringify(editor.optionsOf("workspace/didChangeWatchedFiles")),
  ).toContain("**/topics.yml");

  await write("data/people.yml", "ch1bo: {}\n");
  await changed(editor, people);
  await is("unknown-author", "unknown-tag");
  await editor.open("coot: {}\n", people, "yaml");
  await is("unknown-tag");

  await write(
    "docusaurus.config.js",
    "export default { plugins: ['content-blog'] };\n",
  );
  await changed(editor, config);
  await is();
  await until(patterns, (found) => !found.includes("people.yml"));
});

test("a space asks for values in front matter, and for nothing in the text", async () => {
  await write("blog/authors.yml", "coot:\n  name: Marcin\n");
  const uri = await write("blog/2022-11-04-network.md", "");
  const editor = await connectTo(".");
  await editor.open(
    "---\nauthors: \n---\n\n[a \n\n[a b]: https://x.org\n",
    uri,
  );
  const complete = (line: number, character: number) =>
    editor.request<CompletionList | null>("textDocument/completion", {
      textDocument: { uri },
      position: { line, character },
      context: { triggerKind: 2, triggerCharacter: " " },
    });
  const list = await until(
    () => complete(1, 9),
    (found) => found !== null && found.items.length > 0,
  );
  expect(list?.items.map(({ label }) => label)).toEqual(["coot"]);
  expect(await complete(4, 3)).toBeNull();
});
