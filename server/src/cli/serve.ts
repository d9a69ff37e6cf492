import { startNodeServer } from "../lsp/node-server.js";
import { tokensOfUser } from "../lsp/node-tokens.js";

/** Serves the editor that started this process, for which the user is signed in as on the command line. */
export function serveEditor(
  env: Readonly<Record<string, string | undefined>>,
): void {
  startNodeServer((apiUrl) => tokensOfUser(env, apiUrl));
}
