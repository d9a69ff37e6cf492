import type { TextEdit } from "vscode-languageserver-types";
import type { Document } from "../document.js";
import { indexLines, type Lines } from "../lines.js";

/**
 * The text with the edits made, which all speak of the text as it is. Insertions at one place keep their order.
 * Throws a RangeError where two edits overlap: there is no right answer, and dropping one would hide a mistake.
 */
export function applyEdits(
  source: Document | string,
  edits: readonly TextEdit[],
): string {
  const { text, lines } =
    typeof source === "string"
      ? { text: source, lines: indexLines(source) }
      : source;
  let result = "";
  let done = 0;
  for (const { start, end, newText } of inOrder(lines, edits)) {
    if (start < done) {
      throw new RangeError(
        `Two edits overlap at line ${lines.positionAt(start).line + 1}`,
      );
    }
    result += text.slice(done, start) + newText;
    done = end;
  }
  return result + text.slice(done);
}

function inOrder(lines: Lines, edits: readonly TextEdit[]) {
  return edits
    .map(({ range, newText }) => ({ ...lines.spanOf(range), newText }))
    .sort((a, b) => a.start - b.start || a.end - b.end);
}
