import type { Document } from "../markdown/document.js";

/** The `[` that the `]` at `close` closes, at `from` or behind it: where a line starts. */
export function openingBracket(
  document: Document,
  from: number,
  close: number,
): number | undefined {
  const text = document.slice(from, close + 1);
  if (isEscaped(text, close - from)) return undefined;
  let depth = 1;
  for (let at = close - from - 1; at >= 0; at--) {
    if (isEscaped(text, at)) continue;
    if (text[at] === "]") depth++;
    if (text[at] === "[" && --depth === 0) return from + at;
  }
  return undefined;
}

/** The last `[` in `from … to` that no `]` there closes. */
export function openBracket(
  document: Document,
  from: number,
  to: number,
): number | undefined {
  const text = document.slice(from, to);
  let depth = 0;
  for (let at = text.length - 1; at >= 0; at--) {
    if (isEscaped(text, at)) continue;
    if (text[at] === "]") depth++;
    if (text[at] === "[" && depth-- === 0) return from + at;
  }
  return undefined;
}

export function isEscaped(text: string, offset: number): boolean {
  let backslashes = 0;
  while (text[offset - 1 - backslashes] === "\\") backslashes++;
  return backslashes % 2 === 1;
}

/** Where the paragraph begins that an offset lies in, as far as blank lines, list items and headings show it. */
export function paragraphStart(document: Document, offset: number): number {
  const { lines } = document;
  let row = lines.positionAt(offset).line;
  const lineAt = (index: number) => {
    const { start, end } = lines.line(index);
    return document.slice(start, end);
  };
  while (
    row > 0 &&
    !/^[\s>]*(?:[-*+]|\d{1,9}[.)]|#{1,6})\s/.test(lineAt(row)) &&
    !/^[\s>]*$/.test(lineAt(row - 1))
  )
    row--;
  return lines.line(row).start;
}
