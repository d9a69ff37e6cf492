import type { LanguageClientOptions } from "vscode-languageclient";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";

/** A client of the server whose program this is. */
export function createClient(
  module: string,
  options: LanguageClientOptions,
): LanguageClient {
  const server = { module, transport: TransportKind.ipc };
  return new LanguageClient("weeknotes", "Weeknotes", server, options);
}
