import { defineConfig } from "vitest/config";

/** The folders of pure functions: their tests share nothing but the modules, so one worker may run many files. */
const core = "test/{markdown,targets,workspace,rules,features}";
const exhaustive = `${core}/**/*.property.test.ts`;

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          // Run while writing: under two seconds.
          name: "core",
          include: [`${core}/**/*.test.ts`],
          exclude: [exhaustive],
          isolate: false,
          pool: "threads",
        },
      },
      {
        test: {
          // Random texts, and comparisons with other parsers.
          name: "core, exhaustive",
          include: [exhaustive],
          isolate: false,
          pool: "threads",
        },
      },
      {
        test: {
          name: "around the core",
          include: ["test/**/*.test.ts"],
          // The in-editor suite runs in VS Code's own extension host.
          exclude: [`${core}/**`, "test/vscode/**", "node_modules/**"],
        },
      },
    ],
  },
});
