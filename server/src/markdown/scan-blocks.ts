import type { Heading } from "./document.js";
import { labelKey } from "./label.js";
import type { OutlineDefinition } from "./outline.js";
import type { Span } from "./span.js";

/** A text that is read for brackets: of a paragraph, a heading or a table's cell, without the white space around it. */
export interface InlineBlock extends Span {
  /** Of a heading. */
  readonly depth?: Heading["depth"];
}

export interface Blocks {
  readonly definitions: readonly OutlineDefinition[];
  readonly inline: readonly InlineBlock[];
}

/** The blocks of a text from where its front matter ends; `undefined` where something stands that is not known here. */
export function scanBlocks(text: string, from: number): Blocks | undefined {
  const definitions: OutlineDefinition[] = [];
  const inline: InlineBlock[] = [];
  /** The columns where the content of the open list items begins, outermost first. */
  const items: number[] = [];
  let paragraph: Paragraph | undefined;
  let fence: (Fence & { readonly column: number }) | undefined;
  /** Whether the line before is one of white space. */
  let isAfterBlank = true;
  let isSure = true;

  function closeParagraph(): void {
    if (!paragraph) return;
    const rest = readDefinitions(text, paragraph, definitions);
    const { mayBeTable } = paragraph;
    paragraph = undefined;
    if (!rest) isSure = false;
    else if (rest.start < rest.end) {
      if (!mayBeTable) inline.push(rest);
      else isSure &&= addTable(text, rest, inline);
    }
  }

  /** Returns where the next line starts. */
  function readLine(start: number): number {
    const lineFeed = text.indexOf("\n", start);
    const next = lineFeed === -1 ? text.length : lineFeed + 1;
    const end = endOfText(text, start, lineFeed === -1 ? next : lineFeed);
    let at = start;
    while (text.charCodeAt(at) === space) at++;
    const isBlankLine = at >= end;
    let after = next;
    if (fence) {
      if (!isBlankLine) readFence(at - start, at, end);
    } else if (isBlankLine) closeParagraph();
    else after = readBlock(start, at, end, next);
    isAfterBlank = isBlankLine;
    return after;
  }

  function readFence(column: number, at: number, end: number): void {
    if (!fence) return;
    if (column < fence.column) isSure = false;
    else if (column - fence.column < 4 && closes(text.slice(at, end), fence))
      fence = undefined;
  }

  function addLine(at: number, end: number): void {
    paragraph ??= { start: at, end, mayBeTable: false };
    paragraph.end = end;
    paragraph.mayBeTable ||= /[-|:]/.test(text.charAt(at));
  }

  function readBlock(
    lineStart: number,
    from: number,
    end: number,
    next: number,
  ): number {
    let at = from;
    let depth = 0;
    while ((items[depth] ?? Infinity) <= at - lineStart) depth++;
    let interrupts = !isAfterBlank && depth === items.length;
    for (;;) {
      const column = at - lineStart - (items[depth - 1] ?? 0);
      if (column >= 4 || text.charCodeAt(at) === tab) {
        // Code, unless it goes on with a paragraph; tabs have columns of their own.
        if (text.charCodeAt(at) === tab) isSure = false;
        if (paragraph) addLine(at, end);
        else items.length = depth;
        return next;
      }
      const line = text.slice(at, end);
      const start = blockStart(line, paragraph !== undefined, interrupts);
      if (start === "unsure") {
        isSure = false;
        return next;
      }
      if (start === "text") {
        if (!paragraph) items.length = depth;
        addLine(at, end);
        return next;
      }
      closeParagraph();
      items.length = depth;
      if (start === "break") return next;
      if (start === "heading") {
        isSure &&= addHeading(text, at, end, inline);
        return next;
      }
      if (start === "comment") {
        const close = text.indexOf("-->", at + 4);
        if (close === -1 || depth > 0) isSure = false;
        const lineFeed = text.indexOf("\n", close);
        return lineFeed === -1 ? text.length : lineFeed + 1;
      }
      if (typeof start !== "number") {
        fence = { ...start, column: items.at(-1) ?? 0 };
        return next;
      }
      items.push(at - lineStart + start);
      at += start;
      depth++;
      interrupts = false;
    }
  }

  let position = from;
  while (position < text.length && isSure) position = readLine(position);
  closeParagraph();
  return isSure ? { definitions, inline } : undefined;
}

const space = 32;
const tab = 9;

interface Paragraph {
  readonly start: number;
  end: number;
  mayBeTable: boolean;
}

interface Fence {
  readonly marker: string;
}

/**
 * What begins at the first character of a line, if anything but text does; for a list item how many columns before its
 * content.
 */
function blockStart(
  line: string,
  inParagraph: boolean,
  interrupts: boolean,
): "text" | "break" | "heading" | "comment" | "unsure" | number | Fence {
  switch (line[0]) {
    case "#":
      return /^#{1,6}(?![^ \t])/.test(line) ? "heading" : "text";
    case "`":
    case "~": {
      const marker = /^(?:`{3,}(?=[^`]*$)|~{3,})/.exec(line)?.[0];
      return marker === undefined ? "text" : { marker };
    }
    case "<":
      if (/^<!--(?!-?>)/.test(line)) return "comment";
      return /^<[a-z/!?](?![a-z\d+.-]*:)/i.test(line) ? "unsure" : "text";
    case ">":
      return "unsure";
    case "[":
      return line[1] === "^" ? "unsure" : "text";
    case "=":
      return inParagraph && /^=+$/.test(line) ? "unsure" : "text";
    case ":":
      return line[1] === ":" || /^[-:| ]+$/.test(line) ? "unsure" : "text";
    case "-":
    case "+":
    case "*":
    case "_":
      if (/^(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/.test(line))
        return inParagraph && line[0] === "-" ? "unsure" : "break";
      if (/^(?:[-+*]|--)$|^[-:| ]+$|^[-+*](?:\t| {5})/.test(line))
        return "unsure";
      return /^[-+*] +/.exec(line)?.[0].length ?? "text";
    default:
      return /^\d/.test(line) ? numberedStart(line, interrupts) : "text";
  }
}

function numberedStart(line: string, interrupts: boolean) {
  const marker = /^(\d{1,9})[.)](?![^ \t])/.exec(line);
  if (!marker) return "text";
  // Only the first of a list may follow something else without a blank line.
  if (interrupts && marker[1] !== "1") return "unsure";
  const length = /^\d+[.)] {1,4}(?=[^ \t])/.exec(line)?.[0].length;
  return length ?? "unsure";
}

function closes(line: string, { marker }: Fence): boolean {
  const run = /^(?:`+|~+)(?=[ \t]*$)/.exec(line)?.[0];
  return (
    run !== undefined && run[0] === marker[0] && run.length >= marker.length
  );
}

/** Without the white space and carriage return before it. */
function endOfText(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && isBlank(text.charCodeAt(at - 1))) at--;
  return at;
}

function isBlank(code: number): boolean {
  return code === space || code === tab || code === 13 || code === 10;
}

const depths = [1, 2, 3, 4, 5, 6] as const;

function addHeading(
  text: string,
  start: number,
  end: number,
  inline: InlineBlock[],
): boolean {
  const line = text.slice(start, end);
  const [prefix = "", marks = ""] = /^(#+)[ \t]*/.exec(line) ?? [];
  const opening = prefix.length;
  const depth = depths[marks.length - 1];
  const closing = /[ \t]#+$/.exec(line);
  const content = endOfText(text, start, closing ? start + closing.index : end);
  if (!depth || content <= start + opening) return false;
  inline.push({ depth, start: start + opening, end: content });
  return true;
}

const definitionPattern =
  /\[((?:[^[\]\\]|\\.)+)\]:[ \t]*(?:<([^<>\\&\r\n]*)>|([^\s<>()\\&]+))([ \t]+(?:"[^"\\\r\n]*"|'[^'\\\r\n]*'|\([^()\\\r\n]*\)))?[ \t]*(?:\r?\n|$)/dsy;

/** Takes the definitions a paragraph begins with. Answers what is left of it, or `undefined` if that is not known here. */
function readDefinitions(
  text: string,
  { start, end }: Paragraph,
  definitions: OutlineDefinition[],
): Span | undefined {
  let at = start;
  while (at < end && text[at] === "[") {
    definitionPattern.lastIndex = at;
    const match = definitionPattern.exec(text);
    const [, labels, angled, raw, titles] = match?.indices ?? [];
    const destination = angled ?? raw;
    if (!match || !labels || !destination || destination[1] > end) break;
    const label = match[1] ?? "";
    if (!isPlainLabel(label)) return undefined;
    let next = definitionPattern.lastIndex;
    while (isBlank(text.charCodeAt(next)) && next < end) next++;
    // A title may stand on a line of its own.
    if (!titles && next < end && /["'(]/.test(text.charAt(next)))
      return undefined;
    definitions.push({
      label,
      key: labelKey(label),
      destination: text.slice(...destination),
      span: {
        start: at,
        end: titles?.[1] ?? destination[1] + (angled ? 1 : 0),
      },
      labelSpan: { start: labels[0], end: labels[1] },
      destinationSpan: { start: destination[0], end: destination[1] },
    });
    at = next;
  }
  attemptPattern.lastIndex = at;
  return at < end && attemptPattern.test(text) ? undefined : { start: at, end };
}

/** What may be a definition of a more unusual kind. */
const attemptPattern = /\[(?:[^[\]\\]|\\.)*\]:|\[\^/sy;

function isPlainLabel(label: string): boolean {
  return label.length < 900 && !label.startsWith("^") && /\S/.test(label);
}

/** A paragraph with a line that a delimiter row could be; where it is one, the cells of its table. */
function addTable(text: string, span: Span, inline: InlineBlock[]): boolean {
  const { start, end } = span;
  const whole = text.slice(start, end);
  if (!/^[ \t]*\|?[ \t]*:?-/m.test(whole)) {
    inline.push(span);
    return true;
  }
  const rows = whole.split("\n");
  const columns = cellCount(rows[1] ?? "");
  if (!/^\|(?:[ \t]*:?-+:?[ \t]*\|)+\r?$/.test(rows[1] ?? "")) return false;
  let at = start;
  for (const [index, row] of rows.entries()) {
    if (/[`\\]/.test(row) || cellCount(row) !== columns) return false;
    if (index !== 1) addCells(row, at, inline);
    at += row.length + 1;
  }
  return true;
}

/** Of a row that begins and ends with a bar; 0 for others. */
function cellCount(row: string): number {
  return /^\|.*\|\r?$/.test(row) ? row.split("|").length - 2 : 0;
}

function addCells(row: string, start: number, inline: InlineBlock[]): void {
  for (const { 0: cell, index } of row.matchAll(/[^|\r]+/g)) {
    const content = cell.trim();
    const at = start + index + cell.indexOf(content);
    if (content) inline.push({ start: at, end: at + content.length });
  }
}
