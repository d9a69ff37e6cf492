import type { Document } from "../markdown/document.js";

/** The `[` that the `]` at `close` closes, at `from` or behind it. */
export function openingBracket(
  text: string,
  from: number,
  close: number,
): number | undefined {
  if (isEscaped(text, close)) return undefined;
  let depth = 1;
  for (let at = close - 1; at >= from; at--) {
    if (isEscaped(text, at)) continue;
    if (text[at] === "]") depth++;
    if (text[at] === "[" && --depth === 0) return at;
  }
  return undefined;
}

/** The last `[` in `from … to` that no `]` there closes. */
export function openBracket(
  text: string,
  from: number,
  to: number,
): number | undefined {
  let depth = 0;
  for (let at = to - 1; at >= from; at--) {
    if (isEscaped(text, at)) continue;
    if (text[at] === "]") depth++;
    if (text[at] === "[" && depth-- === 0) return at;
  }
  return undefined;
}

export function isEscaped(text: string, offset: number): boolean {
  let backslashes = 0;
  while (text[offset - 1 - backslashes] === "\\") backslashes++;
  return backslashes % 2 === 1;
}

/** Where the paragraph begins that an offset lies in, as far as blank lines, list items and headings show it. */
export function paragraphStart(
  { text, lines }: Document,
  offset: number,
): number {
  let row = lines.positionAt(offset).line;
  const lineAt = (index: number) => {
    const { start, end } = lines.line(index);
    return text.slice(start, end);
  };
  while (
    row > 0 &&
    !/^[\s>]*(?:[-*+]|\d{1,9}[.)]|#{1,6})\s/.test(lineAt(row)) &&
    !/^[\s>]*$/.test(lineAt(row - 1))
  )
    row--;
  return lines.line(row).start;
}
