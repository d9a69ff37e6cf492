import { Disposable, RelativePattern, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import {
  type FindFilesParams,
  findFiles,
  type ReadFileParams,
  readFile,
} from "../../server/src/protocol/protocol.js";

/** The server's eyes where it has no file system of its own: in a browser, in a virtual workspace. */
export function answerWorkspaceFiles(client: BaseLanguageClient): Disposable {
  const {
    code2ProtocolConverter: toServer,
    protocol2CodeConverter: fromServer,
  } = client;
  return Disposable.from(
    client.onRequest(
      findFiles,
      async ({ folder }: FindFilesParams): Promise<readonly string[]> => {
        const found = await workspace.findFiles(
          new RelativePattern(
            fromServer.asUri(folder),
            "**/{*.md,*.mdx,*.markdown,weeknotes.json,authors.*,tags.*,docusaurus.config.*}",
          ),
          "**/node_modules/**",
        );
        return found.map((uri) => toServer.asUri(uri));
      },
    ),
    client.onRequest(
      readFile,
      async ({ uri }: ReadFileParams): Promise<string | null> => {
        try {
          const bytes = await workspace.fs.readFile(fromServer.asUri(uri));
          return new TextDecoder().decode(bytes);
        } catch {
          return null;
        }
      },
    ),
  );
}
