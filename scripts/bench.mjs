/** `npm run bench:NAME [-- ARGUMENTS]`: bundles `test/bench/NAME.ts`, since not every Node runs TypeScript, and runs it. */
import { join } from "node:path";
import { build } from "esbuild";
import { root } from "./paths.mjs";
import { run } from "./processes.mjs";

const [name, ...args] = process.argv.slice(2);
const outfile = join(root, `out/bench/${name}.mjs`);
await build({
  entryPoints: [join(root, `test/bench/${name}.ts`)],
  outfile,
  bundle: true,
  platform: "node",
  target: "node20",
  format: "esm",
  packages: "external",
  logLevel: "warning",
});
process.exitCode = await run(process.execPath, [outfile, ...args], {
  cwd: root,
});
