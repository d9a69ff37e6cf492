import type { Position, Range, TextEdit } from "vscode-languageserver-types";
import type { Document } from "../markdown/document.js";
import { renameLabel } from "../markdown/edits/rename-label.js";
import { labelAt } from "./label-at.js";

/** What a rename would replace, and what it starts from; undefined where no label is. */
export function prepareRename(
  document: Document,
  position: Position,
): { range: Range; placeholder: string } | undefined {
  const { lines } = document;
  const at = labelAt(document, lines.offsetAt(position));
  return at && { range: lines.rangeOf(at.labelSpan), placeholder: at.label };
}

/** The label under the cursor gets another name, in all its uses and its definition; or why it cannot. */
export function rename(
  document: Document,
  position: Position,
  newName: string,
): { edits: TextEdit[] } | { problem: string } {
  const at = labelAt(document, document.lines.offsetAt(position));
  return at
    ? renameLabel(document, at.key, newName)
    : { problem: "There is no label here to rename." };
}
