import { Disposable, FileSystemError, Uri, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import {
  readCache,
  type WriteCacheParams,
  writeCache,
} from "../../server/src/protocol/protocol.js";

/** Keeps what GitHub said for a server without a file system of its own: in a browser. */
export function answerCache(
  client: BaseLanguageClient,
  storage: Uri,
): Disposable {
  const file = Uri.joinPath(storage, "github.json");
  return Disposable.from(
    client.onRequest(readCache, async (): Promise<string | null> => {
      try {
        return new TextDecoder().decode(await workspace.fs.readFile(file));
      } catch (error) {
        if (error instanceof FileSystemError && error.code === "FileNotFound")
          return null;
        throw error;
      }
    }),
    client.onRequest(writeCache, async ({ text }: WriteCacheParams) => {
      // Creates the folder, too.
      await workspace.fs.writeFile(file, new TextEncoder().encode(text));
      return null;
    }),
  );
}
