import { afterEach, expect, test, vi } from "vitest";
import {
  CancellationTokenSource,
  type CodeAction,
  type ProtocolConnection,
} from "vscode-languageserver-protocol";
import type { WorkspaceFiles } from "../../server/src/lsp/workspace-files.js";
import { connect, type Editor, until, uri } from "./connect.js";

const url = "https://github.com/IntersectMBO/ouroboros-network/pull/4999";
const text = "Merged [[network-4999]].\n";

/** A workspace whose other posts are found when `release` is called. */
async function start() {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const files: WorkspaceFiles = {
    list: () => released.then(() => ["file:///posts/other.md"]),
    isListed: async () => true,
    identityOf: async () => undefined,
    read: async (file) =>
      file.endsWith("/other.md")
        ? `Reviewed [[network-4999]].\n\n[network-4999]: ${url}\n`
        : undefined,
  };
  const applied: string[] = [];
  const editor = await connect({
    folders: ["file:///posts"],
    environment: { files: () => files },
    prepare: (connection: ProtocolConnection) =>
      connection.onRequest("workspace/applyEdit", (params) => {
        applied.push(JSON.stringify(params));
        return { applied: true };
      }),
  });
  await editor.open(text);
  return { editor, release, applied };
}

const command = {
  command: "weeknotes.server.addMissingDefinitions",
  arguments: [uri],
};

function fixAll(
  { connection }: Editor,
  source = new CancellationTokenSource(),
) {
  return connection.sendRequest<CodeAction[] | null>(
    "textDocument/codeAction",
    {
      textDocument: { uri },
      range: {
        start: { line: 0, character: 0 },
        end: { line: 0, character: 0 },
      },
      context: { diagnostics: [], only: ["source.addMissingDefinitions"] },
    },
    source.token,
  );
}

/** Answers that need no other post: typing is not held up. */
async function edit({ change, request }: Editor): Promise<void> {
  await change(`${text}Now.\n`, 2);
  expect(
    await request("textDocument/foldingRange", { textDocument: { uri } }),
  ).toEqual([]);
}

afterEach(() => {
  vi.useRealTimers();
});

test("missing definitions wait for the posts that may know them", async () => {
  const { editor, release, applied } = await start();
  const answer = editor.request("workspace/executeCommand", command);
  const actions = fixAll(editor);
  await edit(editor);
  expect(applied).toEqual([]);
  release();
  await answer;
  expect(applied.join()).toContain(`[network-4999]: ${url}`);
  // Of the text as it is when the edits are made.
  expect(applied.join()).toContain('"version":2');
  expect(JSON.stringify(await actions)).toContain(url);
});

test("nobody waits who has given up", async () => {
  const { editor, applied } = await start();
  const source = new CancellationTokenSource();
  const actions = fixAll(editor, source);
  const answer = editor.connection.sendRequest(
    "workspace/executeCommand",
    command,
    source.token,
  );
  await edit(editor);
  source.cancel();
  await expect(actions).rejects.toThrow("cancelled");
  await expect(answer).rejects.toThrow("cancelled");
  expect(applied).toEqual([]);
});

test("whoever waits too long is told that posts are still being read", async () => {
  const { editor, applied } = await start();
  vi.useFakeTimers({ toFake: ["setTimeout"] });
  const answer = editor.request("workspace/executeCommand", command);
  await edit(editor);
  vi.advanceTimersByTime(60_000);
  await answer;
  expect(applied).toEqual([]);
  expect(
    await until(
      () => editor.messages.join("\n"),
      (all) => all.includes("network-4999"),
    ),
  ).toMatch(/known yet of .network-4999.: .*still being read/);
});
