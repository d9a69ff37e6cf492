import {
  type Connection,
  type InitializeParams,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from "vscode-languageserver";
import type { FeatureContext } from "../features/context.js";
import { followAccount } from "./account.js";
import { readClient } from "./client.js";
import { delay } from "./delay.js";
import { createDocuments } from "./documents.js";
import type { Environment } from "./environment.js";
import { features } from "./features.js";
import { createHandlers } from "./handlers.js";
import { showWarning } from "./messages.js";
import { createPosts } from "./posts.js";
import { createListeners, type Session } from "./session.js";
import { silentGitHub } from "./silent-github.js";

/** Serves one client until it says `exit`. */
export function startServer(
  connection: Connection,
  environment: Environment,
): void {
  connection.onInitialize((params) => {
    const session = createSession(connection, environment, params);
    connection.onInitialized(() => session.events.initialized.call());
    followAccount(session);
    const capabilities: ServerCapabilities[] = [
      {
        textDocumentSync: {
          openClose: true,
          change: TextDocumentSyncKind.Incremental,
        },
      },
      ...features.map((feature) => feature(session)),
    ];
    return {
      capabilities: Object.assign({}, ...capabilities),
      serverInfo: { name: "Weeknotes" },
    };
  });
  connection.listen();
}

function createSession(
  connection: Connection,
  environment: Environment,
  params: InitializeParams,
): Session {
  const client = readClient(params);
  const { trusted = true } = client.options;
  const token = client.options.token ?? environment.token;
  const apiUrl = client.options.apiUrl ?? environment.apiUrl;
  const github = environment.github({
    now: environment.now,
    enabled: trusted,
    log: (line) => connection.tracer.log(line),
    ...(token !== undefined && { token }),
    ...(apiUrl !== undefined && { apiUrl }),
  });
  const events = {
    initialized: createListeners(),
    postsChanged: createListeners(),
    documentChanged: createListeners<string>(),
    documentClosed: createListeners<string>(),
  };
  const posts = createPosts({
    files: environment.files(connection),
    documents: () => documents,
    now: environment.now,
    changed: () => events.postsChanged.call(),
    warn(line) {
      connection.console.warn(line);
      showWarning(connection, line);
    },
  });
  const documents = createDocuments(connection, {
    changed(open) {
      posts.opened(open);
      events.documentChanged.call(open.uri);
    },
    closed(open) {
      posts.closed(open).catch(logError);
      events.documentClosed.call(open.uri);
    },
  });

  function contextOf(uri: string): FeatureContext | undefined {
    const open = documents.get(uri);
    if (!open) return undefined;
    const post = posts.postOf(open);
    return {
      post,
      github: post.settings.github.enabled
        ? github
        : silentGitHub(github, environment.now),
      now: environment.now(),
      client,
      delay,
    };
  }

  function logError(error: unknown): void {
    connection.console.error(
      error instanceof Error ? (error.stack ?? error.message) : String(error),
    );
  }

  return {
    connection,
    client,
    environment,
    documents,
    posts,
    github,
    handlers: createHandlers(contextOf, logError),
    events,
    contextOf,
    logError,
  };
}
