/**
 * Bundles the extension, the server and the command line: one file per entry, and in Node one for what each loads later.
 * `--watch` rebuilds on change.
 */
import { readFileSync } from "node:fs";
import { context } from "esbuild";
import { chunks } from "./scripts/chunks.mjs";
import { lazyNodeModules } from "./scripts/lazy-node-modules.mjs";
import { nodeBundle } from "./scripts/node-bundle.mjs";

const { version } = JSON.parse(readFileSync("package.json", "utf8"));

const watch = process.argv.includes("--watch");
const common = {
  bundle: true,
  minify: !watch,
  sourcemap: true,
  target: "es2023",
  legalComments: "none",
  logLevel: "warning",
};
const node = {
  ...common,
  ...nodeBundle,
  external: ["vscode"],
  // Node's own takes its time before the first: `require` is there.
  supported: { "dynamic-import": false },
  define: {
    ...nodeBundle.define,
    "process.env.WEEKNOTES_VERSION": JSON.stringify(version),
  },
};
const browser = {
  ...common,
  platform: "browser",
  mainFields: ["browser", "module", "main"],
};

const entries = [
  {
    ...browser,
    format: "cjs",
    entryPoints: ["client/src/browser.ts"],
    outfile: "dist/client.browser.cjs",
    external: ["vscode"],
  },
  {
    ...browser,
    format: "iife",
    entryPoints: ["server/src/lsp/browser.ts"],
    // A worker has no document: some packages have a variant for it.
    conditions: ["worker"],
    outfile: "dist/server.browser.js",
  },
];

for (const entry of entries) await bundle(entry);
const names = new Set();
await bundleChunk("client", "client/src/node.ts");
await bundleChunk("server", "server/src/lsp/node.ts");
await bundleChunk("cli", "server/src/cli/main.ts");

/**
 * Bundles a program of Node, and all that it loads later.
 * @param {string} name
 * @param {string} entry
 */
async function bundleChunk(name, entry) {
  if (names.has(name)) return;
  names.add(name);
  /** @type {[string, string][]} */
  const later = [];
  await bundle({
    ...node,
    entryPoints: [entry],
    outfile: `dist/${name}.cjs`,
    plugins: [chunks((...chunk) => later.push(chunk)), lazyNodeModules],
  });
  for (const chunk of later) await bundleChunk(...chunk);
}

/** @param {import("esbuild").BuildOptions} options */
async function bundle(options) {
  const bundling = await context(options);
  // What is loaded later is known when it has been built once.
  await bundling.rebuild();
  if (watch) await bundling.watch();
  else await bundling.dispose();
}
