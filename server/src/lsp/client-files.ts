import type { Connection } from "vscode-languageserver";
import type { WorkspaceFiles } from "./workspace-files.js";

/** Asks the client for files: a worker in a browser has no others. */
export function clientFiles(_connection: Connection): WorkspaceFiles {
  return { list: async () => [], read: async () => undefined };
}
