import { existsSync } from "node:fs";
import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runTests } from "@vscode/test-electron";
import { root } from "../paths.mjs";
import { executableOf } from "./executable.mjs";
import { writeProfile } from "./profile.mjs";

/**
 * Runs a program of tests in one version of VS Code, with the extension and a workspace of its own.
 * @param {import("./versions.mjs").Editor} editor
 * @param {string} program its name in `out/vscode`
 * @returns {Promise<string>} what it left in the file `WEEKNOTES_RESULTS`
 */
export async function runInEditor(editor, program) {
  const scratch = await mkdtemp(join(tmpdir(), "weeknotes-suite-"));
  try {
    const workspace = join(scratch, "workspace");
    const results = join(scratch, "results");
    await cp(join(root, "test/vscode/workspace"), workspace, {
      recursive: true,
    });
    await writeProfile(join(scratch, "data"), {});
    // A suite that fails makes this throw; what it left tells more than its exit code.
    const failure = await runTests({
      vscodeExecutablePath: await executableOf(editor),
      extensionDevelopmentPath: [
        root,
        join(root, "test/vscode/github-authentication"),
      ],
      extensionTestsPath: join(root, "out/vscode", program),
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
    return await readFile(results, "utf8");
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
