/** VS Code's server on a loopback address. */
import { randomBytes } from "node:crypto";
import { mkdir, readdir, symlink } from "node:fs/promises";
import { basename, join } from "node:path";
import { start, tail, waitForOutput } from "../processes.mjs";

/**
 * @typedef {object} ServerOptions
 * @property {string} folder of this run: the profile is in `data`, the extensions are in `extensions`
 * @property {string} [builtinExtensions] a folder that replaces VS Code's own extensions
 * @property {boolean} [testDriver] lets a page run an extension's tests; toasts and dialogs are off then
 */

/**
 * @typedef {object} Server
 * @property {string} host address and port
 * @property {(query: Readonly<Record<string, string>>, payload?: ReadonlyArray<readonly [string, string]>) => string} url
 * @property {(path: string) => string} uri the workbench's URI of a local file
 * @property {() => string} log
 * @property {Promise<number>} exited
 * @property {() => Promise<void>} stop
 */

/**
 * @param {import("./install.mjs").InstalledServer} server
 * @param {ServerOptions} options
 * @returns {Promise<Server>}
 */
export async function startServer(
  server,
  { folder, builtinExtensions, testDriver = false },
) {
  const token = randomBytes(16).toString("hex");
  const child = start(server.node, [
    ...commonArguments(server, folder),
    "--host=127.0.0.1",
    "--port=0",
    `--connection-token=${token}`,
    "--telemetry-level=off",
    "--disable-telemetry",
    "--disable-workspace-trust",
    ...(builtinExtensions
      ? [`--builtin-extensions-dir=${builtinExtensions}`]
      : []),
    ...(testDriver ? ["--enable-smoke-test-driver"] : []),
  ]);
  const [, port] = await waitForOutput(
    child,
    /Extension host agent listening on (\d+)/,
    { timeout: 120_000, what: `VS Code ${server.version}` },
  );
  const host = `127.0.0.1:${port}`;
  return {
    host,
    url: (query, payload = []) => {
      const parameters = new URLSearchParams({ tkn: token, ...query });
      if (payload.length > 0)
        parameters.set("payload", JSON.stringify(payload));
      return `http://${host}/?${parameters}`;
    },
    uri: (path) => `vscode-remote://${host}${path}`,
    log: child.log,
    exited: child.exited,
    stop: child.stop,
  };
}

/**
 * Installs a packaged extension for a later `startServer` with the same folder.
 * @param {import("./install.mjs").InstalledServer} server
 * @param {string} folder
 * @param {string} vsix
 */
export async function installExtension(server, folder, vsix) {
  const child = start(server.node, [
    ...commonArguments(server, folder),
    `--install-extension=${vsix}`,
    "--force",
  ]);
  const code = await child.exited;
  await child.stop();
  if (code !== 0) {
    throw new Error(
      `${vsix} could not be installed into VS Code ${server.version}:\n${tail(child.log())}`,
    );
  }
}

/**
 * A folder of VS Code's own extensions in which others take the place of those with the same folder name.
 * @param {import("./install.mjs").InstalledServer} server
 * @param {string} folder where to make it
 * @param {readonly string[]} others
 */
export async function linkBuiltinExtensions(server, folder, others) {
  const own = join(server.home, "extensions");
  const paths = new Map();
  for (const name of await readdir(own)) paths.set(name, join(own, name));
  for (const path of others) paths.set(basename(path), path);
  await mkdir(folder, { recursive: true });
  for (const [name, path] of paths) await symlink(path, join(folder, name));
}

/**
 * @param {import("./install.mjs").InstalledServer} server
 * @param {string} folder
 */
function commonArguments(server, folder) {
  return [
    join(server.home, "out/server-main.js"),
    "--accept-server-license-terms",
    `--server-data-dir=${folder}`,
    `--extensions-dir=${join(folder, "extensions")}`,
  ];
}
