import type { TextEdit } from "vscode-languageserver-types";
import type { Definition, Document } from "../document.js";
import { isGlued, ownLines } from "./definition-lines.js";
import { inNaturalOrder } from "./definition-order.js";
import { definitionRuns, type Run } from "./definition-runs.js";
import { textEdit } from "./text-edit.js";

/** Puts the definitions of each run in natural order; their lines move as they are, and nothing else moves. */
export function sortDefinitions(document: Document): TextEdit[] {
  return definitionRuns(document).flatMap((run) => sortRun(document, run));
}

function sortRun(document: Document, run: Run): TextEdit[] {
  const all = [...run];
  const movable = isGlued(document, run) ? all.slice(0, -1) : all;
  const sorted = inNaturalOrder(movable);
  if (changesContainer(document, movable[0], sorted[0])) return [];
  return movable.flatMap((definition, index) => {
    const moved = sorted[index];
    if (!moved || moved === definition) return [];
    const { start, end } = ownLines(document, moved);
    return [
      textEdit(
        document,
        ownLines(document, definition),
        document.slice(start, end),
      ),
    ];
  });
}

/** A definition that is indented would become part of a list or footnote that stands above the run. */
function changesContainer(
  document: Document,
  first: Definition | undefined,
  newFirst: Definition | undefined,
): boolean {
  if (!first || !newFirst || first === newFirst) return false;
  const above = document.blocks[first.block - 1]?.type;
  return (
    (above === "list" || above === "footnoteDefinition") &&
    ownLines(document, newFirst).start < newFirst.span.start
  );
}
