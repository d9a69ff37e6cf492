import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { root } from "./paths.mjs";
import { run } from "./processes.mjs";

/** Runs `npm ci` unless what is installed is what the lockfile says. */
export async function installDependencies() {
  if (await installed()) return;
  console.log("Installing dependencies …");
  const code = await run("npm", ["ci", "--no-audit", "--no-fund"], {
    cwd: root,
    env: { PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: "1" },
  });
  if (code !== 0) {
    throw new Error(
      "`npm ci` failed: the dependencies could not be installed from the npm registry (see above).",
    );
  }
}

/** npm leaves in node_modules the list of what it has installed: optional packages of other platforms are not in it. */
async function installed() {
  const wanted = await packagesOf("package-lock.json");
  const found = await packagesOf("node_modules/.package-lock.json");
  return Object.entries(wanted).every(
    ([path, { version, optional }]) =>
      path === "" ||
      (found[path] ? found[path].version === version : optional === true),
  );
}

/**
 * @param {string} lockfile
 * @returns {Promise<Record<string, { version?: string, optional?: boolean }>>}
 */
async function packagesOf(lockfile) {
  const text = await readFile(join(root, lockfile), "utf8").catch(() => "{}");
  return JSON.parse(text).packages ?? {};
}
