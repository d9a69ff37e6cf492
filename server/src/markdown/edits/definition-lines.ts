import type { Definition, Document } from "../document.js";
import type { Span } from "../span.js";

/** Definitions outside lists and quotes that stand on adjacent lines. */
export type Run = readonly [Definition, ...Definition[]];

/** The runs of a document, in order; definitions inside other blocks belong to none. */
export function definitionRuns(document: Document): Run[] {
  const runs: [Definition, ...Definition[]][] = [];
  for (const definition of document.definitions) {
    if (document.blocks[definition.block]?.type !== "definition") continue;
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && areAdjacent(document, last, definition))
      run.push(definition);
    else runs.push([definition]);
  }
  return runs;
}

function areAdjacent(
  document: Document,
  above: Definition,
  below: Definition,
): boolean {
  return lastLine(document, above.span) + 1 === firstLine(document, below.span);
}

/**
 * Whether text stands on the line below a run's last definition. That text is a paragraph, and a quoted line would
 * become the title of another definition that comes to stand above it: the last definition must stay the last.
 */
export function isGlued(document: Document, run: Run): boolean {
  const below = lastLine(document, run[run.length - 1]?.span ?? run[0].span);
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
  return start === 0 && document.text.startsWith("\uFEFF") ? 1 : start;
}

export function lineText(document: Document, line: number): string {
  return document.text.slice(
    lineStart(document, line),
    document.lines.line(line).end,
  );
}

/** CommonMark §2.1: "a line containing no characters, or a line containing only spaces or tabs". */
export function isBlank(line: string): boolean {
  return /^[ \t]*$/.test(line);
}
