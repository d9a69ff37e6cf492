/**
 * `npm run bench:activation [-- 1.139.1]`: how long the extension takes to be active in a real VS Code, measured in its
 * extension host and by VS Code itself.
 */
import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runTests } from "@vscode/test-electron";
import { root } from "./paths.mjs";
import { build } from "./steps.mjs";
import { executableOf } from "./vscode/executable.mjs";
import { writeProfile } from "./vscode/profile.mjs";
import { editorOf, editors } from "./vscode/versions.mjs";

const editor = editorOf(process.argv[2] ?? editors.current.version);
const turns = 3;

await build({ tests: true });
for (let turn = 1; turn <= turns; turn++) console.log(await measure());
process.exit();

async function measure() {
  const scratch = await mkdtemp(join(tmpdir(), "weeknotes-activation-"));
  const results = join(scratch, "results.txt");
  try {
    const workspace = join(scratch, "workspace");
    await cp(join(root, "test/vscode/workspace"), workspace, {
      recursive: true,
    });
    await writeProfile(join(scratch, "data"), {});
    await runTests({
      vscodeExecutablePath: await executableOf(editor),
      extensionDevelopmentPath: [
        root,
        join(root, "test/vscode/github-authentication"),
      ],
      extensionTestsPath: join(root, "out/vscode/activation.cjs"),
      launchArgs: [
        workspace,
        `--user-data-dir=${join(scratch, "data")}`,
        `--extensions-dir=${join(scratch, "extensions")}`,
      ],
      extensionTestsEnv: {
        WEEKNOTES_RESULTS: results,
        WEEKNOTES_VSCODE_VERSION: editor.version,
      },
    });
    return await readFile(results, "utf8");
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
