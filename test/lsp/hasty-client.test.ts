import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { bundle } from "../bundle.js";
import { uri } from "./connect.js";

vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });

let folder: string;
let program: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "weeknotes-hasty-"));
  program = join(folder, "dist/server.cjs");
  await bundle("lsp/node.ts", program);
});
afterAll(() => rm(folder, { recursive: true }));

test("what a client sends without waiting for the answer to `initialize` is not lost", async () => {
  const server = spawn(process.execPath, [program, "--stdio"], {
    env: {},
    stdio: ["pipe", "pipe", "inherit"],
  });
  let output = "";
  server.stdout.on("data", (data) => {
    output += data;
  });
  const text = "See [[cardano-node-pull-12]].\n";
  server.stdin.write(
    [
      request(1, "initialize", { processId: null, capabilities: {} }),
      notification("initialized", {}),
      notification("textDocument/didOpen", {
        textDocument: { uri, languageId: "markdown", version: 1, text },
      }),
      request(2, "textDocument/documentSymbol", { textDocument: { uri } }),
      request(3, "textDocument/foldingRange", { textDocument: { uri } }),
      request(4, "shutdown", null),
      notification("exit", undefined),
    ].join(""),
  );
  const status = await new Promise((resolve) => server.on("exit", resolve));
  expect(status).toBe(0);
  expect(output).toContain('"undefined-reference"');
  const answered = [...output.matchAll(/"id":(\d),"result"/g)];
  expect(answered.map(([, id]) => id)).toEqual(["1", "2", "3", "4"]);
});

function request(id: number, method: string, params: unknown): string {
  return frame({ jsonrpc: "2.0", id, method, params });
}

function notification(method: string, params: unknown): string {
  return frame({ jsonrpc: "2.0", method, params });
}

function frame(message: object): string {
  const body = JSON.stringify(message);
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}
