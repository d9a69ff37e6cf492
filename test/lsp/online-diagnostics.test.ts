import { expect, test } from "vitest";
import type {
  CompletionList,
  Diagnostic,
  DocumentDiagnosticReport,
  WorkspaceDiagnosticReport,
} from "vscode-languageserver-protocol";
import type { Failure, GitHub } from "../../server/src/targets/github-port.js";
import type { Status } from "../../server/src/targets/status.js";
import type { Target } from "../../server/src/targets/target.js";
import { targetKey } from "../../server/src/targets/target-key.js";
import { parseUrl } from "../../server/src/targets/url.js";
import { fakeGitHub } from "../features/fake-github.js";
import { pull } from "../features/statuses.js";
import {
  connect,
  type Editor,
  filesOf,
  fullClient,
  until,
  uri,
} from "./connect.js";

const old = "https://github.com/input-output-hk/node-old/pull/4489";
const text = `[[node]]\n\n[node]: ${old}\n`;

/** A GitHub that answers when the test says so. */
function slowGitHub() {
  const answers = new Map<string, Status | Failure>();
  const listeners = new Set<() => void>();
  const asked: string[][] = [];
  const cancelled: string[][] = [];
  const github: GitHub = {
    ...fakeGitHub(),
    peek: (target) => {
      const result = answers.get(targetKey(target));
      return result && { result, at: 0 };
    },
    statuses: (targets: readonly Target[], signal) => {
      const keys = targets.map(targetKey);
      asked.push(keys);
      signal?.addEventListener("abort", () => cancelled.push(keys));
      return new Promise(() => {});
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return {
    github,
    asked,
    cancelled,
    answer(url: string, result: Status | Failure) {
      answers.set(targetKey(parseUrl(url, ["github.com"])), result);
      for (const listener of listeners) listener();
    },
  };
}

async function connectCounting(github: GitHub, settings?: object) {
  let refreshed = 0;
  const editor = await connect({
    github,
    ...(settings && { settings: () => settings }),
    prepare: (connection) =>
      connection.onRequest("workspace/diagnostic/refresh", () => {
        refreshed++;
        return null;
      }),
  });
  return { ...editor, refreshes: () => refreshed };
}

function ask({ request }: Editor, previousResultId?: string) {
  return request<DocumentDiagnosticReport>("textDocument/diagnostic", {
    textDocument: { uri },
    previousResultId,
  });
}

const codes = (report: DocumentDiagnosticReport) =>
  report.kind === "full" ? report.items.map(({ code }) => code) : report.kind;

test("a GitHub that never answers holds up neither squiggles nor completion nor typing", async () => {
  const github = fakeGitHub({ silent: true });
  const editor = await connectCounting(github);
  await editor.open(`${text}\n[[missing-pull-1]] and [[\n`);
  await until(
    () => github.asked,
    (all) => all.length > 0,
  );
  expect(codes(await ask(editor))).toContain("undefined-reference");
  await editor.change(`${text}\n[[missing-pull-12]] and [[\n`, 2);
  expect(codes(await ask(editor))).toContain("undefined-reference");
  const lines = `${text}\n`.split("\n").length - 1;
  const completion = await editor.request<CompletionList>(
    "textDocument/completion",
    {
      textDocument: { uri },
      position: { line: lines, character: "[[missing-pull-12]] and [[".length },
    },
  );
  expect(completion.items).not.toEqual([]);
});

test("what GitHub says is reported after its answer, and the client told to ask again", async () => {
  const { github, asked, answer } = slowGitHub();
  const editor = await connectCounting(github);
  await editor.open(text);
  const before = await ask(editor);
  expect(codes(before)).toEqual([]);
  await until(
    () => asked,
    (all) => all.length > 0,
  );
  const told = editor.refreshes();
  answer(old, pull);
  await until(editor.refreshes, (count) => count > told);
  const after = await ask(editor, before.resultId);
  expect(codes(after)).toEqual(["moved-target"]);
  expect(codes(await ask(editor, after.resultId))).toBe("unchanged");
});

test("an answer that the post does not show, or that says the same, changes nothing", async () => {
  const { github, answer } = slowGitHub();
  const editor = await connectCounting(github);
  await editor.open(text);
  answer(old, pull);
  const first = await ask(editor);
  expect(codes(first)).toEqual(["moved-target"]);
  await until(editor.refreshes, (count) => count > 0);
  // What opening the post made it send is through.
  await new Promise((resolve) => setTimeout(resolve, 250));
  const told = editor.refreshes();
  answer("https://github.com/octo-org/other/pull/1", pull);
  answer(old, { ...pull });
  await new Promise((resolve) => setTimeout(resolve, 250));
  expect(editor.refreshes()).toBe(told);
  expect(codes(await ask(editor, first.resultId))).toBe("unchanged");
  answer(old, { ...pull, repository: "input-output-hk/node-old" });
  await until(editor.refreshes, (count) => count > told);
  expect(codes(await ask(editor, first.resultId))).toEqual([]);
});

test("one question for a post, once the author pauses; the next change takes its place", async () => {
  const { github, asked, cancelled } = slowGitHub();
  const editor = await connect({
    github,
    settings: () => ({ inlayHints: false }),
  });
  await editor.open("Nothing yet.\n");
  await editor.change(text, 2);
  await editor.change(`${text}[b]: https://github.com/a/b/issues/2\n`, 3);
  await until(
    () => asked,
    (all) => all.length === 1,
  );
  const both = [
    "pull github.com/input-output-hk/node-old 4489",
    "issue github.com/a/b 2",
  ];
  expect(asked).toEqual([both]);
  await editor.change("No more.\n", 4);
  await until(
    () => cancelled,
    (all) => all.length === 1,
  );
  expect(cancelled).toEqual([both]);
});

test("nothing is asked of posts that are not open, nor said of them from what is known", async () => {
  const { github, asked, answer } = slowGitHub();
  answer(old, pull);
  const editor = await connect({
    github,
    folders: ["file:///posts"],
    environment: { files: filesOf(new Map([[uri, text]])) },
  });
  const pullAll = () =>
    editor.request<WorkspaceDiagnosticReport>("workspace/diagnostic", {
      previousResultIds: [],
    });
  const closed = await until(pullAll, ({ items }) => items.length === 1);
  expect(closed.items).toMatchObject([{ kind: "full", items: [] }]);
  expect(asked).toEqual([]);
  await editor.open(text);
  const open = await pullAll();
  expect(open.items).toMatchObject([
    { kind: "full", items: [{ code: "moved-target" }] },
  ]);
});

test("nothing is asked or said where the settings say so", async () => {
  const { github, asked, answer } = slowGitHub();
  const { open, request } = await connect({
    github,
    settings: () => ({ github: { enabled: false } }),
  });
  answer(old, pull);
  await open(text);
  const report = await request<DocumentDiagnosticReport>(
    "textDocument/diagnostic",
    { textDocument: { uri } },
  );
  expect(codes(report)).toEqual([]);
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(asked).toEqual([]);
});

test("clients that cannot pull have what GitHub says published", async () => {
  const { github, answer } = slowGitHub();
  const published: { diagnostics: Diagnostic[] }[] = [];
  const { textDocument, ...capabilities } = fullClient;
  const { diagnostic: _, ...rest } = textDocument ?? {};
  const { open } = await connect({
    github,
    capabilities: { ...capabilities, textDocument: rest },
    prepare: (client) =>
      client.onNotification("textDocument/publishDiagnostics", (params) => {
        published.push(params);
      }),
  });
  await open(text);
  await until(
    () => published,
    (all) => all.length === 1,
  );
  answer(old, pull);
  await until(
    () => published,
    (all) => all.length === 2,
  );
  expect(published).toMatchObject([
    { diagnostics: [] },
    { diagnostics: [{ code: "moved-target" }] },
  ]);
});
