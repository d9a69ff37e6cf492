import type { Span } from "./span.js";

/**
 * The texts of a paragraph with a line that a delimiter row could be: itself, or the cells of its table where it is one;
 * `undefined` where that is not known here.
 */
export function scanTable(text: string, span: Span): Span[] | undefined {
  const { start, end } = span;
  const whole = text.slice(start, end);
  if (!/^[ \t]*\|?[ \t]*:?-/m.test(whole)) return [span];
  const rows = whole.split("\n");
  const columns = cellCount(rows[1] ?? "");
  if (!/^\|(?:[ \t]*:?-+:?[ \t]*\|)+\r?$/.test(rows[1] ?? "")) return undefined;
  let at = start;
  const cells: Span[] = [];
  for (const [index, row] of rows.entries()) {
    if (/[`\\]/.test(row) || cellCount(row) !== columns) return undefined;
    if (index !== 1) for (const cell of cellsOf(row, at)) cells.push(cell);
    at += row.length + 1;
  }
  return cells;
}

/** Of a row that begins and ends with a bar; 0 for others. */
function cellCount(row: string): number {
  return /^\|.*\|\r?$/.test(row) ? row.split("|").length - 2 : 0;
}

function cellsOf(row: string, start: number): Span[] {
  return [...row.matchAll(/[^|\r]+/g)].flatMap(({ 0: cell, index }) => {
    const content = cell.trim();
    const at = start + index + cell.indexOf(content);
    return content ? [{ start: at, end: at + content.length }] : [];
  });
}
