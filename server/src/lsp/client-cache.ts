import type { Connection } from "vscode-languageserver";
import type { CacheFile } from "../github/keeper.js";
import {
  readCache,
  type WriteCacheParams,
  writeCache,
} from "../protocol/protocol.js";

/** Asks the client to keep what a worker in a browser cannot. Of two windows that write at once the last one wins. */
export function clientCache(connection: Connection): CacheFile {
  async function read(): Promise<string | undefined> {
    const text = await connection.sendRequest<unknown>(readCache);
    return typeof text === "string" ? text : undefined;
  }
  return {
    read,
    async update(change) {
      const params: WriteCacheParams = { text: change(await read()) };
      await connection.sendRequest(writeCache, params);
    },
  };
}
