import type { TextEdit } from "vscode-languageserver-types";
import { differingMiddle } from "../markdown/differing-middle.js";
import { indexLines } from "../markdown/lines.js";

/** The edits that make one text of another, by whole lines: a cursor in a line that stays does not move. */
export function changedLines(before: string, after: string): TextEdit[] {
  const index = indexLines(before);
  const old = splitLines(before);
  const now = splitLines(after);
  const position = (line: number) =>
    line < old.length
      ? { line, character: 0 }
      : index.positionAt(before.length);
  return differences(old, now).map(
    ({ oldStart, oldEnd, newStart, newEnd }) => ({
      range: { start: position(oldStart), end: position(oldEnd) },
      newText: now.slice(newStart, newEnd).join(""),
    }),
  );
}

interface Difference {
  readonly oldStart: number;
  readonly oldEnd: number;
  readonly newStart: number;
  readonly newEnd: number;
}

/** Each line with its line ending; a text that ends in one has no empty last line. */
function splitLines(text: string): string[] {
  return text.match(/[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+$/g) ?? [];
}

/** Above this many comparisons (2,000 lines against 2,000) the middle of a text is replaced as one. */
const maxComparisons = 4_000_000;

function differences(
  old: readonly string[],
  now: readonly string[],
): Difference[] {
  const {
    start: first,
    ends: [oldLast, nowLast],
  } = differingMiddle(old, now);
  const rows = oldLast - first;
  const columns = nowLast - first;
  if (rows === 0 && columns === 0) return [];
  if (rows * columns > maxComparisons || rows === 0 || columns === 0)
    return [
      { oldStart: first, oldEnd: oldLast, newStart: first, newEnd: nowLast },
    ];

  // The length of the longest common subsequence of what follows each pair of lines.
  const width = columns + 1;
  const lengths = new Uint32Array((rows + 1) * width);
  const length = (row: number, column: number) =>
    lengths[row * width + column] ?? 0;
  for (let row = rows - 1; row >= 0; row--) {
    for (let column = columns - 1; column >= 0; column--) {
      lengths[row * width + column] =
        old[first + row] === now[first + column]
          ? length(row + 1, column + 1) + 1
          : Math.max(length(row + 1, column), length(row, column + 1));
    }
  }

  const found: Difference[] = [];
  let row = 0;
  let column = 0;
  while (row < rows || column < columns) {
    const start = { row, column };
    while (
      (row < rows || column < columns) &&
      !(
        row < rows &&
        column < columns &&
        old[first + row] === now[first + column]
      )
    ) {
      const dropOld =
        column >= columns ||
        (row < rows && length(row + 1, column) >= length(row, column + 1));
      if (dropOld) row++;
      else column++;
    }
    if (row > start.row || column > start.column)
      found.push({
        oldStart: first + start.row,
        oldEnd: first + row,
        newStart: first + start.column,
        newEnd: first + column,
      });
    while (
      row < rows &&
      column < columns &&
      old[first + row] === now[first + column]
    ) {
      row++;
      column++;
    }
  }
  return found;
}
