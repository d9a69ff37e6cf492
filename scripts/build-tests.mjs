/** Bundles what runs outside vitest: the in-editor suite, and the stand-in for GitHub as a program of its own. */
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
  entryPoints: ["activation", "index", "suite"].map(
    (name) => `test/vscode/suite/${name}.ts`,
  ),
  outdir: "out/vscode",
  outExtension: { ".js": ".cjs" },
});

await build({
  ...common,
  format: "esm",
  splitting: true,
  entryPoints: ["test/github-standin/main.ts", "test/github-standin/server.ts"],
  outdir: "out/github-standin",
  outExtension: { ".js": ".mjs" },
});
