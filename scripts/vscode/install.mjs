/** Gets VS Code's server and Chromium from the npm registry into `.vscode-test`, once. Nothing is compiled or downloaded elsewhere. */
import { accessSync, constants, existsSync, statSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { root } from "../paths.mjs";
import { start, tail } from "../processes.mjs";
import { chromiumPackage } from "./versions.mjs";

const cache = join(root, ".vscode-test");
/** What systems call it. */
const chromiumNames = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
];

/**
 * @typedef {object} InstalledServer
 * @property {string} version
 * @property {string} home VS Code's own folder: `out`, `extensions`, `product.json`
 * @property {string} node the Node that runs it
 */

/**
 * VS Code's server, installed if it is not there yet.
 * @param {import("./versions.mjs").Editor} editor
 * @returns {Promise<InstalledServer>}
 */
export async function installServer({ version, codeServer, node }) {
  const what = `VS Code ${version}`;
  requirePlatform(what);
  const folder = join(cache, `server-${version}`);
  const home = join(folder, "node_modules/code-server/lib/vscode");
  const nodePackage = `node-linux-${process.arch}`;
  const packages = [`code-server@${codeServer}`];
  if (node) packages.push(`${nodePackage}@${node}`);
  await once(folder, packages, async () => {
    console.log(`Installing ${what} from npm (about 600 MB, once) …`);
    await npmInstall(what, folder, packages);
    // The workbench has a locked list of dependencies of its own.
    await npmInstall(what, home, ["--omit=dev"]);
  });
  return {
    version,
    home,
    node: node
      ? join(folder, "node_modules", nodePackage, "bin/node")
      : process.execPath,
  };
}

/**
 * @typedef {object} InstalledChromium
 * @property {string} executablePath
 * @property {Record<string, string>} env what it needs around it
 */

/**
 * Chromium: `CHROMIUM`, one on the path, or else the one from npm.
 * @returns {Promise<InstalledChromium>}
 */
export async function installChromium() {
  const own =
    process.env.CHROMIUM ||
    chromiumNames.map(onPath).find((path) => path !== undefined);
  if (own) return { executablePath: own, env: {} };
  if (process.arch !== "x64") {
    throw new Error(
      `npm has no Chromium for ${process.platform} on ${process.arch}: install \`chromium\`, or set CHROMIUM to its path.`,
    );
  }
  requirePlatform("Chromium");
  const folder = join(cache, "chromium");
  const unpacked = join(folder, "unpacked");
  await once(folder, [chromiumPackage], async () => {
    console.log("Installing Chromium from npm (about 75 MB, once) …");
    await npmInstall("Chromium", folder, [chromiumPackage]);
    await unpackChromium(folder, unpacked);
  });
  return {
    executablePath: join(unpacked, "chromium"),
    env: {
      LD_LIBRARY_PATH: join(unpacked, "al2023/lib"),
      ...(existsSync("/etc/fonts/fonts.conf")
        ? {}
        : { FONTCONFIG_PATH: join(unpacked, "fonts") }),
    },
  };
}

/**
 * The package unpacks into the system's folder for temporary files, and leaves out the shared libraries (NSS, expat)
 * unless it believes to be on Amazon's Linux: a minimal Debian lacks them just as well.
 * @param {string} folder
 * @param {string} unpacked
 */
async function unpackChromium(folder, unpacked) {
  await mkdir(unpacked, { recursive: true });
  const child = start(
    process.execPath,
    [
      "--input-type=module",
      "--eval",
      'import chromium from "@sparticuz/chromium"; await chromium.executablePath();',
    ],
    {
      cwd: folder,
      env: { TMPDIR: unpacked, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs20.x" },
    },
  );
  if ((await child.exited) !== 0) {
    throw new Error(`Chromium could not be unpacked:\n${tail(child.log())}`);
  }
}

/**
 * Installs into a folder unless the same packages are there already, wholly.
 * @param {string} folder
 * @param {readonly string[]} packages
 * @param {() => Promise<void>} install
 */
async function once(folder, packages, install) {
  const marker = join(folder, "installed");
  const wanted = packages.join("\n");
  const found = await readFile(marker, "utf8").catch(() => undefined);
  if (found === wanted) return;
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "package.json"), '{ "private": true }\n');
  await install();
  await writeFile(marker, wanted);
}

/**
 * @param {string} what
 * @param {string} folder
 * @param {readonly string[]} args
 */
async function npmInstall(what, folder, args) {
  const child = start(
    "npm",
    [
      "install",
      `--prefix=${folder}`,
      "--ignore-scripts",
      "--no-audit",
      "--no-fund",
      "--loglevel=error",
      "--fetch-timeout=60000",
      ...args,
    ],
    { cwd: folder, env: { PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: "1" } },
  );
  if ((await child.exited) === 0) return;
  throw new Error(
    `${what} could not be installed from the npm registry:\n${tail(child.log(), 8)}\n` +
      "`npm test -- --core` runs everything that needs no editor.",
  );
}

/** @param {string} what */
function requirePlatform(what) {
  const { platform, arch } = process;
  if (platform === "linux" && (arch === "x64" || arch === "arm64")) return;
  throw new Error(
    `npm has ${what} for Linux on x64 and arm64 only; this is ${platform} on ${arch}. ` +
      "`npm test -- --core` runs everything that needs no editor.",
  );
}

/**
 * @param {string} name
 * @returns {string | undefined}
 */
export function onPath(name) {
  return (process.env.PATH ?? "")
    .split(delimiter)
    .filter((folder) => folder !== "")
    .map((folder) => join(folder, name))
    .find(isProgram);
}

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
