/**
 * How long it takes until thousands of posts are known, and how much memory: over the protocol, with the built server
 * (`npm run build`), in a first session and in one that finds what the first has kept. `npm run bench:index -- 1000 10000`.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import {
  createProtocolConnection,
  type Location,
  StreamMessageReader,
  StreamMessageWriter,
  type SymbolInformation,
} from "vscode-languageserver-protocol/node";
import { type Planted, writeCorpus } from "./corpus.js";

const counts = process.argv.slice(2).map(Number);
for (const posts of counts.length > 0 ? counts : [1_000, 10_000]) {
  const folder = mkdtempSync(join(tmpdir(), "weeknotes-bench-"));
  const root = join(folder, "site");
  const planted = writeCorpus(root, { posts });
  for (const session of ["first", "second"]) {
    const took = await measure(root, join(folder, "storage"), planted);
    console.log(`${posts} posts, ${session} session: ${took}`);
  }
  rmSync(folder, { recursive: true });
}

/** One session, from `initialized` to `exit`. */
async function measure(
  root: string,
  storage: string,
  { last, shared }: Planted,
): Promise<string> {
  const server = spawn(process.execPath, ["dist/server.cjs", "--stdio"], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  connection.listen();
  await connection.sendRequest("initialize", {
    processId: null,
    rootUri: null,
    workspaceFolders: [{ uri: uriOf(root), name: "site" }],
    capabilities: {},
    initializationOptions: { storageUri: uriOf(storage) },
  });
  const began = performance.now();
  await connection.sendNotification("initialized", {});

  const symbols = await connection.sendRequest<SymbolInformation[]>(
    "workspace/symbol",
    { query: last.label },
  );
  const symbolsAfter = performance.now() - began;
  expectCount("symbols", symbols, 1);

  const [use] = shared.uses;
  if (!use) throw new Error("Nothing is shared by so few posts");
  const path = join(root, use.path);
  await connection.sendNotification("textDocument/didOpen", {
    textDocument: {
      uri: uriOf(path),
      languageId: "markdown",
      version: 1,
      text: readFileSync(path, "utf8"),
    },
  });
  const ask = () =>
    connection.sendRequest<Location[]>("textDocument/references", {
      textDocument: { uri: uriOf(path) },
      position: { line: use.line, character: use.character },
      context: { includeDeclaration: true },
    });
  expectCount("references", await ask(), 2 * shared.uses.length);
  const referencesAfter = performance.now() - began;
  const again: number[] = [];
  for (let i = 0; i < 20; i++) {
    const start = performance.now();
    await ask();
    again.push(performance.now() - start);
  }
  const peak = peakMegabytes(server);
  await connection.sendRequest("shutdown");
  const exited = once(server, "exit");
  await connection.sendNotification("exit");
  await exited;
  return [
    `symbols of all after ${symbolsAfter.toFixed(0)} ms`,
    `references in all after ${referencesAfter.toFixed(0)} ms, again in ${median(again).toFixed(1)} ms`,
    `at most ${peak} MB`,
  ].join("; ");
}

function uriOf(path: string): string {
  return pathToFileURL(path).href;
}

function expectCount(what: string, found: readonly unknown[], count: number) {
  if (found.length !== count)
    throw new Error(`Found ${found.length} ${what}, not ${count}`);
}

/** Only Linux tells. */
function peakMegabytes({ pid }: ChildProcess): string {
  if (process.platform !== "linux") return "?";
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const kilobytes = /VmHWM:\s+(\d+)/.exec(status)?.[1];
  return (Number(kilobytes) / 1024).toFixed(0);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}
