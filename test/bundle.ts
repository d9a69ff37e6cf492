import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { nodeBundle } from "../scripts/node-bundle.mjs";

/** Bundles a program of `server/src` as build.mjs does. */
export async function bundle(entry: string, outfile: string): Promise<void> {
  await build({
    ...nodeBundle,
    entryPoints: [
      fileURLToPath(new URL(`../server/src/${entry}`, import.meta.url)),
    ],
    outfile,
    bundle: true,
    minify: true,
    logLevel: "error",
  });
}
