import type { Connection } from "vscode-languageserver";
import type { FeatureContext } from "../features/context.js";
import type { GitHubClient } from "../github/client.js";
import type { Client } from "./client.js";
import type { OpenDocuments } from "./documents.js";
import type { Environment, Tokens } from "./environment.js";
import type { Handlers } from "./handlers.js";
import type { Posts } from "./posts.js";
import type { Reporter } from "./reporter.js";

/** Everything one client's features are wired to, from `initialize` to `exit`. */
export interface Session {
  readonly connection: Connection;
  readonly client: Client;
  readonly environment: Environment;
  /** GitHub's, where the client gives none. */
  readonly tokens: Tokens;
  readonly documents: OpenDocuments;
  readonly posts: Posts;
  readonly github: GitHubClient;
  readonly reporter: Reporter;
  readonly handlers: Handlers;
  readonly events: Events;
  /** A snapshot of an open document and what is known around it; undefined if it is not open. */
  contextOf(uri: string): FeatureContext | undefined;
  logError(error: unknown): void;
}

/** What happens beyond the protocol's own notifications. */
export interface Events {
  /** The client is ready for requests. */
  readonly initialized: Listeners;
  /** Settings, or what posts tell each other, changed. */
  readonly postsChanged: Listeners;
  readonly documentChanged: Listeners<string>;
  readonly documentClosed: Listeners<string>;
}

export interface Listeners<T = void> {
  add(listener: (value: T) => void): void;
  call(value: T): void;
}

export function createListeners<T = void>(): Listeners<T> {
  const listeners: ((value: T) => void)[] = [];
  return {
    add: (listener) => listeners.push(listener),
    call(value) {
      for (const listener of listeners) listener(value);
    },
  };
}
