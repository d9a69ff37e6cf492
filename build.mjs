/** Bundles the extension, the server and the command line: one file per entry. `--watch` rebuilds on change. */
import { readFileSync } from "node:fs";
import { context } from "esbuild";
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
const node = { ...common, ...nodeBundle };
const browser = {
  ...common,
  platform: "browser",
  mainFields: ["browser", "module", "main"],
};

const entries = [
  {
    ...node,
    entryPoints: ["client/src/node.ts"],
    outfile: "dist/client.cjs",
    external: ["vscode"],
  },
  {
    ...browser,
    format: "cjs",
    entryPoints: ["client/src/browser.ts"],
    outfile: "dist/client.browser.cjs",
    external: ["vscode"],
  },
  {
    ...node,
    entryPoints: ["server/src/lsp/node.ts"],
    outfile: "dist/server.cjs",
  },
  {
    ...browser,
    format: "iife",
    entryPoints: ["server/src/lsp/browser.ts"],
    // A worker has no document: some packages have a variant for it.
    conditions: ["worker"],
    outfile: "dist/server.browser.js",
  },
  {
    ...node,
    entryPoints: ["server/src/cli/main.ts"],
    outfile: "dist/cli.cjs",
    define: {
      ...node.define,
      "process.env.WEEKNOTES_VERSION": JSON.stringify(version),
    },
  },
];

for (const entry of entries) {
  const bundle = await context(entry);
  if (watch) await bundle.watch();
  else {
    await bundle.rebuild();
    await bundle.dispose();
  }
}
