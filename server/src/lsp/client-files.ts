import type { Connection } from "vscode-languageserver";
import {
  type FindFilesParams,
  findFiles,
  type ReadFileParams,
  readFile,
} from "../protocol/protocol.js";
import type { WorkspaceFiles } from "./workspace-files.js";

/** Asks the client for files: a worker in a browser has no others. A client that knows no answer has none. */
export function clientFiles(connection: Connection): WorkspaceFiles {
  return {
    async list(folderUri) {
      const params: FindFilesParams = { folder: folderUri };
      const uris = await request(connection, findFiles, params);
      return Array.isArray(uris)
        ? uris.filter((uri) => typeof uri === "string")
        : [];
    },
    isListed: async (_, uri) => !uri.includes("/node_modules/"),
    identityOf: async () => undefined,
    async read(uri) {
      const params: ReadFileParams = { uri };
      const text = await request(connection, readFile, params);
      return typeof text === "string" ? text : undefined;
    },
  };
}

async function request(
  connection: Connection,
  method: string,
  params: object,
): Promise<unknown> {
  try {
    return await connection.sendRequest<unknown>(method, params);
  } catch {
    return undefined;
  }
}
