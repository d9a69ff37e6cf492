import { join } from "node:path";
import { root } from "./paths.mjs";
import { run, start, tail } from "./processes.mjs";

/**
 * Bundles the product, and with `tests` what tests it in an editor.
 * @param {{ tests: boolean }} options
 */
export async function build({ tests }) {
  console.log("Building …");
  const scripts = ["build.mjs", ...(tests ? ["scripts/build-tests.mjs"] : [])];
  for (const script of scripts) {
    const code = await run(process.execPath, [join(root, script)], {
      cwd: root,
    });
    if (code !== 0) throw new Error(`${script} failed (see above)`);
  }
}

/**
 * Packages the extension.
 * @returns {Promise<string>} the path of the VSIX
 */
export async function packageExtension() {
  const vsix = join(root, "out/weeknotes.vsix");
  const child = start(
    process.execPath,
    [
      join(root, "node_modules/@vscode/vsce/vsce"),
      "package",
      "--no-dependencies",
      // The README is read beside the sources: its pictures are not packaged.
      "--no-rewrite-relative-links",
      `--out=${vsix}`,
    ],
    { cwd: root },
  );
  if ((await child.exited) !== 0) {
    throw new Error(
      `the extension could not be packaged:\n${tail(child.log())}`,
    );
  }
  return vsix;
}
