import type { Position, Range } from "vscode-languageserver-types";
import type { Span } from "./span.js";

/**
 * Where the lines of a text begin: converts between offsets and the Language Server Protocol's positions.
 * Lines end at `\n`, `\r\n` or a lone `\r`, as in both CommonMark (§2.1) and the protocol; columns are UTF-16 code units.
 */
export interface Lines {
  readonly count: number;
  /** Positions beyond the text are moved to its end, columns beyond a line to the end of that line. */
  offsetAt(position: Position): number;
  positionAt(offset: number): Position;
  rangeOf(span: Span): Range;
  spanOf(range: Range): Span;
  /** The line without its line ending. */
  line(index: number): Span;
}

export function indexLines(text: string): Lines {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 13 && text.charCodeAt(i + 1) === 10) i++;
    if (code === 10 || code === 13) starts.push(i + 1);
  }
  return linesBy({
    length: text.length,
    codeAt: (offset) => text.charCodeAt(offset),
    count: starts.length,
    startOf: (index) => starts[index] ?? text.length,
    lineAt: (offset) => lastUpTo(starts, offset),
  });
}

interface LineStarts {
  /** Of the text. */
  readonly length: number;
  /** The code unit at an offset within the text. */
  codeAt(offset: number): number | undefined;
  readonly count: number;
  /** The end of the text for a line beyond the last. */
  startOf(index: number): number;
  /** The line an offset within the text is in. */
  lineAt(offset: number): number;
}

export function linesBy({
  length,
  codeAt,
  count,
  startOf,
  lineAt,
}: LineStarts): Lines {
  function line(index: number): Span {
    const start = startOf(index);
    let end = startOf(index + 1);
    if (index + 1 < count) {
      if (codeAt(end - 1) === 10) end--;
      if (end > start && codeAt(end - 1) === 13) end--;
    }
    return { start, end };
  }

  function offsetAt({ line: index, character }: Position): number {
    if (index < 0) return 0;
    if (index >= count) return length;
    const { start, end } = line(index);
    return Math.min(start + Math.max(character, 0), end);
  }

  function positionAt(offset: number): Position {
    const clamped = Math.max(0, Math.min(offset, length));
    const index = lineAt(clamped);
    return { line: index, character: clamped - startOf(index) };
  }

  return {
    count,
    line,
    offsetAt,
    positionAt,
    rangeOf: ({ start, end }) => ({
      start: positionAt(start),
      end: positionAt(end),
    }),
    spanOf: ({ start, end }) => ({
      start: offsetAt(start),
      end: offsetAt(end),
    }),
  };
}

/** The index of the last of some ascending numbers that is not greater; 0 where even the first is. */
export function lastUpTo(ascending: readonly number[], value: number): number {
  let low = 0;
  let high = ascending.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((ascending[middle] ?? Infinity) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
