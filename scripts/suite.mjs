import { mkdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { root } from "./paths.mjs";
import { run } from "./processes.mjs";

/**
 * Runs the in-editor suite in one version of VS Code, in a process of its own that can be ended with all it started.
 * @param {import("./vscode/versions.mjs").Editor} editor
 * @returns {Promise<import("./summary.mjs").Figures>}
 */
export async function runSuite({ version }) {
  const report = join(root, `out/vscode/report-${version}.json`);
  await mkdir(join(root, "out/vscode"), { recursive: true });
  await rm(report, { force: true });
  const code = await run(process.execPath, [
    join(root, "scripts/vscode/suite.mjs"),
    version,
    report,
  ]);
  const text = await readFile(report, "utf8").catch(() => undefined);
  if (text === undefined) throw new Error(`it ended with ${code}`);
  const { trouble, ...figures } = JSON.parse(text);
  if (trouble !== undefined) throw new Error(trouble);
  return figures;
}
