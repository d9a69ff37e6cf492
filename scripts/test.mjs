/**
 * `npm test`: installs, builds, and runs everything. Needs Node alone.
 *
 *   --core                  what needs no editor
 *   --editor [1.139.1 | ui] what needs one, or only that: the suite in a version of VS Code, mouse and keyboard
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

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { core: { type: "boolean" }, editor: { type: "boolean" } },
});
const ui = "ui";
checkParts();
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
    if (!wanted(editor.version)) continue;
    await addPart(`VS Code ${editor.version}`, () => runSuite(editor));
  }
  if (!wanted(ui)) return;
  await runVitest(
    "test/vscode/ui/vitest.config.ts",
    () => "mouse and keyboard",
  );
}

/** @param {string} part */
function wanted(part) {
  return positionals.length === 0 || positionals.includes(part);
}

function checkParts() {
  const known = [...Object.values(editors).map((it) => it.version), ui];
  const unknown = positionals.find((part) => !known.includes(part));
  if (unknown === undefined && (positionals.length === 0 || values.editor))
    return;
  console.error(
    unknown === undefined
      ? `${positionals.join(" ")} belongs to --editor.`
      : `Unknown part ${unknown}; after --editor: ${known.join(", ")}.`,
  );
  process.exit(2);
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
