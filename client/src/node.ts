import { type ExtensionContext, workspace } from "vscode";
import { start } from "./extension.js";

/** Desktop and remote hosts: the server is a process of its own. */
export function activate(context: ExtensionContext): void {
  start(context, async (options) => {
    // When VS Code has heard that the extension is active.
    await new Promise((resolve) => setTimeout(resolve));
    const { createClient, compiledCode, removeOtherVersions } = await import(
      "./node-client.js"
    );
    const compiled = compiledCode(context);
    if (compiled) void removeOtherVersions(workspace.fs, compiled);
    const server = context.asAbsolutePath("dist/server.cjs");
    return createClient(server, options, compiled?.fsPath);
  });
}
