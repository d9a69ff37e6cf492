import { PassThrough } from "node:stream";
import { vi } from "vitest";
import { createConnection } from "vscode-languageserver/node";
import {
  type ClientCapabilities,
  createProtocolConnection,
  type InitializeParams,
  type InitializeResult,
  type ProtocolConnection,
  type Registration,
} from "vscode-languageserver-protocol/node";
import type { GitHubClient } from "../../server/src/github/client.js";
import type { Environment } from "../../server/src/lsp/environment.js";
import { startServer } from "../../server/src/lsp/server.js";
import type { WorkspaceFiles } from "../../server/src/lsp/workspace-files.js";
import type { GitHub } from "../../server/src/targets/github-port.js";
import { fakeGitHub } from "../features/fake-github.js";

// What a test waits for comes at once, but a busy machine may take its time.
vi.setConfig({ testTimeout: 30_000 });

export const uri = "file:///posts/week.md";

/** What VS Code says it can, as far as it makes a difference. */
export const fullClient: ClientCapabilities = {
  textDocument: {
    synchronization: { dynamicRegistration: true },
    diagnostic: {},
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: [] } },
      dataSupport: true,
      resolveSupport: { properties: ["edit"] },
    },
    rename: { prepareSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
  },
  workspace: {
    applyEdit: true,
    configuration: true,
    workspaceFolders: true,
    diagnostics: { refreshSupport: true },
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    workspaceEdit: { documentChanges: true },
  },
};

interface Options {
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  readonly folders?: readonly string[];
  readonly environment?: Partial<Environment>;
  readonly github?: GitHub & Partial<GitHubClient>;
  /** The answer to `workspace/configuration`; asked anew each time. */
  readonly settings?: () => unknown;
  /** Registers what else the client answers, before the first message. */
  readonly prepare?: (connection: ProtocolConnection) => void;
}

export interface Editor {
  readonly connection: ProtocolConnection;
  readonly initialized: InitializeResult;
  /** Methods the server registered for later. */
  readonly registered: readonly string[];
  /** What the server registered for a method and has not unregistered. */
  optionsOf(method: string): readonly unknown[];
  /** `window/logMessage` and `window/showMessage`. */
  readonly messages: readonly string[];
  open(text: string, uri?: string, languageId?: string): Promise<void>;
  /** Replaces the whole text. */
  change(text: string, version: number, uri?: string): Promise<void>;
  /** Sends a request about the place of `$0` in a text it opens first. */
  request<R>(method: string, params: object): Promise<R>;
}

/** An editor and a server that talk over streams in this process. */
export async function connect(options: Options = {}): Promise<Editor> {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  const github = options.github ?? fakeGitHub();
  startServer(createConnection(toServer, toClient), {
    files: filesOf(new Map()),
    github: () => ({
      setToken() {},
      setEnabled() {},
      accounts: () => [{ host: "github.com", account: github.account() }],
      flush: async () => {},
      ...github,
    }),
    now: () => Date.UTC(2022, 7, 12),
    docsUrl: "https://docs.example/rules/",
    ...options.environment,
  });
  const connection = createProtocolConnection(toClient, toServer);
  return talk(connection, options);
}

/** A disk with these texts by URI, all below the one folder there is. */
export function filesOf(
  texts: ReadonlyMap<string, string>,
): () => WorkspaceFiles {
  return () => ({
    list: async () => [...texts.keys()],
    isListed: async () => true,
    identityOf: async () => undefined,
    read: async (file) => texts.get(file),
  });
}

/** The client's side of the conversation. */
export async function talk(
  connection: ProtocolConnection,
  { capabilities = fullClient, folders, settings, ...options }: Options,
): Promise<Editor> {
  const registered: string[] = [];
  const registrations = new Map<string, Registration>();
  const messages: string[] = [];
  connection.onRequest(
    "client/registerCapability",
    (params: { registrations: Registration[] }) => {
      for (const registration of params.registrations) {
        registered.push(registration.method);
        registrations.set(registration.id, registration);
      }
      return null;
    },
  );
  connection.onRequest(
    "client/unregisterCapability",
    ({ unregisterations }: { unregisterations: { id: string }[] }) => {
      for (const { id } of unregisterations) registrations.delete(id);
      return null;
    },
  );
  connection.onRequest(
    "workspace/configuration",
    ({ items }: { items: unknown[] }) => items.map(() => settings?.() ?? null),
  );
  connection.onRequest("workspace/diagnostic/refresh", () => null);
  connection.onRequest("workspace/inlayHint/refresh", () => null);
  connection.onRequest("workspace/semanticTokens/refresh", () => null);
  connection.onNotification("window/logMessage", ({ message }) => {
    messages.push(message);
  });
  connection.onNotification("window/showMessage", ({ message }) => {
    messages.push(message);
  });
  options.prepare?.(connection);
  connection.listen();
  const params: InitializeParams = {
    processId: null,
    rootUri: null,
    workspaceFolders:
      folders?.map((folder) => ({ uri: folder, name: folder })) ?? null,
    capabilities,
    initializationOptions: options.initializationOptions,
  };
  const initialized = await connection.sendRequest<InitializeResult>(
    "initialize",
    params,
  );
  await connection.sendNotification("initialized", {});
  return {
    connection,
    initialized,
    registered,
    optionsOf: (method) =>
      [...registrations.values()]
        .filter((registration) => registration.method === method)
        .map(({ registerOptions }) => registerOptions),
    messages,
    open: (text, at = uri, languageId = "markdown") =>
      connection.sendNotification("textDocument/didOpen", {
        textDocument: { uri: at, languageId, version: 1, text },
      }),
    change: (text, version, at = uri) =>
      connection.sendNotification("textDocument/didChange", {
        textDocument: { uri: at, version },
        contentChanges: [{ text }],
      }),
    request: (method, params) => connection.sendRequest(method, params),
  };
}

/** Asks again until the answer is as wanted; a test that waits in vain times out. */
export async function until<T>(
  ask: () => T | Promise<T>,
  wanted: (answer: T) => boolean,
): Promise<T> {
  for (;;) {
    const answer = await ask();
    if (wanted(answer)) return answer;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
