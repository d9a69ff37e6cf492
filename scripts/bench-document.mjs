/** Prints what a key costs in documents of several lengths. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { root } from "./paths.mjs";

const folder = await mkdtemp(join(tmpdir(), "weeknotes-bench-"));
try {
  const outfile = join(folder, "document.mjs");
  await build({
    entryPoints: [join(root, "test/bench/document.ts")],
    bundle: true,
    format: "esm",
    platform: "node",
    outfile,
  });
  await import(pathToFileURL(outfile).href);
} finally {
  await rm(folder, { recursive: true, force: true });
}
