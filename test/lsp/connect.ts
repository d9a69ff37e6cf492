import { PassThrough } from "node:stream";
import { createConnection } from "vscode-languageserver/node";
import {
  createProtocolConnection,
  type InitializeParams,
  type InitializeResult,
  type ProtocolConnection,
} from "vscode-languageserver-protocol/node";
import type { Environment } from "../../server/src/lsp/environment.js";
import { startServer } from "../../server/src/lsp/server.js";

export const uri = "file:///posts/week.md";

export interface Editor {
  readonly connection: ProtocolConnection;
  readonly initialized: InitializeResult;
  open(text: string, uri?: string, languageId?: string): Promise<void>;
}

/** An editor and a server that talk over streams in this process. */
export async function connect(
  options: {
    environment?: Partial<Environment>;
    initialize?: Partial<InitializeParams>;
    /** Registers what the client answers, before the first message. */
    prepare?: (connection: ProtocolConnection) => void;
  } = {},
): Promise<Editor> {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  startServer(createConnection(toServer, toClient), {
    files: () => ({ list: async () => [], read: async () => undefined }),
    now: () => Date.UTC(2022, 7, 12),
    token: undefined,
    docsUrl: "https://docs.example/rules/",
    ...options.environment,
  });
  const connection = createProtocolConnection(toClient, toServer);
  options.prepare?.(connection);
  connection.listen();
  const initialized = await connection.sendRequest<InitializeResult>(
    "initialize",
    {
      processId: null,
      rootUri: null,
      workspaceFolders: null,
      capabilities: pullingClient,
      ...options.initialize,
    },
  );
  await connection.sendNotification("initialized", {});
  return {
    connection,
    initialized,
    open: (text, uri = "file:///posts/week.md", languageId = "markdown") =>
      connection.sendNotification("textDocument/didOpen", {
        textDocument: { uri, languageId, version: 1, text },
      }),
  };
}

export const pullingClient: InitializeParams["capabilities"] = {
  textDocument: { diagnostic: {} },
  workspace: { diagnostics: { refreshSupport: true } },
};
