import { type Connection, TextDocuments } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Document } from "../markdown/document.js";
import { parse } from "../markdown/parse.js";
import type { Syntax } from "../markdown/syntax.js";
import { normalizeUri } from "./uris.js";

/** One version of an open text. Immutable. */
export interface OpenDocument {
  /** As the client spells it. */
  readonly uri: string;
  readonly version: number;
  readonly text: string;
  readonly syntax: Syntax;
  /** Read on first use. */
  readonly document: Document;
}

export interface OpenDocuments {
  get(uri: string): OpenDocument | undefined;
  all(): readonly OpenDocument[];
}

interface Listener {
  /** Opened, or another version of an open one. */
  changed(document: OpenDocument): void;
  closed(document: OpenDocument): void;
}

/**
 * Open documents as immutable snapshots: `TextDocument.update` edits in place, so an edit is applied to a copy, and a
 * handler that awaits keeps the text it began with.
 */
export function createDocuments(
  connection: Connection,
  listener: Listener,
): OpenDocuments {
  const texts = new TextDocuments<TextDocument>({
    create: TextDocument.create,
    update: (old, changes, version) =>
      TextDocument.update(
        TextDocument.create(
          old.uri,
          old.languageId,
          old.version,
          old.getText(),
        ),
        changes,
        version,
      ),
  });
  const open = new Map<string, OpenDocument>();
  texts.onDidChangeContent(({ document: text }) => {
    if (!isText(text)) return;
    const snapshot = openDocument(text);
    open.set(normalizeUri(text.uri), snapshot);
    listener.changed(snapshot);
  });
  texts.onDidClose(({ document: text }) => {
    if (!isText(text)) return;
    const key = normalizeUri(text.uri);
    const snapshot = open.get(key);
    open.delete(key);
    if (snapshot) listener.closed(snapshot);
  });
  texts.listen(connection);
  return {
    get: (uri) => open.get(normalizeUri(uri)),
    all: () => [...open.values()],
  };
}

export function syntaxOf(uri: string, languageId?: string): Syntax {
  return languageId === "mdx" || /\.mdx$/i.test(uri) ? "mdx" : "commonmark";
}

/** A client may send anything. */
function isText(text: TextDocument): boolean {
  const given: { uri: unknown; text: unknown } = {
    uri: text.uri,
    text: text.getText(),
  };
  return typeof given.uri === "string" && typeof given.text === "string";
}

function openDocument(text: TextDocument): OpenDocument {
  const content = text.getText();
  const syntax = syntaxOf(text.uri, text.languageId);
  let parsed: Document | undefined;
  return {
    uri: text.uri,
    version: text.version,
    text: content,
    syntax,
    get document() {
      parsed ??= parse(content, syntax);
      return parsed;
    },
  };
}
