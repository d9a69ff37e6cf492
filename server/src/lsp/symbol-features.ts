import type { DocumentSymbol, SymbolInformation } from "vscode-languageserver";
import { documentSymbols } from "../features/document-symbols.js";
import { workspaceSymbols } from "../features/workspace-symbols.js";
import type { Feature } from "./feature.js";
import { locate } from "./locations.js";

/** Not where the editor outlines Markdown itself; of MDX it knows nothing. */
export const documentSymbolFeature: Feature = ({
  connection,
  handlers,
  client,
}) => {
  connection.onDocumentSymbol(
    handlers.forDocument(undefined, ({ post: { uri, document } }) => {
      if (client.editorMarkdown && document.syntax !== "mdx") return [];
      const symbols = documentSymbols(document);
      return client.nestedSymbols ? symbols : flatten(symbols, uri);
    }),
  );
  return { documentSymbolProvider: true };
};

export const workspaceSymbolFeature: Feature = (session) => {
  const { connection, handlers, client, posts } = session;
  connection.onWorkspaceSymbol(
    handlers.forWorkspace(undefined, async ({ query }) => {
      const headings = !client.editorMarkdown;
      const found = workspaceSymbols(posts.facts(), query, headings);
      return (await locate(session, found)).map(
        ({ name, kind, containerName, uri, range }) => ({
          name,
          kind,
          containerName,
          location: { uri, range },
        }),
      );
    }),
  );
  return { workspaceSymbolProvider: true };
};

function flatten(
  symbols: readonly DocumentSymbol[],
  uri: string,
  containerName?: string,
): SymbolInformation[] {
  return symbols.flatMap(({ name, kind, range, children = [] }) => [
    {
      name,
      kind,
      location: { uri, range },
      ...(containerName !== undefined && { containerName }),
    },
    ...flatten(children, uri, name),
  ]);
}
