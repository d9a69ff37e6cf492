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
  const is = (...wanted: string[]) =>
    until(
      () => codes(editor, uri),
      (found) => found.join() === wanted.join(),
    );
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
