#!/usr/bin/env node
import { runCommandLine } from "./command-line.js";

// Whoever reads the output may stop early (`| head`), or the disk be full: neither is a crash of ours.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit();
  process.stderr.write(`weeknotes: Cannot write: ${error.message}\n`);
  process.exit(2);
});

runCommandLine(process.argv.slice(2), {
  cwd: process.cwd(),
  env: process.env,
  isTerminal: process.stdout.isTTY,
  now: Date.now,
  write: (text) => process.stdout.write(text),
  writeError: (text) => process.stderr.write(text),
}).then((status) => {
  process.exitCode = status;
});
