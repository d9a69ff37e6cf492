import { type Connection, TextDocumentSyncKind } from "vscode-languageserver";
import type { FeatureContext } from "../features/context.js";
import type { GitHub } from "../targets/github-port.js";
import { readClient } from "./client.js";
import { createDocuments } from "./documents.js";
import type { Environment } from "./environment.js";
import { features } from "./features.js";
import { createHandlers } from "./handlers.js";
import { createPosts } from "./posts.js";

const unsupported = { result: { reason: "unsupported" }, at: 0 } as const;
const github: GitHub = {
  peek: () => undefined,
  status: async () => unsupported,
  statuses: async (targets) => targets.map(() => unsupported),
  search: async () => ({ items: [], incomplete: false }),
  account: () => ({ state: "disabled" }),
  forget: () => {},
  onChange: () => () => {},
};

export function startServer(
  connection: Connection,
  environment: Environment,
): void {
  connection.onInitialize((params) => {
    const client = readClient(params);
    const posts = createPosts();
    const documents = createDocuments(connection, {
      changed: () => {},
      closed: () => {},
    });
    function contextOf(uri: string): FeatureContext | undefined {
      const open = documents.get(uri);
      return (
        open && {
          post: posts.postOf(open),
          github,
          now: environment.now(),
          client,
        }
      );
    }
    const handlers = createHandlers(contextOf, (error) =>
      connection.console.error(
        String(error instanceof Error ? error.stack : error),
      ),
    );
    const session = {
      connection,
      client,
      environment,
      documents,
      posts,
      handlers,
    };
    return {
      capabilities: Object.assign(
        {
          textDocumentSync: {
            openClose: true,
            change: TextDocumentSyncKind.Incremental,
          },
        },
        ...features.map((feature) => feature(session)),
      ),
      serverInfo: { name: "Weeknotes" },
    };
  });
  connection.listen();
}
