import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    root: fileURLToPath(new URL("../../..", import.meta.url)),
    include: ["test/vscode/ui/**/*.test.ts"],
    // A fresh machine gets its editor and browser from npm first.
    hookTimeout: 15 * 60_000,
    testTimeout: 4 * 60_000,
    // One window, and what a step does is what the next one starts from.
    bail: 1,
  },
});
