import type { LanguageClientOptions } from "vscode-languageclient";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import { serverFlags } from "./server-flags.js";

/** A client of the server whose program this is. */
export function createClient(
  module: string,
  options: LanguageClientOptions,
): LanguageClient {
  const server = {
    module,
    transport: TransportKind.ipc,
    options: { execArgv: [...serverFlags] },
  };
  return new LanguageClient("weeknotes", "Weeknotes", server, options);
}
