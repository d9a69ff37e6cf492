import type { LanguageClientOptions } from "vscode-languageclient";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import { serverFlags } from "./server-flags.js";

export { compiledCode, removeOtherVersions } from "./compiled-code.js";

/** A client of the server whose program this is. `compiled`: see `compiledCode`. */
export function createClient(
  module: string,
  options: LanguageClientOptions,
  compiled: string | undefined,
): LanguageClient {
  const server = {
    module,
    transport: TransportKind.ipc,
    options: {
      execArgv: [...serverFlags],
      ...(compiled && { env: { NODE_COMPILE_CACHE: compiled } }),
    },
  };
  return new LanguageClient("weeknotes", "Weeknotes", server, options);
}
