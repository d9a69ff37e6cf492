/**
 * The in-editor suite: one Mocha suite in a real VS Code, the desktop's where it can be had, else the one from npm.
 * `node scripts/vscode/suite.mjs VERSION REPORT` leaves its figures, or why there are none, in a file.
 */
import { writeFile } from "node:fs/promises";
import { runInEditor } from "./in-editor.mjs";
import { editorOf } from "./versions.mjs";

const [version = "", report = ""] = process.argv.slice(2);
const result = await runInEditor(editorOf(version), "index.cjs").catch(
  (error) =>
    JSON.stringify({
      trouble: error instanceof Error ? error.message : String(error),
    }),
);
await writeFile(report, result);
