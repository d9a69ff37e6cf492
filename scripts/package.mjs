/**
 * `npm run package`: writes `weeknotes.vsix`, for VS Code on a computer, and `weeknotes-web.vsix`, for VS Code in a browser
 * with no computer behind it. Neither carries the other's bundles, so that each downloads fast.
 */
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "./paths.mjs";
import { start, tail } from "./processes.mjs";
import { build } from "./steps.mjs";

/** What every package holds beside its bundles. The README is read beside the sources: its pictures are not packaged. */
const shared = [
  "README.md",
  "CHANGELOG.md",
  "LICENSE",
  "docs/rules",
  "docs/walkthrough",
  "media/icon.png",
  "schemas",
  "syntaxes",
];

const packages = {
  desktop: {
    file: "weeknotes.vsix",
    entry: { main: "./dist/client.cjs" },
    bundles: { "client.cjs": "client.cjs", "server.cjs": "server.cjs" },
    options: [],
  },
  web: {
    file: "weeknotes-web.vsix",
    // The web extension host of VS Code 1.100 puts `.js` behind every entry that does not end so.
    entry: { browser: "./dist/client.browser.js" },
    bundles: {
      "client.browser.cjs": "client.browser.js",
      "server.browser.js": "server.browser.js",
    },
    options: ["--target=web"],
  },
};

/**
 * Packages the bundles there are.
 * @param {keyof typeof packages} name
 * @param {string} folder where the VSIX goes
 * @returns {Promise<string>} its path
 */
export async function packageExtension(name, folder) {
  const { file, options } = packages[name];
  const staged = await stage(name);
  const vsix = join(folder, file);
  const child = start(
    process.execPath,
    [
      join(root, "node_modules/@vscode/vsce/vsce"),
      "package",
      "--no-dependencies",
      "--no-rewrite-relative-links",
      "--allow-missing-repository",
      `--out=${vsix}`,
      ...options,
    ],
    { cwd: staged },
  );
  if ((await child.exited) !== 0) {
    throw new Error(
      `the extension could not be packaged:\n${tail(child.log())}`,
    );
  }
  return vsix;
}

/**
 * Lays out what a package holds.
 * @param {keyof typeof packages} name
 * @returns {Promise<string>} the folder
 */
async function stage(name) {
  const { entry, bundles } = packages[name];
  const folder = join(root, "out/package", name);
  await rm(folder, { recursive: true, force: true });
  /** @type {ReadonlyMap<string, string>} */
  const files = new Map([
    ...shared.map((path) => /** @type {const} */ ([path, path])),
    ...Object.entries(bundles).map(
      ([from, to]) =>
        /** @type {const} */ ([join("dist", from), join("dist", to)]),
    ),
    ...(await loadedLater(Object.keys(bundles))).map(
      (name) => /** @type {const} */ ([join("dist", name), join("dist", name)]),
    ),
  ]);
  for (const [from, to] of files) {
    await mkdir(dirname(join(folder, to)), { recursive: true });
    await cp(join(root, from), join(folder, to), { recursive: true });
  }
  await writeFile(join(folder, "package.json"), await manifest(entry));
  return folder;
}

/**
 * The files that some bundles load when they need them; see scripts/chunks.mjs.
 * @param {readonly string[]} bundles
 */
async function loadedLater(bundles) {
  const known = new Set(bundles);
  for (const name of known) {
    const code = await readFile(join(root, "dist", name), "utf8");
    for (const [, later = ""] of code.matchAll(
      /require\("\.\/([\w-]+\.cjs)"\)/g,
    ))
      known.add(later);
  }
  return [...known].slice(bundles.length);
}

/**
 * The manifest with one entry, without what only a clone has a use for. Nor does it say `"type": "module"`: the bundles
 * are CommonJS, whatever their names end with.
 * @param {Readonly<Record<string, string>>} entry
 */
async function manifest(entry) {
  const {
    main: _main,
    browser: _browser,
    type: _type,
    bin: _bin,
    scripts: _scripts,
    dependencies: _dependencies,
    devDependencies: _devDependencies,
    overrides: _overrides,
    ...rest
  } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
  return `${JSON.stringify({ ...rest, ...entry }, null, 2)}\n`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  await build({ tests: false });
  await packageExtension("desktop", root);
  await packageExtension("web", root);
}
