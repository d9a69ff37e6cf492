import { type ExtensionContext, Uri } from "vscode";
import { LanguageClient } from "vscode-languageclient/browser";
import { start } from "./extension.js";

/** VS Code for the Web: the server is a worker. */
export function activate(context: ExtensionContext): Promise<void> {
  const script = Uri.joinPath(context.extensionUri, "dist/server.browser.js");
  const server = async () => new Worker(script.toString(true));
  return start(
    context,
    (options) => new LanguageClient("weeknotes", "Weeknotes", server, options),
  );
}
