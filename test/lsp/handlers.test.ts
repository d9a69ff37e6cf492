import { expect, test } from "vitest";
import {
  CancellationTokenSource,
  type Hover,
  LSPErrorCodes,
} from "vscode-languageserver-protocol";
import { fakeGitHub } from "../features/fake-github.js";
import { connect, until, uri } from "./connect.js";

const text =
  "See [[a]].\n\n[a]: https://github.com/input-output-hk/cardano-node/pull/1\n";
const hoverParams = {
  textDocument: { uri },
  position: { line: 0, character: 6 },
};

test("a bug is a line in the log and an empty answer, and the server goes on", async () => {
  const { open, request, messages } = await connect({
    github: {
      ...fakeGitHub(),
      peek() {
        throw new Error("a bug in peek");
      },
    },
  });
  await open(text);
  expect(await request("textDocument/hover", hoverParams)).toBeNull();
  await until(
    () => messages,
    (all) => all.some((line) => line.includes("a bug in peek")),
  );
  expect(await request("textDocument/definition", hoverParams)).not.toBeNull();
});

test("a request that is cancelled while it runs is answered as cancelled", async () => {
  const github = fakeGitHub({ silent: true });
  const { open, connection } = await connect({ github });
  await open(text);
  const cancel = new CancellationTokenSource();
  const answer = connection.sendRequest(
    "textDocument/hover",
    hoverParams,
    cancel.token,
  );
  const refused = expect(answer).rejects.toMatchObject({
    code: LSPErrorCodes.RequestCancelled,
  });
  await until(
    () => github.asked,
    (asked) => asked.length > 0,
  );
  cancel.cancel();
  await refused;
});

test("a document that is not open has no answers", async () => {
  const { request } = await connect();
  expect(await request("textDocument/hover", hoverParams)).toBeNull();
  expect(
    await request("textDocument/diagnostic", { textDocument: { uri } }),
  ).toEqual({ kind: "full", items: [] });
});

test.each<[string, unknown]>([
  ["textDocument/hover", {}],
  ["textDocument/hover", { textDocument: { uri }, position: "here" }],
  ["textDocument/hover", { textDocument: { uri: 7 }, position: {} }],
  ["textDocument/rename", { textDocument: { uri }, position: {} }],
  ["textDocument/codeAction", { textDocument: { uri } }],
  ["textDocument/diagnostic", {}],
  ["workspace/diagnostic", {}],
  ["workspace/symbol", {}],
  ["workspace/executeCommand", { command: "no.such", arguments: [] }],
  ["workspace/executeCommand", { command: "weeknotes.server.defineLabel" }],
  ["completionItem/resolve", { label: "x", data: 7 }],
  ["weeknotes/destinationAt", {}],
  ["no/such/method", {}],
])("survives garbage in %s %j", async (method, params) => {
  const { open, connection, request } = await connect();
  await open(text);
  await connection.sendRequest(method, params).catch(() => undefined);
  const hover = await request<Hover>("textDocument/hover", hoverParams);
  expect(hover.range?.start).toEqual({ line: 0, character: 4 });
});

test.each<[string, unknown]>([
  ["textDocument/didOpen", { textDocument: {} }],
  ["textDocument/didOpen", {}],
  [
    "textDocument/didChange",
    {
      textDocument: { uri: "file:///other.md", version: 2 },
      contentChanges: [{ text: "x" }],
    },
  ],
  ["textDocument/didClose", {}],
  ["workspace/didChangeWatchedFiles", {}],
  ["workspace/didChangeConfiguration", { settings: 7 }],
  ["weeknotes/tokenChanged", 7],
  ["weeknotes/trustChanged", null],
])("survives garbage in the notification %s %j", async (method, params) => {
  const { open, connection, request } = await connect();
  await open(text);
  await connection.sendNotification(method, params);
  expect(await request("textDocument/hover", hoverParams)).not.toBeNull();
});

test("garbage in the initialization options is not taken", async () => {
  const { open, request } = await connect({
    initializationOptions: { token: 7, trusted: "no", apiUrl: [], x: null },
  });
  await open(text);
  expect(await request("textDocument/hover", hoverParams)).not.toBeNull();
});
