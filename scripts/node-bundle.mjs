/**
 * How a program for Node is bundled: by the build, and by the tests of programs.
 *
 * @satisfies {import("esbuild").BuildOptions}
 */
export const nodeBundle = /** @type {const} */ ({
  platform: "node",
  format: "cjs",
  target: "node20",
  // CommonJS has no `import.meta`; ES modules among the dependencies use its URL to load Node's own modules.
  define: { "import.meta.url": "importMetaUrl" },
  banner: {
    js: 'const importMetaUrl = require("node:url").pathToFileURL(__filename).href;',
  },
});
