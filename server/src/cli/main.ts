#!/usr/bin/env node
import { runCommandLine } from "./command-line.js";

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
