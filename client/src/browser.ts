import { type ExtensionContext, Uri } from "vscode";
import * as languageClient from "vscode-languageclient/browser";
import { start } from "./extension.js";

/** VS Code for the Web: the server is a worker, a new one at each start. */
export function activate(context: ExtensionContext): Promise<void> {
  const script = Uri.joinPath(context.extensionUri, "dist/server.browser.js");
  const { LanguageClient, BrowserMessageReader, BrowserMessageWriter } =
    languageClient;
  // The client knows no worker of its own here: the host's `Worker` gives objects that are no instances of it.
  const server = async () => {
    const worker = new Worker(script.toString(true));
    return {
      reader: new BrowserMessageReader(worker),
      writer: new BrowserMessageWriter(worker),
    };
  };
  return start(
    context,
    (options) => new LanguageClient("weeknotes", "Weeknotes", server, options),
  );
}
