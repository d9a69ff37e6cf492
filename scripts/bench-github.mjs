/** `npm run bench:github`: bundles the benchmark, since not every Node runs TypeScript, and runs it. */
import { join } from "node:path";
import { build } from "esbuild";
import { root } from "./paths.mjs";
import { run } from "./processes.mjs";

const outfile = join(root, "out/bench/github.mjs");
await build({
  entryPoints: [join(root, "test/bench/github.ts")],
  outfile,
  bundle: true,
  platform: "node",
  target: "node20",
  format: "esm",
  packages: "external",
  logLevel: "warning",
});
process.exitCode = await run(process.execPath, [outfile], { cwd: root });
