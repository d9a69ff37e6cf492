#!/usr/bin/env node
import { availableParallelism } from "node:os";
import { isMainThread, parentPort, workerData } from "node:worker_threads";
import { version } from "./version.js";

const endings = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

// Whoever reads the output may stop early (`| head`), or the disk be full: neither is a crash of ours.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit();
  process.stderr.write(`weeknotes: Cannot write: ${error.message}\n`);
  process.exit(2);
});

// The program is started once more in each of its threads.
if (isMainThread) void run(process.argv.slice(2));
else void takePart();

async function run(argv: readonly string[]): Promise<void> {
  // Each loads only what it needs: an editor waits for the server, an author for the check.
  if (argv.join(" ") === "server --stdio") {
    const { serveEditor } = await import("./serve.js");
    serveEditor(process.env);
    return;
  }
  if (argv.length === 1 && /^(?:--version|-v)$/.test(argv[0] ?? "")) {
    process.stdout.write(`${version}\n`);
    return;
  }
  const { runCommandLine } = await import("./command-line.js");
  const interruption = new AbortController();
  const interrupt = (signal: NodeJS.Signals) => interruption.abort(signal);
  const status = await runCommandLine(argv, {
    cwd: process.cwd(),
    env: process.env,
    isTerminal: process.stdout.isTTY,
    isErrorTerminal: process.stderr.isTTY,
    threads: {
      most: availableParallelism(),
      filesEach: 400,
      program: new URL(import.meta.url),
    },
    now: Date.now,
    write: (text) => process.stdout.write(text),
    writeError: (text) => process.stderr.write(text),
    interruption() {
      for (const signal of endings) process.once(signal, interrupt);
      return interruption.signal;
    },
  });
  for (const signal of endings) process.off(signal, interrupt);
  // Whoever waits for the program is told what has ended it.
  if (status === undefined)
    process.kill(process.pid, interruption.signal.reason);
  else process.exitCode = status;
}

async function takePart(): Promise<void> {
  const { runThread } = await import("./command-line.js");
  if (parentPort) runThread(parentPort, workerData);
}
