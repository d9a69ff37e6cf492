import {
  type Connection,
  type TextDocumentContentChangeEvent,
  TextDocuments,
} from "vscode-languageserver";
import type { Document } from "../markdown/document.js";
import { edit } from "../markdown/edit.js";
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
 * Open documents as immutable snapshots: a handler that awaits keeps the text it began with, and what an edit leaves
 * alone is shared.
 */
export function createDocuments(
  connection: Connection,
  listener: Listener,
): OpenDocuments {
  const texts = new TextDocuments<OpenDocument>({
    create: (uri, languageId, version, text) =>
      openDocument(uri, version, text, syntaxOf(uri, languageId)),
    update: changedDocument,
  });
  const open = new Map<string, OpenDocument>();
  texts.onDidChangeContent(({ document: snapshot }) => {
    if (!isText(snapshot)) return;
    open.set(normalizeUri(snapshot.uri), snapshot);
    listener.changed(snapshot);
  });
  texts.onDidClose(({ document }) => {
    if (!isText(document)) return;
    const key = normalizeUri(document.uri);
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
function isText(document: OpenDocument): boolean {
  const given: { uri: unknown; text: unknown } = document;
  return typeof given.uri === "string" && typeof given.text === "string";
}

function openDocument(
  uri: string,
  version: number,
  text: string,
  syntax: Syntax,
): OpenDocument {
  let parsed: Document | undefined;
  return {
    uri,
    version,
    text,
    syntax,
    get document() {
      parsed ??= parse(text, syntax);
      return parsed;
    },
  };
}

/** Each change counts in the text that those before it leave. */
function changedDocument(
  old: OpenDocument,
  changes: readonly TextDocumentContentChangeEvent[],
  version: number,
): OpenDocument {
  const { uri, syntax } = old;
  const document = changes.reduce(changed, old.document);
  return { uri, version, text: document.text, syntax, document };
}

function changed(
  document: Document,
  change: TextDocumentContentChangeEvent,
): Document {
  if (typeof change.text !== "string") return document;
  if (!("range" in change)) return parse(change.text, document.syntax);
  const { start, end } = document.lines.spanOf(change.range);
  const span = { start: Math.min(start, end), end: Math.max(start, end) };
  return edit(document, [{ span, text: change.text }]);
}
