import type { InitializeParams } from "vscode-languageserver";
import type { ClientSupport } from "../features/context.js";
import type { InitializationOptions } from "../protocol/protocol.js";

/** What the client at the other end can do. */
export interface Client extends ClientSupport {
  readonly pullDiagnostics: boolean;
  readonly refreshDiagnostics: boolean;
  readonly refreshInlayHints: boolean;
  readonly refreshSemanticTokens: boolean;
  /** Takes what of a text's tokens is another than in the last answer. */
  readonly semanticTokensDelta: boolean;
  readonly configuration: boolean;
  /** Tells of `workspace/didChangeConfiguration` only to those who register. */
  readonly registerConfiguration: boolean;
  readonly registerFileWatchers: boolean;
  /** Tells of the open texts that somebody registers for, whatever their language. */
  readonly registerTexts: boolean;
  readonly progress: boolean;
  readonly workspaceFolders: boolean;
  /** Text edits may carry the version they were made for. */
  readonly versionedEdits: boolean;
  readonly nestedSymbols: boolean;
  readonly prepareRename: boolean;
  readonly codeActionLiterals: boolean;
  /** The workspace's folders when it was opened. */
  readonly folders: readonly string[];
  readonly options: InitializationOptions;
}

export function readClient(params: InitializeParams): Client {
  const { textDocument, workspace, window, general } = params.capabilities;
  const tokens = textDocument?.semanticTokens?.requests;
  const options = readOptions(params.initializationOptions);
  return {
    richMarkdown:
      general?.markdown?.parser === "marked" &&
      general.markdown.allowedTags?.includes("span") === true,
    insertReplace:
      textDocument?.completion?.completionItem?.insertReplaceSupport === true,
    itemDefaults:
      textDocument?.completion?.completionList?.itemDefaults?.includes(
        "editRange",
      ) === true,
    lazyDetails:
      textDocument?.completion?.completionItem?.resolveSupport?.properties.includes(
        "detail",
      ) === true,
    snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    editorMarkdown: options.editorMarkdown === true,
    lazyActions:
      textDocument?.codeAction?.dataSupport === true &&
      textDocument.codeAction.resolveSupport?.properties.includes("edit") ===
        true,
    pullDiagnostics: textDocument?.diagnostic !== undefined,
    refreshDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    refreshInlayHints: workspace?.inlayHint?.refreshSupport === true,
    refreshSemanticTokens: workspace?.semanticTokens?.refreshSupport === true,
    semanticTokensDelta:
      typeof tokens?.full === "object" && tokens.full.delta === true,
    configuration: workspace?.configuration === true,
    registerConfiguration:
      workspace?.didChangeConfiguration?.dynamicRegistration === true,
    registerFileWatchers:
      workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    registerTexts: textDocument?.synchronization?.dynamicRegistration === true,
    progress: window?.workDoneProgress === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    nestedSymbols:
      textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    prepareRename: textDocument?.rename?.prepareSupport === true,
    codeActionLiterals:
      textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    folders: foldersOf(params),
    options,
  };
}

function foldersOf({
  workspaceFolders,
  rootUri,
}: InitializeParams): readonly string[] {
  if (workspaceFolders) return workspaceFolders.map(({ uri }) => uri);
  return rootUri ? [rootUri] : [];
}

/** Reads what may be anything: only what has the right type is taken. */
function readOptions(value: unknown): InitializationOptions {
  if (typeof value !== "object" || value === null) return {};
  const given = new Map<string, unknown>(Object.entries(value));
  const text = (name: string) => {
    const found = given.get(name);
    return typeof found === "string" && found !== "" ? found : undefined;
  };
  const flag = (name: string) => {
    const found = given.get(name);
    return typeof found === "boolean" ? found : undefined;
  };
  const token = text("token");
  const publicToken = text("publicToken");
  const storageUri = text("storageUri");
  const apiUrl = text("apiUrl");
  const trusted = flag("trusted");
  const canAskDestination = flag("canAskDestination");
  const canShowExplanation = flag("canShowExplanation");
  const editorMarkdown = flag("editorMarkdown");
  return {
    ...(token !== undefined && { token }),
    ...(publicToken !== undefined && { publicToken }),
    ...(storageUri !== undefined && { storageUri }),
    ...(apiUrl !== undefined && { apiUrl }),
    ...(trusted !== undefined && { trusted }),
    ...(canAskDestination !== undefined && { canAskDestination }),
    ...(canShowExplanation !== undefined && { canShowExplanation }),
    ...(editorMarkdown !== undefined && { editorMarkdown }),
  };
}
