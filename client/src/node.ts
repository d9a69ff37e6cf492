import type { ExtensionContext } from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import { start } from "./extension.js";

/** Desktop and remote hosts: the server is a process of its own. */
export function activate(context: ExtensionContext): Promise<void> {
  const server = {
    module: context.asAbsolutePath("dist/server.cjs"),
    transport: TransportKind.ipc,
  };
  return start(
    context,
    (options) => new LanguageClient("weeknotes", "Weeknotes", server, options),
  );
}
