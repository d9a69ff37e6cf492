import type { Definition, Document } from "../document.js";
import type { Span } from "../span.js";
import type { Run } from "./definition-runs.js";

/**
 * Whether text stands on the line below a run's last definition. That text is a paragraph, and a quoted line would
 * become the title of another definition that comes to stand above it: the last definition must stay the last.
 */
export function isGlued(document: Document, run: Run): boolean {
  const below = lastLine(document, run.last.span);
  if (below + 1 >= document.lines.count) return false;
  return !isBlank(lineText(document, below + 1));
}

/** From the start of a definition's first line to the end of its last, without the line ending. */
export function ownLines(document: Document, definition: Definition): Span {
  return {
    start: lineStart(document, firstLine(document, definition.span)),
    end: document.lines.line(lastLine(document, definition.span)).end,
  };
}

export function firstLine(document: Document, span: Span): number {
  return document.lines.positionAt(span.start).line;
}

export function lastLine(document: Document, span: Span): number {
  return document.lines.positionAt(span.end).line;
}

/** Where a line's text starts: after a byte order mark. */
export function lineStart(document: Document, line: number): number {
  const { start } = document.lines.line(line);
  return start === 0 && document.charAt(0) === "\uFEFF" ? 1 : start;
}

export function lineText(document: Document, line: number): string {
  return document.slice(
    lineStart(document, line),
    document.lines.line(line).end,
  );
}

/** CommonMark §2.1: "a line containing no characters, or a line containing only spaces or tabs". */
export function isBlank(line: string): boolean {
  return /^[ \t]*$/.test(line);
}
