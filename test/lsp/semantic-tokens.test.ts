import { expect, test } from "vitest";
import type {
  SemanticTokens,
  SemanticTokensDelta,
} from "vscode-languageserver-protocol";
import type { Answer } from "../../server/src/targets/github-port.js";
import { fakeGitHub } from "../features/fake-github.js";
import { pull } from "../features/statuses.js";
import { connect, fullClient, until, uri } from "./connect.js";

const url = "https://github.com/input-output-hk/cardano-node/pull/4489";

test("tokens come when GitHub has answered, for all of the text or a range", async () => {
  let answer: Answer | undefined;
  let refreshes = 0;
  const listeners: (() => void)[] = [];
  const { open, request } = await connect({
    github: {
      ...fakeGitHub(),
      peek: () => answer,
      onChange: (listener) => {
        listeners.push(listener);
        return () => {};
      },
    },
    capabilities: {
      ...fullClient,
      workspace: {
        ...fullClient.workspace,
        semanticTokens: { refreshSupport: true },
      },
    },
    prepare: (connection) =>
      connection.onRequest("workspace/semanticTokens/refresh", () => {
        refreshes++;
        return null;
      }),
  });
  await open(`[a](${url})\n\n[b](${url})\n`);
  const all = () =>
    request<SemanticTokens>("textDocument/semanticTokens/full", {
      textDocument: { uri },
    });
  expect(await all()).toEqual({ data: [] });
  answer = { result: pull, at: 0 };
  for (const listener of listeners) listener();
  await until(
    () => refreshes,
    (count) => count === 1,
  );
  expect(await all()).toEqual({ data: [0, 1, 1, 0, 8, 2, 1, 1, 0, 8] });
  expect(
    await request("textDocument/semanticTokens/range", {
      textDocument: { uri },
      range: {
        start: { line: 1, character: 0 },
        end: { line: 3, character: 0 },
      },
    }),
  ).toEqual({ data: [2, 1, 1, 0, 8] });
});

test("a client that says so is told what is another than in the last answer", async () => {
  const { connection, open, change, request } = await connect({
    github: { ...fakeGitHub(), peek: () => ({ result: pull, at: 0 }) },
    capabilities: {
      ...fullClient,
      textDocument: {
        ...fullClient.textDocument,
        semanticTokens: {
          requests: { full: { delta: true } },
          tokenTypes: [],
          tokenModifiers: [],
          formats: [],
        },
      },
    },
  });
  const textDocument = { uri };
  const all = () =>
    request<SemanticTokens>("textDocument/semanticTokens/full", {
      textDocument,
    });
  const since = (previousResultId: string | undefined) =>
    request<Partial<SemanticTokens & SemanticTokensDelta>>(
      "textDocument/semanticTokens/full/delta",
      { textDocument, previousResultId },
    );
  const [a, b] = [`[a](${url})`, `[b](${url})`];
  await open(`${a}\n\n${b}\n`);
  const first = await all();
  expect(first.data).toEqual([0, 1, 1, 0, 8, 2, 1, 1, 0, 8]);

  await change(`${a}\n\nSo ${b}\n`, 2);
  const second = await since(first.resultId);
  expect(second.edits).toEqual([{ start: 6, deleteCount: 1, data: [4] }]);

  await change(`${a}\n\nSo ${b}!\n`, 3);
  expect(await since(second.resultId)).toEqual({
    resultId: second.resultId,
    edits: [],
  });
  expect(await since(first.resultId)).toEqual({
    resultId: second.resultId,
    data: [0, 1, 1, 0, 8, 2, 4, 1, 0, 8],
  });

  await connection.sendNotification("textDocument/didClose", { textDocument });
  await open(`${a}\n`);
  const anew = await since(second.resultId);
  expect(anew.data).toEqual([0, 1, 1, 0, 8]);
  expect(anew.resultId).not.toBe(second.resultId);
});
