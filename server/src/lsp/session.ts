import type { Connection } from "vscode-languageserver";
import type { Client } from "./client.js";
import type { OpenDocuments } from "./documents.js";
import type { Environment } from "./environment.js";
import type { Handlers } from "./handlers.js";
import type { Posts } from "./posts.js";

/** Everything one client's features are wired to, from `initialize` to `exit`. */
export interface Session {
  readonly connection: Connection;
  readonly client: Client;
  readonly environment: Environment;
  readonly documents: OpenDocuments;
  readonly posts: Posts;
  readonly handlers: Handlers;
}
