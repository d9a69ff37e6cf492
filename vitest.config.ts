import { defineConfig, type Plugin } from "vitest/config";

/** The folders of pure functions: their tests share nothing but the modules, so one worker may run many files. */
const core = "test/{markdown,targets,workspace,rules,features}";
/** Random texts, comparisons with other parsers, and whole collections of sentences. */
const exhaustive = `${core}/**/*.{property,corpus}.test.ts`;

const setupFiles = ["test/random-seed.ts"];

/**
 * Packages as users get them. By default vitest asks for their development builds, and micromark's checks each of its own
 * steps: that is left to the exhaustive project.
 */
const released: Plugin = {
  name: "released-packages",
  configResolved({ environments, ssr }) {
    // A configuration can only add to the conditions.
    const conditions = ["node"];
    for (const { resolve } of Object.values(environments)) {
      resolve.conditions = conditions;
    }
    ssr.resolve = { ...ssr.resolve, conditions };
  },
};

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [released],
        test: {
          // Run while writing: under two seconds.
          name: "core",
          include: [`${core}/**/*.test.ts`],
          exclude: [exhaustive],
          setupFiles,
          isolate: false,
          pool: "threads",
        },
      },
      {
        test: {
          name: "core, exhaustive",
          include: [exhaustive],
          setupFiles,
          isolate: false,
          pool: "threads",
        },
      },
      {
        plugins: [released],
        test: {
          name: "around the core",
          include: ["test/**/*.test.ts"],
          setupFiles,
          // The in-editor suite runs in VS Code's own extension host.
          exclude: [`${core}/**`, "test/vscode/**", "node_modules/**"],
        },
      },
    ],
  },
});
