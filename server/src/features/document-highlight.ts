import {
  type DocumentHighlight,
  DocumentHighlightKind,
  type Position,
} from "vscode-languageserver-types";
import type { Document } from "../markdown/document.js";
import { labelAt } from "./label-at.js";

/** Every use of the label under the cursor and its definitions; of `[[x]]` the inner `x` alone. */
export function documentHighlights(
  document: Document,
  position: Position,
): DocumentHighlight[] {
  const { lines, references, definitions } = document;
  const at = labelAt(document, lines.offsetAt(position));
  if (!at) return [];
  const ofLabel = ({ key }: { key: string }) => key === at.key;
  return [
    ...references.filter(ofLabel).map(({ labelSpan }) => ({
      range: lines.rangeOf(labelSpan),
      kind: DocumentHighlightKind.Read,
    })),
    ...definitions.filter(ofLabel).map(({ labelSpan }) => ({
      range: lines.rangeOf(labelSpan),
      kind: DocumentHighlightKind.Write,
    })),
  ];
}
