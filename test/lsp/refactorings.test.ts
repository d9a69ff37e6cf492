import { expect, test } from "vitest";
import {
  type CodeAction,
  CodeActionTriggerKind,
} from "vscode-languageserver-protocol";
import { fakeGitHub } from "../features/fake-github.js";
import { pull } from "../features/statuses.js";
import { connect, fullClient, until, uri } from "./connect.js";

const url = "https://github.com/input-output-hk/cardano-node/pull/4489";
const text = `See [[node]] and ${url}\n\n[node]: ${url}\n`;

const at = (character: number, context: object) =>
  [
    "textDocument/codeAction",
    {
      textDocument: { uri },
      range: { start: { line: 0, character }, end: { line: 0, character } },
      context: { diagnostics: [], ...context },
    },
  ] as const;
const titled = { only: ["refactor.rewrite"] };

test("a refactoring comes with its edits, for the version they are of", async () => {
  const { open, request } = await connect();
  await open(text);
  const actions = await request<CodeAction[]>(
    ...at(20, { only: ["refactor.extract"] }),
  );
  expect(actions).toMatchObject([
    {
      title: "Convert to reference [node]",
      kind: "refactor.extract.reference.weeknotes",
      edit: {
        documentChanges: [
          {
            textDocument: { uri, version: 1 },
            edits: [{ newText: "[[node]]" }],
          },
        ],
      },
    },
  ]);
});

test("what GitHub has to be asked is asked when the user chooses it", async () => {
  const github = fakeGitHub({ answers: { [url]: pull } });
  const { open, request } = await connect({ github });
  await open(text);
  const [action] = await request<CodeAction[]>(...at(7, titled));
  expect(action).toMatchObject({
    title:
      "Convert to link with the title of input-output-hk/cardano-node#4489",
  });
  expect(action).not.toHaveProperty("edit");
  const resolved = await request<CodeAction>("codeAction/resolve", {
    ...action,
  });
  expect(JSON.stringify(resolved.edit)).toContain(`[${pull.title}](${url})`);
});

test("a title that cannot be had is said, and nothing changes", async () => {
  const { open, request, messages } = await connect();
  await open(text);
  const [action] = await request<CodeAction[]>(...at(7, titled));
  const resolved = await request<CodeAction>("codeAction/resolve", {
    ...action,
  });
  expect(resolved).not.toHaveProperty("edit");
  await until(
    () => messages,
    (all) => all.some((line) => line.includes("GitHub gives no title")),
  );
});

test("a client that resolves nothing gets whole actions, or none", async () => {
  const { open, request, initialized } = await connect({
    capabilities: {
      ...fullClient,
      textDocument: {
        codeAction: {
          codeActionLiteralSupport: { codeActionKind: { valueSet: [] } },
        },
      },
    },
  });
  expect(initialized.capabilities.codeActionProvider).not.toHaveProperty(
    "resolveProvider",
  );
  await open(text);
  expect(await request(...at(7, titled))).toEqual([]);
  expect(
    await request(...at(7, { only: ["source.convertLinks"] })),
  ).toMatchObject([{ edit: {} }]);
});

test("a cursor that only moves asks for no refactoring", async () => {
  const { open, request } = await connect();
  await open(text);
  expect(
    await request(...at(20, { triggerKind: CodeActionTriggerKind.Automatic })),
  ).toEqual([]);
});
