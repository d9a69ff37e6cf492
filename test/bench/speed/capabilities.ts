import type { ClientCapabilities } from "vscode-languageserver-protocol";

/** What an editor of today can do. */
export const capabilities: ClientCapabilities = {
  general: { positionEncodings: ["utf-16"] },
  window: { workDoneProgress: true },
  workspace: {
    configuration: true,
    workspaceFolders: true,
    applyEdit: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    symbol: {},
    workspaceEdit: { documentChanges: true },
  },
  textDocument: {
    synchronization: { didSave: true },
    completion: {
      completionItem: {
        documentationFormat: ["markdown"],
        insertReplaceSupport: true,
        resolveSupport: {
          properties: ["documentation", "detail", "additionalTextEdits"],
        },
      },
      completionList: {
        itemDefaults: ["commitCharacters", "editRange", "insertTextFormat"],
      },
    },
    hover: { contentFormat: ["markdown", "plaintext"] },
    definition: {},
    references: {},
    rename: { prepareSupport: true },
    publishDiagnostics: { versionSupport: true },
    diagnostic: {},
  },
};
