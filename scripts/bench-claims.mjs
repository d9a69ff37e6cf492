/** `npm run bench:claims [-- FILE]`: with what precision and recall `stale-claim` reads labelled sentences. */
import { join } from "node:path";
import { build } from "esbuild";
import { root } from "./paths.mjs";
import { run } from "./processes.mjs";

const outfile = join(root, "out/bench/claims.mjs");
await build({
  entryPoints: [join(root, "test/bench/claims.ts")],
  outfile,
  bundle: true,
  platform: "node",
  target: "node20",
  format: "esm",
  packages: "external",
  logLevel: "warning",
});
const sentences =
  process.argv[2] ?? join(root, "test/bench/claims/sentences.txt");
process.exitCode = await run(process.execPath, [outfile, sentences], {
  cwd: root,
});
