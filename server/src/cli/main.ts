#!/usr/bin/env node

// Whoever reads the output may stop early (`| head`), or the disk be full: neither is a crash of ours.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit();
  process.stderr.write(`weeknotes: Cannot write: ${error.message}\n`);
  process.exit(2);
});

void run(process.argv.slice(2));

async function run(argv: readonly string[]): Promise<void> {
  // Each loads only what it needs: an editor waits for the server, an author for the check.
  if (argv.join(" ") === "server --stdio") {
    const { serveEditor } = await import("./serve.js");
    serveEditor(process.env);
    return;
  }
  const { runCommandLine } = await import("./command-line.js");
  process.exitCode = await runCommandLine(argv, {
    cwd: process.cwd(),
    env: process.env,
    isTerminal: process.stdout.isTTY,
    now: Date.now,
    write: (text) => process.stdout.write(text),
    writeError: (text) => process.stderr.write(text),
  });
}
