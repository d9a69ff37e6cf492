import { expect, test } from "vitest";
import type {
  ApplyWorkspaceEditParams,
  ProtocolConnection,
} from "vscode-languageserver-protocol";
import { fakeGitHub } from "../features/fake-github.js";
import { connect, until, uri } from "./connect.js";

const node = "https://github.com/input-output-hk/cardano-node";

/** A client that takes every edit, and remembers it. */
function applying() {
  const applied: ApplyWorkspaceEditParams[] = [];
  return {
    applied,
    prepare: (connection: ProtocolConnection) =>
      connection.onRequest(
        "workspace/applyEdit",
        (params: ApplyWorkspaceEditParams) => {
          applied.push(params);
          return { applied: true };
        },
      ),
  };
}

function newTexts(applied: readonly ApplyWorkspaceEditParams[]): string[] {
  return applied.flatMap(({ edit }) =>
    (edit.documentChanges ?? []).flatMap((change) =>
      "edits" in change
        ? change.edits.map((one) => ("newText" in one ? one.newText : ""))
        : [],
    ),
  );
}

const execute = (command: string, ...more: unknown[]) =>
  [
    "workspace/executeCommand",
    { command: `weeknotes.server.${command}`, arguments: [uri, ...more] },
  ] as const;

test("all missing definitions are added, and what is not known is said", async () => {
  const { applied, prepare } = applying();
  const { open, request, messages } = await connect({ prepare });
  await open(
    `[[cardano-node-pull-1]] [[mystery]]\n\n[cardano-node]: ${node}\n`,
  );
  await request(...execute("addMissingDefinitions"));
  expect(newTexts(applied).join("")).toContain(
    `[cardano-node-pull-1]: ${node}/pull/1`,
  );
  expect(applied[0]?.edit.documentChanges).toMatchObject([
    { textDocument: { uri, version: 1 } },
  ]);
  await until(
    () => messages,
    (all) => all.some((line) => /not|Nothing/.test(line)),
  );
  expect(messages.join("\n")).toContain("mystery");
});

test("definitions are sorted", async () => {
  const { applied, prepare } = applying();
  const { open, request } = await connect({ prepare });
  await open("[a] [b]\n\n[b]: /b\n[a]: /a\n");
  await request(...execute("sortDefinitions"));
  expect(applied).toHaveLength(1);
});

test("unused definitions are removed", async () => {
  const { applied, prepare } = applying();
  const { open, request } = await connect({ prepare });
  await open(`[a]\n\n[a]: ${node}\n[b]: ${node}/pull/7\n`);
  await request(...execute("removeUnusedDefinitions"));
  expect(newTexts(applied)).toEqual([""]);
});

test.each([
  ["addMissingDefinitions", /No definition is missing/],
  ["sortDefinitions", /nothing to sort/],
  ["removeUnusedDefinitions", /Every definition is used/],
])("%s says so where there is nothing to do", async (command, wanted) => {
  const { applied, prepare } = applying();
  const { open, request, messages } = await connect({ prepare });
  await open("Nothing.\n");
  await request(...execute(command));
  await until(
    () => messages,
    (all) => all.some((line) => wanted.test(line)),
  );
  expect(applied).toEqual([]);
});

test("an edit that the client refuses is said", async () => {
  const { open, request, messages } = await connect({
    prepare: (connection) =>
      connection.onRequest("workspace/applyEdit", () => ({ applied: false })),
  });
  await open("[a] [b]\n\n[b]: /b\n[a]: /a\n");
  await request(...execute("sortDefinitions"));
  await until(
    () => messages,
    (all) => all.some((line) => line.includes("nothing was done")),
  );
});

test("the client is asked for a URL that nobody knows", async () => {
  const { applied, prepare } = applying();
  const asked: unknown[] = [];
  const { open, request } = await connect({
    initializationOptions: { canAskDestination: true },
    prepare(connection) {
      prepare(connection);
      connection.onRequest("weeknotes/askDestination", (params) => {
        asked.push(params);
        return asked.length === 1 ? " https://example.org/x " : null;
      });
    },
  });
  await open("[[mystery]]\n");
  await request(...execute("defineLabel", "mystery"));
  expect(asked).toEqual([{ label: "mystery" }]);
  expect(newTexts(applied).join("")).toContain(
    "[mystery]: https://example.org/x",
  );
  await request(...execute("defineLabel", "mystery"));
  expect(asked).toHaveLength(2);
  expect(applied).toHaveLength(1);
});

test("a client that cannot ask is told what to write", async () => {
  const { open, request, messages } = await connect();
  await open("[[mystery]]\n");
  await request(...execute("defineLabel", "mystery"));
  await until(
    () => messages,
    (all) => all.some((line) => line.includes("[mystery]: https://")),
  );
});

test("statuses are asked for again, and stay known until then", async () => {
  const expired: unknown[] = [];
  const github = fakeGitHub();
  const { open, request } = await connect({
    github: { ...github, expire: (targets) => expired.push(targets) },
  });
  await open(`[a]\n\n[a]: ${node}/pull/7\n`);
  await request(...execute("refreshStatuses"));
  expect(expired).toMatchObject([[{ kind: "pull", number: 7 }]]);
  expect(github.asked).toEqual([
    "status pull github.com/input-output-hk/cardano-node 7",
  ]);
});

test("all open posts are asked for anew", async () => {
  const expired: unknown[] = [];
  const github = fakeGitHub();
  const { open, request } = await connect({
    github: { ...github, expire: (targets) => expired.push(targets) },
  });
  await open(`[a](${node}/pull/7)\n`);
  await open(`[b](${node}/pull/8)\n`, "file:///posts/other.md");
  await request("workspace/executeCommand", {
    command: "weeknotes.server.refreshAllStatuses",
  });
  expect(expired).toEqual([undefined]);
  expect(github.asked).toEqual([
    "status pull github.com/input-output-hk/cardano-node 7",
    "status pull github.com/input-output-hk/cardano-node 8",
  ]);
});

test("the cache is cleared without asking anything", async () => {
  const forgotten: unknown[] = [];
  const github = fakeGitHub();
  const { open, request, messages } = await connect({
    github: { ...github, forget: (targets) => forgotten.push(targets) },
  });
  await open(`[a](${node}/pull/7)\n`);
  await request("workspace/executeCommand", {
    command: "weeknotes.server.clearCache",
  });
  expect(forgotten).toEqual([undefined]);
  expect(github.asked).toEqual([]);
  await until(
    () => messages,
    (all) => all.some((line) => line.includes("forgotten")),
  );
});

test("a refresh asks nothing for posts whose settings say so", async () => {
  const github = fakeGitHub();
  let configured = false;
  const { open, request } = await connect({
    settings: () => {
      configured = true;
      return { github: { enabled: false } };
    },
    github,
  });
  await until(
    () => configured,
    (is) => is,
  );
  await open(`[a](${node}/pull/7)\n`);
  await request("textDocument/inlayHint", {
    textDocument: { uri },
    range: { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } },
  });
  await request(...execute("refreshStatuses"));
  await request(...execute("refreshAllStatuses"));
  expect(github.asked).toEqual([]);
});

test("a reference under the cursor can be copied", async () => {
  const { open, request } = await connect();
  await open(`[[a]] text\n\n[a]: ${node}/pull/7\n`);
  const at = (character: number) =>
    request("weeknotes/referenceAt", {
      textDocument: { uri },
      position: { line: 0, character },
    });
  expect(await at(2)).toEqual({
    link: `[input-output-hk/cardano-node#7](${node}/pull/7)`,
    withDefinition: `[[a]]\n\n[a]: ${node}/pull/7\n`,
  });
  expect(await at(9)).toBeNull();
});

test("a post that is not open is not touched", async () => {
  const { applied, prepare } = applying();
  const { request, messages } = await connect({ prepare });
  await request(...execute("sortDefinitions"));
  await until(
    () => messages,
    (all) => all.some((line) => line.includes("Open the post")),
  );
  expect(applied).toEqual([]);
});

test("why a label is written so: told in words, and answered with places", async () => {
  const { open, request, messages } = await connect();
  await open(
    `[[node#1]]\n\n[node#1]: ${node}/pull/1\n[node#2]: ${node}/pull/2\n`,
  );
  const result = await request(
    ...execute("explainLabel", { line: 0, character: 4 }),
  );
  expect(result).toMatchObject({
    title: "Why [node#1]?",
    sections: [{ rows: [{ text: "[node#1]", url: `${node}/pull/1` }, {}] }, {}],
  });
  await until(
    () => messages,
    (all) => all.some((line) => line.includes("this post: node#{n} 2×")),
  );
  expect(
    await request(...execute("explainLabel", { line: 1, character: 0 })),
  ).toBeNull();
  expect(await request(...execute("explainLabel", "nonsense"))).toBeNull();
});
