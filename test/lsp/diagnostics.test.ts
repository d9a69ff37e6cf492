import { expect, test } from "vitest";
import type {
  CodeAction,
  DocumentDiagnosticReport,
  WorkspaceDiagnosticReport,
} from "vscode-languageserver-protocol";
import {
  connect,
  type Editor,
  filesOf,
  fullClient,
  until,
  uri,
} from "./connect.js";

const dangling = "See [[cardano-node-pull-12]].\n";

function pull(
  { request }: Editor,
  previousResultId?: string,
  at = uri,
): Promise<DocumentDiagnosticReport> {
  return request("textDocument/diagnostic", {
    textDocument: { uri: at },
    previousResultId,
  });
}

function items(report: DocumentDiagnosticReport) {
  return report.kind === "full" ? report.items : report.kind;
}

test("a dangling label in an open post is reported", async () => {
  const editor = await connect();
  await editor.open(dangling);
  expect(items(await pull(editor))).toMatchObject([
    {
      range: {
        start: { line: 0, character: 5 },
        end: { line: 0, character: 27 },
      },
      source: "weeknotes",
      code: "undefined-reference",
      codeDescription: {
        href: "https://docs.example/rules/undefined-reference.md",
      },
    },
  ]);
});

test("a quick fix defines a dangling label, for the version it was made for", async () => {
  const editor = await connect();
  await editor.open(
    "See [[cardano-node-pull-12]].\n\n[cardano-node]: https://github.com/input-output-hk/cardano-node\n",
  );
  const [diagnostic] = items(await pull(editor));
  const actions = await editor.request<CodeAction[]>(
    "textDocument/codeAction",
    {
      textDocument: { uri },
      range: {
        start: { line: 0, character: 8 },
        end: { line: 0, character: 8 },
      },
      context: { diagnostics: [diagnostic] },
    },
  );
  expect(actions.find(({ isPreferred }) => isPreferred)).toMatchObject({
    kind: "quickfix",
    diagnostics: [{ code: "undefined-reference" }],
    edit: {
      documentChanges: [
        {
          textDocument: { uri, version: 1 },
          edits: [
            {
              newText: expect.stringContaining(
                "[cardano-node-pull-12]: https://github.com/input-output-hk/cardano-node/pull/12",
              ),
            },
          ],
        },
      ],
    },
  });
});

test("fix all takes what is certain, and only if asked for", async () => {
  const editor = await connect();
  await editor.open("See [a] (https://example.org/x).\n");
  const ask = (only?: string[]) =>
    editor.request<CodeAction[]>("textDocument/codeAction", {
      textDocument: { uri },
      range: {
        start: { line: 0, character: 0 },
        end: { line: 0, character: 0 },
      },
      context: { diagnostics: [], ...(only && { only }) },
    });
  expect(await ask(["source.fixAll"])).toMatchObject([
    { kind: "source.fixAll.weeknotes", edit: {} },
  ]);
  expect(await ask(["refactor"])).toEqual([]);
});

test("nothing is sent twice: an unchanged answer says so", async () => {
  const editor = await connect();
  await editor.open(dangling);
  const first = await pull(editor);
  expect(await pull(editor, first.resultId)).toEqual({
    kind: "unchanged",
    resultId: first.resultId,
  });
  await editor.change(`${dangling}More words.\n`, 2);
  expect((await pull(editor, first.resultId)).kind).toBe("unchanged");
  await editor.change(`\n${dangling}`, 3);
  expect((await pull(editor, first.resultId)).kind).toBe("full");
});

test("a refresh is asked for when another post's definitions change", async () => {
  let refreshed = 0;
  const editor = await connect({
    prepare: (connection) =>
      connection.onRequest("workspace/diagnostic/refresh", () => {
        refreshed++;
        return null;
      }),
  });
  await editor.open(dangling);
  await pull(editor);
  await until(
    () => refreshed,
    (count) => count > 0,
  );
  await editor.open("Other.\n", "file:///posts/other.md");
  await pull(editor, undefined, "file:///posts/other.md");
  const before = await until(
    () => refreshed,
    (count) => count > 1,
  );
  await editor.connection.sendNotification("textDocument/didChange", {
    textDocument: { uri: "file:///posts/other.md", version: 2 },
    contentChanges: [
      { text: "[cardano-node-pull-12]: https://github.com/a/b/pull/12\n" },
    ],
  });
  await pull(editor, undefined, "file:///posts/other.md");
  await until(
    () => refreshed,
    (count) => count > before,
  );
});

test("clients that cannot pull have diagnostics published, with their version", async () => {
  const published: object[] = [];
  const { textDocument, ...capabilities } = fullClient;
  const { diagnostic: _, ...rest } = textDocument ?? {};
  const { open, change, connection, initialized } = await connect({
    capabilities: { ...capabilities, textDocument: rest },
    prepare: (client) =>
      client.onNotification("textDocument/publishDiagnostics", (params) => {
        published.push(params);
      }),
  });
  expect(initialized.capabilities.diagnosticProvider).toBeUndefined();
  await open(dangling);
  await until(
    () => published,
    (all) => all.length === 1,
  );
  await change("Nothing.\n", 2);
  await until(
    () => published,
    (all) => all.length === 2,
  );
  await connection.sendNotification("textDocument/didClose", {
    textDocument: { uri },
  });
  await until(
    () => published,
    (all) => all.length === 3,
  );
  expect(published).toMatchObject([
    { uri, version: 1, diagnostics: [{ code: "undefined-reference" }] },
    { uri, version: 2, diagnostics: [] },
    { uri, diagnostics: [] },
  ]);
});

test("posts on disk are reported on too, an open text before the file's", async () => {
  const texts = new Map([
    ["file:///posts/week.md", dangling],
    ["file:///posts/fine.md", "Fine.\n"],
    ["file:///posts/my%20post.md", dangling],
  ]);
  const editor = await connect({
    folders: ["file:///posts"],
    environment: { files: filesOf(texts) },
  });
  const ask = (previousResultIds: object[] = []) =>
    editor.request<WorkspaceDiagnosticReport>("workspace/diagnostic", {
      previousResultIds,
    });
  const all = await until(ask, ({ items }) => items.length === 3);
  const counts = (report: WorkspaceDiagnosticReport) =>
    Object.fromEntries(
      report.items.map((item) => [
        item.uri,
        item.kind === "full" ? item.items.length : item.kind,
      ]),
    );
  expect(counts(all)).toEqual({
    "file:///posts/week.md": 1,
    "file:///posts/fine.md": 0,
    "file:///posts/my%20post.md": 1,
  });
  expect(all.items.map(({ version }) => version)).toEqual([null, null, null]);

  await editor.open("Fine now.\n");
  const previous = all.items.map((item) => ({
    uri: item.uri,
    value: item.resultId,
  }));
  texts.delete("file:///posts/my%20post.md");
  await editor.connection.sendNotification("workspace/didChangeWatchedFiles", {
    changes: [{ uri: "file:///posts/my post.md", type: 3 }],
  });
  expect(counts(await ask(previous))).toEqual({
    "file:///posts/week.md": 0,
    "file:///posts/fine.md": "unchanged",
    "file:///posts/my%20post.md": 0,
  });
});
