import type { TextEdit } from "vscode-languageserver-types";
import type { Document } from "../document.js";
import type { Span } from "../span.js";

/** Edits inside this folder are spans; the protocol's ranges are made here, at the edge. */
export function textEdit(
  document: Document,
  span: Span,
  newText: string,
): TextEdit {
  return { range: document.lines.rangeOf(span), newText };
}
