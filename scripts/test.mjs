/**
 * `npm test`: installs, builds, and runs everything. Needs Node alone.
 *
 *   --core    what needs no editor
 *   --editor  what needs one
 */
import { parseArgs } from "node:util";
import { installDependencies } from "./dependencies.mjs";
import { onInterrupt } from "./processes.mjs";
import { build } from "./steps.mjs";
import { addPart, printSummary } from "./summary.mjs";

const { values } = parseArgs({
  options: { core: { type: "boolean" }, editor: { type: "boolean" } },
});
const everything = !values.core && !values.editor;

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

async function runCore() {
  const { runVitest } = await import("./vitest.mjs");
  await runVitest("vitest.config.ts", partOf);
}

async function runEditors() {
  const { editors } = await import("./vscode/versions.mjs");
  const { runSuite } = await import("./vscode/suite.mjs");
  const { runVitest } = await import("./vitest.mjs");
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
