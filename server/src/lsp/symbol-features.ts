import type { DocumentSymbol, SymbolInformation } from "vscode-languageserver";
import { documentSymbols } from "../features/document-symbols.js";
import { mayHoldSymbol } from "../features/symbols-in-text.js";
import {
  mostSymbols,
  workspaceSymbols,
} from "../features/workspace-symbols.js";
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
};

/** A query that so many posts answer is half-typed; that a scan agrees with the parser is tested besides. */
const mostParsed = 40;

export const workspaceSymbolFeature: Feature = (session) => {
  const { connection, handlers, client, posts } = session;
  connection.onWorkspaceSymbol(
    handlers.forWorkspace(undefined, async ({ query }, signal) => {
      const headings = !client.editorMarkdown;
      let count = 0;
      for await (const post of posts.readFirst(mayHoldSymbol(query), signal)) {
        count += workspaceSymbols([post], query, headings).length;
        if (count >= mostSymbols) break;
      }
      const ask = () => workspaceSymbols(posts.facts(), query, headings);
      let found = ask();
      const uris = new Set(found.map(({ uri }) => uri));
      if (uris.size <= mostParsed && (await posts.confirm(uris, signal)))
        found = ask();
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
