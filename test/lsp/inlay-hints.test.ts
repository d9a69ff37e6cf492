import { expect, test } from "vitest";
import type { InlayHint } from "vscode-languageserver-protocol";
import type { Answer, GitHub } from "../../server/src/targets/github-port.js";
import type { PullState } from "../../server/src/targets/status.js";
import { targetKey } from "../../server/src/targets/target-key.js";
import { fakeGitHub } from "../features/fake-github.js";
import { pull } from "../features/statuses.js";
import { connect, fullClient, until, uri } from "./connect.js";

const url = "https://github.com/input-output-hk/cardano-node/pull/4489";
const text = `[a](${url})\n`;

/** A GitHub whose answer changes under way. */
function changingGitHub() {
  let answer: Answer | undefined;
  const listeners: (() => void)[] = [];
  const asked: string[] = [];
  const github: GitHub = {
    ...fakeGitHub(),
    peek: () => answer,
    statuses: async (targets) => {
      asked.push(...targets.map(targetKey));
      return [];
    },
    onChange: (listener) => {
      listeners.push(listener);
      return () => {};
    },
  };
  return {
    github,
    asked,
    say(state: PullState) {
      answer = { result: { ...pull, state }, at: 0 };
      for (const listener of listeners) listener();
    },
  };
}

async function start({ settings = {}, refreshSupport = true } = {}) {
  const changing = changingGitHub();
  let refreshes = 0;
  const editor = await connect({
    github: changing.github,
    settings: () => settings,
    capabilities: {
      ...fullClient,
      workspace: { ...fullClient.workspace, inlayHint: { refreshSupport } },
    },
    prepare: (connection) =>
      connection.onRequest("workspace/inlayHint/refresh", () => {
        refreshes++;
        return null;
      }),
  });
  await editor.open(text);
  const hints = async () => {
    const found = await editor.request<InlayHint[]>("textDocument/inlayHint", {
      textDocument: { uri },
      range: {
        start: { line: 0, character: 0 },
        end: { line: 9, character: 0 },
      },
    });
    return found.map(({ label }) => label);
  };
  return { ...changing, ...editor, hints, refreshes: () => refreshes };
}

test("an answer that arrives refreshes what is shown, once for many", async () => {
  const { hints, say, asked, refreshes } = await start();
  expect(await hints()).toEqual([]);
  expect(asked).not.toEqual([]);
  const before = refreshes();
  say("open");
  say("draft");
  await until(refreshes, (count) => count > before);
  expect(refreshes()).toBe(before + 1);
  expect(await hints()).toEqual(["◌ draft"]);
});

test("an answer that changes no badge refreshes nothing", async () => {
  const { hints, say, refreshes } = await start();
  say("open");
  await hints();
  await until(refreshes, (count) => count > 0);
  const before = refreshes();
  say("open");
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(refreshes()).toBe(before);
});

test("while the author types, badges stay and nothing is asked", async () => {
  const { hints, say, asked, change, refreshes } = await start();
  say("open");
  expect(await hints()).toEqual(["○ open"]);
  asked.length = 0;
  const before = refreshes();
  await change(`More ${text}`, 2);
  expect(await hints()).toEqual(["○ open"]);
  say("merged");
  expect(await hints()).toEqual(["○ open"]);
  expect(asked).toEqual([]);
  await until(hints, ([badge]) => badge === "✓ merged");
  await until(refreshes, (count) => count > before);
  expect(asked).not.toEqual([]);
});

test("the setting is followed", async () => {
  const { hints, say } = await start({ settings: { inlayHints: false } });
  say("open");
  expect(await hints()).toEqual([]);
});

test("the card comes when it is asked for", async () => {
  const { request } = await start();
  const hint = { position: { line: 0, character: 1 }, label: "○ open" };
  expect(
    await request("inlayHint/resolve", {
      ...hint,
      data: { uri, destination: url },
    }),
  ).toMatchObject({ tooltip: { kind: "markdown" } });
  expect(await request("inlayHint/resolve", hint)).toEqual(hint);
});
