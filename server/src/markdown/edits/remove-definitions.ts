import type { TextEdit } from "vscode-languageserver-types";
import type { Definition, Document } from "../document.js";
import { keepsTheRest } from "./keeps-the-rest.js";
import { removedSpans } from "./removed-spans.js";
import { textEdit } from "./text-edit.js";

/**
 * Takes definitions out with their lines, and the blank lines that would be left double. A definition stays where the text
 * around it would be read in another way without it: one that parts a list from an indented line, for example.
 */
export function removeDefinitions(
  document: Document,
  definitions: readonly Definition[],
): TextEdit[] {
  return removedSpans(document, removable(document, [], definitions)).map(
    (span) => textEdit(document, span, ""),
  );
}

/** `taken`, which can go together, and those of `wanted` that can go with them. */
function removable(
  document: Document,
  taken: readonly Definition[],
  wanted: readonly Definition[],
): readonly Definition[] {
  const all = [...taken, ...wanted];
  if (
    wanted.length === 0 ||
    keepsTheRest(document, all, removedSpans(document, all))
  )
    return all;
  if (wanted.length === 1) return taken;
  const middle = wanted.length >>> 1;
  const first = removable(document, taken, wanted.slice(0, middle));
  return removable(document, first, wanted.slice(middle));
}
