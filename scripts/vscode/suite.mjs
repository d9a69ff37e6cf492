/**
 * The in-editor suite: one Mocha suite in a real VS Code, the desktop's where it can be had, else the one from npm.
 * `node scripts/vscode/suite.mjs VERSION REPORT` leaves its figures, or why there are none, in a file.
 */
import { existsSync } from "node:fs";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runTests } from "@vscode/test-electron";
import { root } from "../paths.mjs";
import { executableOf } from "./executable.mjs";
import { writeProfile } from "./profile.mjs";
import { editorOf } from "./versions.mjs";

const [version = "", report = ""] = process.argv.slice(2);
const result = await runSuite(editorOf(version)).catch((error) => ({
  trouble: error instanceof Error ? error.message : String(error),
}));
await writeFile(report, JSON.stringify(result));

/**
 * Runs the suite in one version of VS Code.
 * @param {import("./versions.mjs").Editor} editor
 * @returns {Promise<import("../summary.mjs").Figures>}
 */
async function runSuite(editor) {
  const scratch = await mkdtemp(join(tmpdir(), "weeknotes-suite-"));
  try {
    const workspace = join(scratch, "workspace");
    const results = join(scratch, "results.json");
    await cp(join(root, "test/vscode/workspace"), workspace, {
      recursive: true,
    });
    await writeProfile(join(scratch, "data"), {});
    // A suite that fails makes this throw; the figures tell more than its exit code.
    const failure = await runTests({
      vscodeExecutablePath: await executableOf(editor),
      extensionDevelopmentPath: [
        root,
        join(root, "test/vscode/github-authentication"),
      ],
      extensionTestsPath: join(root, "out/vscode/index.cjs"),
      launchArgs: [
        workspace,
        `--user-data-dir=${join(scratch, "data")}`,
        `--extensions-dir=${join(scratch, "extensions")}`,
      ],
      extensionTestsEnv: {
        WEEKNOTES_RESULTS: results,
        WEEKNOTES_VSCODE_VERSION: editor.version,
      },
    }).then(
      () => undefined,
      (error) => error,
    );
    if (!existsSync(results)) throw failure ?? new Error("no results");
    return JSON.parse(await readFile(results, "utf8"));
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
