import type { ExtensionContext } from "vscode";
import { start } from "./extension.js";

/** Desktop and remote hosts: the server is a process of its own. */
export function activate(context: ExtensionContext): void {
  start(context, async (options) => {
    // When VS Code has heard that the extension is active.
    await new Promise((resolve) => setTimeout(resolve));
    const { createClient } = await import("./node-client.js");
    return createClient(context.asAbsolutePath("dist/server.cjs"), options);
  });
}
