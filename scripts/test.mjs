/**
 * `npm test`: installs, builds, and runs everything. Needs Node alone.
 *
 *   --core    what needs no editor
 *   --editor  what needs one
 */
import { parseArgs } from "node:util";
import { installDependencies } from "./dependencies.mjs";
import { onInterrupt } from "./processes.mjs";
import { useScratch } from "./scratch.mjs";
import { build } from "./steps.mjs";
import { runSuite } from "./suite.mjs";
import { addPart, printSummary } from "./summary.mjs";
import { runVitest } from "./vitest.mjs";
import { editors } from "./vscode/versions.mjs";

const { values } = parseArgs({
  options: { core: { type: "boolean" }, editor: { type: "boolean" } },
});
const everything = !values.core && !values.editor;

useScratch();
onInterrupt(async () => console.log("\nInterrupted."));
try {
  await installDependencies();
  await build({ tests: true });
  if (everything || values.core) await runCore();
  if (everything || values.editor) await runEditors();
} catch (error) {
  await addPart("preparation", () => Promise.reject(error));
}
process.exit(printSummary());

function runCore() {
  return runVitest("vitest.config.ts", partOf);
}

async function runEditors() {
  for (const editor of Object.values(editors)) {
    await addPart(`VS Code ${editor.version}`, () => runSuite(editor));
  }
  await runVitest(
    "test/vscode/ui/vitest.config.ts",
    () => "mouse and keyboard",
  );
}

/**
 * The part that a test file belongs to, by its folder below `test/`.
 * @param {string} folder
 */
function partOf(folder) {
  switch (folder) {
    case "lsp":
    case "protocol":
      return "protocol";
    case "cli":
      return "command line";
    case "syntaxes":
      return "grammar";
    case "github":
    case "github-standin":
      return "GitHub";
    case "client":
      return "client";
    default:
      return "core";
  }
}
