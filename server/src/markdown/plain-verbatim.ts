import type { Span } from "./span.js";

/** A block whose text nobody reads as Markdown. */
export interface Verbatim {
  readonly type: "code" | "html";
  readonly span: Span;
  /** What a comment says. */
  readonly comment?: string;
}

const fence = /(?:(`{3,})[^`\n\r]*|(~{3,})[^\n\r]*)\n/y;

/** The fenced code or the comment that begins here and stands in lines of its own; `undefined` where only a parser can tell. */
export function plainVerbatim(
  text: string,
  start: number,
): Verbatim | undefined {
  switch (text[start]) {
    case "`":
    case "~":
      return fencedCode(text, start);
    case "<":
      return comment(text, start);
    default:
      return undefined;
  }
}

function fencedCode(text: string, start: number): Verbatim | undefined {
  fence.lastIndex = start;
  const [, backticks, tildes] = fence.exec(text) ?? [];
  const opening = backticks ?? tildes;
  if (opening === undefined) return undefined;
  // Closed by the first line of at least as many; one with white space around it is left to the parser.
  let line = fence.lastIndex;
  for (;;) {
    const lineFeed = text.indexOf("\n", line);
    const end = lineFeed === -1 ? text.length : lineFeed;
    if (/^ {0,3}(?:`{3}|~{3})/.test(text.slice(line, line + 6))) {
      const found = text.slice(line, end);
      if (found.trim() === opening[0]?.repeat(found.trim().length)) {
        if (found.trim().length >= opening.length)
          return found === found.trim()
            ? { type: "code", span: { start, end } }
            : undefined;
      }
    }
    if (lineFeed === -1) return undefined;
    line = end + 1;
  }
}

function comment(text: string, start: number): Verbatim | undefined {
  if (!text.startsWith("<!--", start)) return undefined;
  const close = text.indexOf("-->", start + 4);
  if (close === -1) return undefined;
  const value = text.slice(start + 4, close);
  // `<!-->` is a whole comment.
  return /^-?>/.test(value) ||
    !(close + 3 === text.length || text[close + 3] === "\n")
    ? undefined
    : { type: "html", span: { start, end: close + 3 }, comment: value };
}
