import type { Heading } from "./document.js";
import { labelKey } from "./label.js";
import type { OutlineDefinition } from "./outline.js";
import { blockStart, closes, type Fence } from "./scan-block-start.js";
import { scanTable } from "./scan-table.js";
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
      const texts = mayBeTable ? scanTable(text, rest) : [rest];
      if (!texts) isSure = false;
      else for (const one of texts) inline.push(one);
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
