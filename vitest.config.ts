import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // The in-editor suite runs in VS Code's own extension host.
    exclude: ["test/vscode/**", "node_modules/**"],
  },
});
