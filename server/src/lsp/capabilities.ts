import {
  type InitializeParams,
  type InitializeResult,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from "vscode-languageserver";
import { codeActionKinds } from "../features/code-actions.js";
import { completionTriggers } from "../features/completion.js";
import { frontMatterTrigger } from "../features/front-matter-completion.js";
import { semanticTokensLegend } from "../features/semantic-tokens.js";
import { serverCommands } from "../protocol/protocol.js";
import { type Client, readClient } from "./client.js";

/**
 * What the server can do for a client, by the feature that does it: `features` has one for each name. Apart from them,
 * because `initialize` is answered before any of them is loaded.
 */
const provided = {
  workspace: ({ workspaceFolders }) =>
    workspaceFolders
      ? {
          workspace: {
            workspaceFolders: { supported: true, changeNotifications: true },
          },
        }
      : {},
  diagnostics: ({ pullDiagnostics }) =>
    pullDiagnostics
      ? {
          diagnosticProvider: {
            identifier: "weeknotes",
            interFileDependencies: true,
            workspaceDiagnostics: true,
          },
        }
      : {},
  codeAction: ({ lazyActions }) => ({
    codeActionProvider: {
      codeActionKinds: Object.values(codeActionKinds),
      ...(lazyActions && { resolveProvider: true }),
    },
  }),
  completion: () => ({
    completionProvider: {
      triggerCharacters: [...completionTriggers, frontMatterTrigger],
      resolveProvider: true,
      completionItem: { labelDetailsSupport: true },
    },
  }),
  hover: () => ({ hoverProvider: true }),
  definition: () => ({ definitionProvider: true }),
  references: () => ({ referencesProvider: true }),
  documentHighlight: () => ({ documentHighlightProvider: true }),
  rename: ({ prepareRename }) => ({
    renameProvider: prepareRename ? { prepareProvider: true } : true,
  }),
  documentLink: () => ({ documentLinkProvider: {} }),
  folding: () => ({ foldingRangeProvider: true }),
  inlayHint: () => ({ inlayHintProvider: { resolveProvider: true } }),
  semanticTokens: ({ semanticTokensDelta }) => ({
    semanticTokensProvider: {
      legend: semanticTokensLegend,
      full: semanticTokensDelta ? { delta: true } : true,
      range: true,
    },
  }),
  documentSymbol: () => ({ documentSymbolProvider: true }),
  workspaceSymbol: () => ({ workspaceSymbolProvider: true }),
  commands: () => ({
    executeCommandProvider: { commands: Object.values(serverCommands) },
  }),
} satisfies Record<string, (client: Client) => ServerCapabilities>;

/** Of all features that a client is told of. */
export type FeatureName = keyof typeof provided;

/** The answer to `initialize`, and what was learned of the client. */
export function introduce(params: InitializeParams): {
  readonly client: Client;
  readonly introduction: InitializeResult;
} {
  const client = readClient(params);
  const textDocumentSync = {
    openClose: true,
    change: TextDocumentSyncKind.Incremental,
  };
  const capabilities = Object.values(provided).map((of) => of(client));
  return {
    client,
    introduction: {
      capabilities: Object.assign({ textDocumentSync }, ...capabilities),
      serverInfo: { name: "Weeknotes" },
    },
  };
}
