import type { Connection } from "vscode-languageserver";
import type { FeatureContext } from "../features/context.js";
import { onlineOf } from "../rules/online.js";
import { followAccount, tokensOf } from "./account.js";
import type { Client } from "./client.js";
import { delay } from "./delay.js";
import { createDocuments } from "./documents.js";
import type { Environment, Tokens } from "./environment.js";
import { registerFeatures } from "./features.js";
import { createHandlers } from "./handlers.js";
import { followTargets } from "./look-up.js";
import { showWarning } from "./messages.js";
import { createPosts } from "./posts.js";
import { practise } from "./practice.js";
import { createReporter } from "./reporter.js";
import { createListeners, type Session } from "./session.js";
import { silentGitHub } from "./silent-github.js";
import { createSlices } from "./slices.js";

/** Somebody waits for what is asked next: an answer that takes long gives way earlier than other work, in milliseconds. */
const sliceOfAnswer = 4;

/** Registers all that the server does for a client. What arrives before this settles would be lost. */
export async function openSession(
  connection: Connection,
  environment: Environment,
  client: Client,
): Promise<void> {
  const apiUrl = client.options.apiUrl ?? environment.apiUrl;
  const tokens = (await environment.tokens?.(apiUrl)) ?? {};
  const session = createSession(connection, environment, client, tokens);
  // A client that keeps the cache may be gone already, and editors do not wait long either.
  connection.onShutdown(async () => {
    const written = [session.github.flush(), session.posts.flush()];
    await Promise.race([Promise.all(written), delay(1_000)]);
  });
  connection.onInitialized(() => session.events.initialized.call());
  followAccount(session);
  followTargets(session);
  registerFeatures(session);
  if (environment.practises) practise(session);
}

function createSession(
  connection: Connection,
  environment: Environment,
  client: Client,
  tokens: Tokens,
): Session {
  const { trusted = true, storageUri } = client.options;
  const apiUrl = client.options.apiUrl ?? environment.apiUrl;
  const { token, publicToken } = tokensOf(client.options, tokens);
  const github = environment.github({
    now: environment.now,
    enabled: trusted,
    log: (line) => connection.tracer.log(line),
    file: environment.cacheFile?.(connection, storageUri),
    ...(token !== undefined && { token }),
    ...(publicToken !== undefined && { publicToken }),
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
    indexFile: (folder) => environment.indexFile?.(storageUri, folder),
    log: (line) => connection.console.warn(line),
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
    siteTextChanged(uri, text) {
      posts.siteTextChanged(uri, text).catch(logError);
    },
  });

  let news = {};
  github.onChange(() => {
    news = {};
  });

  function contextOf(uri: string): FeatureContext | undefined {
    const open = documents.get(uri);
    if (!open) return undefined;
    const post = posts.postOf(open);
    const asked = post.settings.github.enabled
      ? github
      : silentGitHub(github, environment.now);
    const online = onlineOf(asked);
    return {
      post: online ? { ...post, online } : post,
      github: asked,
      news,
      now: environment.now(),
      client,
      documentOf: posts.documentOf,
      delay,
      giveWay: createSlices(environment.now, sliceOfAnswer),
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
    tokens,
    documents,
    posts,
    github,
    reporter: createReporter({ posts, environment, contextOf, logError }),
    handlers: createHandlers(contextOf, logError),
    events,
    contextOf,
    logError,
  };
}
