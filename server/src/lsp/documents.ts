import {
  type Connection,
  type Range,
  type TextDocumentContentChangeEvent,
  TextDocuments,
} from "vscode-languageserver";
import type { Document } from "../markdown/document.js";
import { edit } from "../markdown/edit.js";
import { indexLines, type Lines } from "../markdown/lines.js";
import { parse } from "../markdown/parse.js";
import type { Span } from "../markdown/span.js";
import type { Syntax } from "../markdown/syntax.js";
import { isSiteFileUri } from "../workspace/site-files.js";
import { normalizeUri } from "./uris.js";

/** One version of an open text. Immutable. */
export interface OpenDocument {
  /** As the client spells it. */
  readonly uri: string;
  readonly version: number;
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
  /** A text that is no post but may tell of a site was opened, has another version, or (`undefined`) was closed. */
  siteTextChanged(uri: string, text: string | undefined): void;
}

/** A list of authors or tags, as far as one can tell. */
interface SiteText {
  readonly uri: string;
  readonly text: string;
}

/**
 * Open documents as immutable snapshots: a handler that awaits keeps the text it began with, and what an edit leaves
 * alone is shared.
 */
export function createDocuments(
  connection: Connection,
  listener: Listener,
): OpenDocuments {
  const texts = new TextDocuments<OpenDocument | SiteText>({
    create: (uri, languageId, version, text) =>
      isSiteText(uri, languageId) || typeof text !== "string"
        ? { uri, text }
        : new OpenedText(uri, version, text, syntaxOf(uri, languageId)),
    update: (old, changes, version) =>
      isPost(old)
        ? changedDocument(old, changes, version)
        : changedText(old, changes),
  });
  const open = new Map<string, OpenDocument>();
  texts.onDidChangeContent(({ document: snapshot }) => {
    if (!isText(snapshot)) return;
    const key = normalizeUri(snapshot.uri);
    if (!isPost(snapshot)) return listener.siteTextChanged(key, snapshot.text);
    open.set(key, snapshot);
    listener.changed(snapshot);
  });
  texts.onDidClose(({ document }) => {
    if (!isText(document)) return;
    const key = normalizeUri(document.uri);
    if (!isPost(document)) return listener.siteTextChanged(key, undefined);
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

/** Editors name languages as they like; what is none of these is a post. */
function isSiteText(uri: string, languageId: string): boolean {
  return isSiteFileUri(uri) || /^(?:yaml|json[c5]?)$/.test(languageId);
}

function isPost(text: OpenDocument | SiteText): text is OpenDocument {
  return "syntax" in text;
}

/** A client may send anything. */
function isText(document: OpenDocument | SiteText): boolean {
  const { uri, text }: { uri: unknown; text?: unknown } = document;
  return (
    typeof uri === "string" && (isPost(document) || typeof text === "string")
  );
}

/** A text that was opened: read when somebody first asks. */
class OpenedText implements OpenDocument {
  readonly uri: string;
  readonly version: number;
  readonly syntax: Syntax;
  /** Until it is read. */
  #text: string | undefined;
  #document: Document | undefined;

  constructor(uri: string, version: number, text: string, syntax: Syntax) {
    this.uri = uri;
    this.version = version;
    this.#text = text;
    this.syntax = syntax;
  }

  get document() {
    this.#document ??= parse(this.#text ?? "", this.syntax);
    this.#text = undefined;
    return this.#document;
  }
}

/** Each change counts in the text that those before it leave. */
function changedDocument(
  old: OpenDocument,
  changes: readonly TextDocumentContentChangeEvent[],
  version: number,
): OpenDocument {
  const { uri, syntax } = old;
  const document = changes.reduce(changed, old.document);
  return { uri, version, syntax, document };
}

function changed(
  document: Document,
  change: TextDocumentContentChangeEvent,
): Document {
  if (typeof change.text !== "string") return document;
  if (!("range" in change)) return parse(change.text, document.syntax);
  const span = changedSpan(document.lines, change.range);
  return edit(document, [{ span, text: change.text }]);
}

function changedText(
  { uri, text: before }: SiteText,
  changes: readonly TextDocumentContentChangeEvent[],
): SiteText {
  const text = changes.reduce((text, change) => {
    if (typeof change.text !== "string") return text;
    if (!("range" in change)) return change.text;
    const { start, end } = changedSpan(indexLines(text), change.range);
    return text.slice(0, start) + change.text + text.slice(end);
  }, before);
  return { uri, text };
}

function changedSpan(lines: Lines, range: Range): Span {
  const { start, end } = lines.spanOf(range);
  return { start: Math.min(start, end), end: Math.max(start, end) };
}
