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
