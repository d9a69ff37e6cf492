import type { Definition, Document } from "../document.js";
import type { Span } from "../span.js";
import {
  firstLine,
  lastLine,
  lineStart,
  lineText,
} from "./definition-lines.js";

/** What definitions take with them: their lines, and the blank lines that would be left double. In order and apart. */
export function removedSpans(
  document: Document,
  definitions: readonly Definition[],
): Span[] {
  const removed = new Set<number>();
  const spans: Span[] = [];
  const behindMarker: Definition[] = [];
  for (const definition of definitions) {
    const first = firstLine(document, definition.span);
    const prefix = prefixOf(document, definition);
    const isOwn = /^[ \t>]*$/.test(prefix);
    if (!isOwn) behindMarker.push(definition);
    const last = lastLine(document, definition.span);
    for (let line = isOwn ? first : first + 1; line <= last; line++)
      removed.add(line);
  }
  const coveredLines = new Set<number>();
  for (const definition of behindMarker) {
    const span = spanBehindMarker(document, definition, removed);
    const first = firstLine(document, definition.span);
    if (!span) {
      removed.add(first);
      continue;
    }
    spans.push(span);
    const last = lastLine(document, definition.span);
    for (let line = first + 1; line <= last; line++) coveredLines.add(line);
  }
  for (const line of [...removed].sort((a, b) => a - b)) {
    if (!coveredLines.has(line)) addDoubleBlankLines(document, line, removed);
  }
  for (const line of removed) {
    if (!coveredLines.has(line)) spans.push(wholeLine(document, line, removed));
  }
  return union(spans);
}

/** What stands before a definition on its line: indentation, and the markers of the containers it is in. */
function prefixOf(document: Document, definition: Definition): string {
  const start = lineStart(document, firstLine(document, definition.span));
  return document.slice(start, definition.span.start);
}

/**
 * The definition opens a list item or a footnote: its marker stays for the rest of the item, which moves up behind it.
 * `undefined` where nothing is left but a marker that would be read as something else (a `-` below a paragraph is an
 * underline): then the line goes as a whole.
 */
function spanBehindMarker(
  document: Document,
  definition: Definition,
  removed: ReadonlySet<number>,
): Span | undefined {
  const prefix = prefixOf(document, definition);
  const first = firstLine(document, definition.span);
  const last = lastLine(document, definition.span);
  const block = document.blocks[definition.block]?.span ?? definition.span;
  const next = nextLine(document, last, removed, isEmpty);
  const nextStart = next === undefined ? block.end : lineStart(document, next);
  if (next !== undefined && nextStart < block.end) {
    const line = lineText(document, next);
    const lazy =
      next === last + 1 ? lazyContinuation.exec(line)?.[0] : undefined;
    const before = continuesItem(prefix, line) ? prefix : lazy;
    if (before !== undefined)
      return {
        start: definition.span.start,
        end: nextStart + before.length,
      };
  }
  const opensBlock = firstLine(document, block) === first;
  if (opensBlock && first > 0 && !isEmpty(lineText(document, first - 1)))
    return undefined;
  return {
    start: definition.span.start - (prefix.length - prefix.trimEnd().length),
    end: document.lines.line(last).end,
  };
}

/**
 * What stands before plain text: on the line right below a definition that is text of the same item however little it is
 * indented (CommonMark §5.2, laziness).
 */
const lazyContinuation = /^[ \t>]*(?!\d+[.)](?:[ \t]|$))(?=[\p{L}\p{N}[("'!])/u;

/** Whether a line belongs to the list item that `prefix` opened: indented as far, inside the same quotes. */
function continuesItem(prefix: string, line: string): boolean {
  if (prefix.includes("\t") || line.length <= prefix.length) return false;
  return [...prefix].every(
    (character, index) => line[index] === (character === ">" ? ">" : " "),
  );
}

/** Blank, or blank inside a quote. */
function isEmpty(line: string): boolean {
  return /^[ \t>]*$/.test(line);
}

function nextLine(
  document: Document,
  from: number,
  removed: ReadonlySet<number>,
  skip: (line: string) => boolean,
): number | undefined {
  for (let line = from + 1; line < document.lines.count; line++) {
    if (!removed.has(line) && !skip(lineText(document, line))) return line;
  }
  return undefined;
}

/** Where a removed line leaves blank lines on both sides, or next to the text's start or end, one side goes too. */
function addDoubleBlankLines(
  document: Document,
  line: number,
  removed: Set<number>,
): void {
  const above = neighbour(document, line, removed, -1);
  const below = neighbour(document, line, removed, 1);
  if (above.text !== undefined && !isEmpty(above.text)) return;
  if (below.text !== undefined && !isEmpty(below.text)) return;
  // The blank line of a quote goes rather than the one that parts the quote from what is outside.
  const quoted = (text: string | undefined) => text?.includes(">") ?? false;
  const upwards =
    below.text === undefined || (quoted(above.text) && !quoted(below.text));
  const only = upwards ? quoted(above.text) : quoted(below.text);
  let next = upwards ? above : below;
  while (
    next.text !== undefined &&
    isEmpty(next.text) &&
    (below.text === undefined || quoted(next.text) === only)
  ) {
    removed.add(next.line);
    next = neighbour(document, next.line, removed, upwards ? -1 : 1);
  }
}

interface Neighbour {
  readonly line: number;
  /** `undefined` beyond the start or end of the text. */
  readonly text: string | undefined;
}

function neighbour(
  document: Document,
  from: number,
  removed: ReadonlySet<number>,
  step: 1 | -1,
): Neighbour {
  const { lines } = document;
  // What follows the final line ending is no line of its own.
  const lastSpan = lines.line(lines.count - 1);
  const count = lastSpan.start === lastSpan.end ? lines.count - 1 : lines.count;
  let line = from + step;
  while (removed.has(line)) line += step;
  const exists = line >= 0 && line < count;
  return { line, text: exists ? lineText(document, line) : undefined };
}

/** A line with its line ending; for a text's last line with the one before it, so that the text ends as it did. */
function wholeLine(
  document: Document,
  line: number,
  removed: ReadonlySet<number>,
): Span {
  const { lines, length } = document;
  if (line + 1 < lines.count)
    return {
      start: lineStart(document, line),
      end: lineStart(document, line + 1),
    };
  const above = neighbour(document, line, removed, -1);
  return {
    start:
      above.text === undefined
        ? lineStart(document, 0)
        : lines.line(above.line).end,
    end: length,
  };
}

function union(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && span.start <= last.end)
      merged[merged.length - 1] = {
        start: last.start,
        end: Math.max(last.end, span.end),
      };
    else merged.push(span);
  }
  return merged;
}
