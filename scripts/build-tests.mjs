/** Bundles what runs outside vitest: the in-editor suite, the browser scenario, the stand-in for GitHub. */
import { build } from "esbuild";

const common = {
  bundle: true,
  platform: /** @type {const} */ ("node"),
  target: "node20",
  sourcemap: /** @type {const} */ ("inline"),
  packages: /** @type {const} */ ("external"),
  logLevel: /** @type {const} */ ("warning"),
};

await build({
  ...common,
  format: "cjs",
  entryPoints: {
    index: "test/vscode/suite/index.ts",
    suite: "test/vscode/suite/suite.ts",
  },
  outdir: "out/vscode",
  outExtension: { ".js": ".cjs" },
});

await build({
  ...common,
  format: "esm",
  entryPoints: ["test/github-standin/main.ts"],
  outfile: "out/github-standin.mjs",
});
