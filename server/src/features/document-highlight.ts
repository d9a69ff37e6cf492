import {
  type DocumentHighlight,
  DocumentHighlightKind,
  type Position,
} from "vscode-languageserver-types";
import type { Document } from "../markdown/document.js";
import { definitionsOf, referencesOf } from "../markdown/label-places.js";
import { labelAt } from "./label-at.js";

/** Every use of the label under the cursor and its definitions; of `[[x]]` the inner `x` alone. */
export function documentHighlights(
  document: Document,
  position: Position,
): DocumentHighlight[] {
  const { lines } = document;
  const at = labelAt(document, lines.offsetAt(position));
  if (!at) return [];
  return [
    ...referencesOf(document, at.key).map(({ labelSpan }) => ({
      range: lines.rangeOf(labelSpan),
      kind: DocumentHighlightKind.Read,
    })),
    ...definitionsOf(document, at.key).map(({ labelSpan }) => ({
      range: lines.rangeOf(labelSpan),
      kind: DocumentHighlightKind.Write,
    })),
  ];
}
