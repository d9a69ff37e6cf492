import { join } from "node:path";
import { root } from "./paths.mjs";
import { run } from "./processes.mjs";

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
  const code = await run(
    process.execPath,
    [
      join(root, "node_modules/@vscode/vsce/vsce"),
      "package",
      "--no-dependencies",
      "--no-rewrite-relative-links",
      "--allow-missing-repository",
      `--out=${vsix}`,
    ],
    { cwd: root },
  );
  if (code !== 0) throw new Error("the extension could not be packaged");
  return vsix;
}
