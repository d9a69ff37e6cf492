import { expect, test } from "vitest";
import type {
  ClientCapabilities,
  ServerCapabilities,
} from "vscode-languageserver-protocol";
import { ErrorCodes } from "vscode-languageserver-protocol";
import { connect, fullClient, uri } from "./connect.js";

const methods: readonly [string, (has: ServerCapabilities) => unknown][] = [
  ["textDocument/codeAction", (has) => has.codeActionProvider],
  [
    "codeAction/resolve",
    ({ codeActionProvider }) =>
      typeof codeActionProvider === "object" &&
      codeActionProvider.resolveProvider,
  ],
  ["textDocument/codeLens", (has) => has.codeLensProvider],
  ["textDocument/completion", (has) => has.completionProvider],
  ["completionItem/resolve", (has) => has.completionProvider?.resolveProvider],
  ["textDocument/declaration", (has) => has.declarationProvider],
  ["textDocument/definition", (has) => has.definitionProvider],
  ["textDocument/diagnostic", (has) => has.diagnosticProvider],
  [
    "workspace/diagnostic",
    (has) => has.diagnosticProvider?.workspaceDiagnostics,
  ],
  ["textDocument/documentHighlight", (has) => has.documentHighlightProvider],
  ["textDocument/documentLink", (has) => has.documentLinkProvider],
  ["documentLink/resolve", (has) => has.documentLinkProvider?.resolveProvider],
  ["textDocument/documentSymbol", (has) => has.documentSymbolProvider],
  ["textDocument/foldingRange", (has) => has.foldingRangeProvider],
  ["textDocument/formatting", (has) => has.documentFormattingProvider],
  ["textDocument/hover", (has) => has.hoverProvider],
  ["textDocument/implementation", (has) => has.implementationProvider],
  ["textDocument/inlayHint", (has) => has.inlayHintProvider],
  [
    "inlayHint/resolve",
    ({ inlayHintProvider }) =>
      typeof inlayHintProvider === "object" &&
      inlayHintProvider.resolveProvider,
  ],
  [
    "textDocument/prepareRename",
    ({ renameProvider }) =>
      typeof renameProvider === "object" && renameProvider.prepareProvider,
  ],
  ["textDocument/references", (has) => has.referencesProvider],
  ["textDocument/rename", (has) => has.renameProvider],
  ["textDocument/selectionRange", (has) => has.selectionRangeProvider],
  ["textDocument/semanticTokens/full", (has) => has.semanticTokensProvider],
  [
    "textDocument/semanticTokens/full/delta",
    ({ semanticTokensProvider: has }) =>
      typeof has?.full === "object" && has.full.delta,
  ],
  [
    "textDocument/semanticTokens/range",
    (has) => has.semanticTokensProvider?.range,
  ],
  ["textDocument/signatureHelp", (has) => has.signatureHelpProvider],
  ["workspace/executeCommand", (has) => has.executeCommandProvider],
  ["workspace/symbol", (has) => has.workspaceSymbolProvider],
];

const { diagnostic: _, ...withoutPull } = fullClient.textDocument ?? {};

test.each<[string, ClientCapabilities]>([
  ["one that can do everything", fullClient],
  ["one that can do nothing", {}],
  [
    "one that cannot pull diagnostics",
    { ...fullClient, textDocument: withoutPull },
  ],
])("what is advertised is implemented, for %s", async (_, capabilities) => {
  const { connection, initialized } = await connect({ capabilities });
  const implemented = await Promise.all(
    methods.map(async ([method]) => {
      const code = await connection
        .sendRequest(method, { textDocument: { uri }, previousResultIds: [] })
        .then(
          () => 0,
          (error) => error.code,
        );
      return code === ErrorCodes.MethodNotFound ? [] : [method];
    }),
  );
  expect(implemented.flat().sort()).toEqual(
    methods
      .filter(([, read]) => read(initialized.capabilities))
      .map(([method]) => method)
      .sort(),
  );
});

test("the server introduces itself", async () => {
  const { initialized } = await connect();
  expect(initialized.serverInfo?.name).toBe("Weeknotes");
  expect(initialized.capabilities).toMatchObject({
    textDocumentSync: { openClose: true, change: 2 },
    workspace: { workspaceFolders: { supported: true } },
    completionProvider: { triggerCharacters: ["[", "#", "-", " "] },
    codeActionProvider: {
      codeActionKinds: expect.arrayContaining([
        "quickfix",
        "source.fixAll.weeknotes",
      ]),
    },
  });
});

test("what a client can only be told later is registered then", async () => {
  const { registered, request } = await connect();
  await request("workspace/symbol", { query: "" });
  expect(registered).toEqual([
    "workspace/didChangeConfiguration",
    "workspace/didChangeWatchedFiles",
    "textDocument/didOpen",
    "textDocument/didClose",
    "textDocument/didChange",
  ]);
  const plain = await connect({ capabilities: {} });
  await plain.request("workspace/symbol", { query: "" });
  expect(plain.registered).toEqual([]);
});
