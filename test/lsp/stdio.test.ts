import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type {
  DocumentDiagnosticReport,
  Hover,
} from "vscode-languageserver-protocol";
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver-protocol/node";
import { bundle } from "../bundle.js";
import { tokens } from "../github-standin/seed.js";
import { startStandIn } from "../github-standin/server.js";
import { talk, until, uri } from "./connect.js";

let folder: string;
let program: string;
let server: ChildProcess | undefined;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "weeknotes-server-"));
  program = join(folder, "dist", "server.cjs");
  await bundle("lsp/node.ts", program);
}, 60_000);
afterAll(() => rm(folder, { recursive: true }));
afterEach(() => {
  server?.kill();
}, 30_000);

function start(env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [program, "--stdio"], {
    env,
    stdio: ["pipe", "pipe", "inherit"],
  });
  server = child;
  return {
    child,
    connection: createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    ),
  };
}

test("the bundled server talks over stdio, and ends when told to", async () => {
  const { child, connection } = start();
  const { open, request } = await talk(connection, {});
  await open("See [[cardano-node-pull-12]].\n");
  const report = await request<DocumentDiagnosticReport>(
    "textDocument/diagnostic",
    { textDocument: { uri } },
  );
  const [diagnostic] = report.kind === "full" ? report.items : [];
  expect(diagnostic?.code).toBe("undefined-reference");
  expect(diagnostic?.codeDescription?.href).toBe(
    pathToFileURL(join(folder, "docs/rules/undefined-reference.md")).href,
  );
  await request("shutdown", {});
  const exit = once(child, "exit");
  await connection.sendNotification("exit");
  expect(await exit).toEqual([0, null]);
}, 30_000);

test("GitHub's address comes from the environment; the token is the editor's alone, and gone with its sign-out", async () => {
  const github = await startStandIn();
  try {
    const { connection } = start({
      GITHUB_API_URL: github.url,
      GH_TOKEN: tokens.visitor,
      GITHUB_TOKEN: tokens.visitor,
    });
    const { open, request } = await talk(connection, {
      initializationOptions: { publicToken: tokens.member },
    });
    const askers = () => github.requests.map(({ token }) => token);
    await open(
      "[[node]]\n\n[node]: https://github.com/input-output-hk/cardano-node\n",
    );
    // A hover waits a moment for GitHub and no longer: on a busy machine the answer is in the next one.
    const shown = () =>
      until(
        () =>
          request<Hover>("textDocument/hover", {
            textDocument: { uri },
            position: { line: 0, character: 3 },
          }),
        ({ contents }) => JSON.stringify(contents).includes("core component"),
      );
    await shown();
    expect(new Set(askers())).toEqual(new Set([tokens.member]));
    github.requests.length = 0;
    await connection.sendNotification("weeknotes/tokenChanged", {});
    await shown();
    expect(new Set(askers())).toEqual(new Set([undefined]));
  } finally {
    await github.close();
  }
}, 30_000);
