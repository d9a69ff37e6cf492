import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/** Bundles a program of `server/src` as build.mjs does. */
export async function bundle(entry: string, outfile: string): Promise<void> {
  await build({
    entryPoints: [
      fileURLToPath(new URL(`../server/src/${entry}`, import.meta.url)),
    ],
    outfile,
    bundle: true,
    minify: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    // ES modules among the dependencies use their URL to load Node's own modules.
    define: { "import.meta.url": "importMetaUrl" },
    banner: {
      js: 'const importMetaUrl = require("node:url").pathToFileURL(__filename).href;',
    },
    logLevel: "error",
  });
}
