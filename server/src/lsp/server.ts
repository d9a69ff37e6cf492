import type { Connection } from "vscode-languageserver";
import { introduce } from "./capabilities.js";
import type { Environment } from "./environment.js";
import { openSession } from "./open-session.js";

/** Serves one client until it says `exit`. */
export function startServer(
  connection: Connection,
  environment: Environment,
): void {
  connection.onInitialize(async (params) => {
    const { client, introduction } = introduce(params);
    await openSession(connection, environment, client);
    return introduction;
  });
  connection.listen();
}
