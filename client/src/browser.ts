import { type ExtensionContext, Uri } from "vscode";
import * as lsp from "vscode-languageclient/browser";
import { start } from "./extension.js";

/** VS Code for the Web: the server is a worker, a new one at each start. */
export function activate(context: ExtensionContext): void {
  const script = Uri.joinPath(context.extensionUri, "dist/server.browser.js");
  // The client knows no worker of its own here: the host's `Worker` gives objects that are no instances of it.
  const server = async () => {
    const worker = new Worker(script.toString(true));
    const reader = new lsp.BrowserMessageReader(worker);
    return { reader, writer: new lsp.BrowserMessageWriter(worker) };
  };
  start(
    context,
    async (options) =>
      new lsp.LanguageClient("weeknotes", "Weeknotes", server, options),
  );
}
