import { isBoundary, isListMarkerAt } from "./boundaries.js";
import type { Chunk } from "./chunk.js";
import { detached } from "./detached.js";
import type { Block, Heading } from "./document.js";
import { frontMatterAt } from "./front-matter.js";
import type { Name } from "./names.js";
import { block, plainChunk, type Said } from "./plain-chunk.js";
import { readDefinitions } from "./plain-definitions.js";
import { nothingFound, readPlainText } from "./plain-inline.js";
import { plainCells } from "./plain-table.js";
import { plainVerbatim, type Verbatim } from "./plain-verbatim.js";
import type { Reader } from "./read-part.js";

/**
 * Reads the chunk that begins at a boundary without a parser, where the text is so plain that there is no doubt about what
 * a parser would make of it: most of a report is. Everything else, and whatever might be something else, is left to
 * micromark, which takes twenty times as long. The tests compare both on random edits of random texts.
 *
 * Plain are headings, paragraphs, bullet lists (two more spaces for each level) and definitions, in lines that begin with
 * what can begin nothing else, with the inline constructs of `readPlainText`; tables of those; fenced code and comments
 * between blank lines.
 */
export function readPlain(
  { text, syntax, isDefined }: Reader,
  start: number,
  end: number,
): Chunk | undefined {
  if (syntax !== "commonmark") return undefined;
  const verbatim = plainVerbatim(text, start);
  if (verbatim) return readVerbatim(text, end, verbatim);
  const run = readDefinitions(text, start, end);
  if (run) return plainChunk(text, run.end, run.source, run);
  const extent = extentOf(text, start);
  if (!extent || extent.end > end) return undefined;
  const source = detached(text.slice(start, extent.end));
  const said = readText(source.slice(0, extent.bodyEnd - start), isDefined);
  return said && plainChunk(text, extent.end, source, said);
}

/**
 * Escapes, HTML, autolinks, e-mail addresses, expressions, images, footnotes, lines of white space, any white space but
 * spaces at the end of a line, and control characters.
 */
const hasMeaning =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\0-\x09\x0B-\x1F\x7F-\x9F\\<{}\uFEFF]|[-.\w+]@|[Ww]{3}\.|\n +(?:\n|$)|[^\S\n ](?:\n|$)|!\[|\[\^/;

function readText(
  body: string,
  isDefined: (name: Name) => boolean,
): Said | undefined {
  if (hasMeaning.test(body)) return undefined;
  return body.includes("|")
    ? readTable(body, isDefined)
    : readBlocks(body, isDefined);
}

function readVerbatim(
  text: string,
  end: number,
  { type, span, comment }: Verbatim,
): Chunk | undefined {
  let next = span.end;
  while (text.charCodeAt(next) === 10) next++;
  const isAlone =
    next === text.length || (next > span.end + 1 && isBoundary(text, next));
  // What stands behind code may be one with it: an empty item begins no list behind indented code, for micromark.
  if (next > end || !isAlone || (type === "code" && isListMarkerAt(text, next)))
    return undefined;
  const source = detached(text.slice(span.start, next));
  if (/[\r\0\uFEFF]/.test(source)) return undefined;
  const length = span.end - span.start;
  return plainChunk(text, next, source, {
    blocks: [block(type, 0, length)],
    comments:
      comment === undefined
        ? []
        : [{ span: { start: 0, end: length }, value: detached(comment) }],
  });
}

function readTable(
  body: string,
  isDefined: (name: Name) => boolean,
): Said | undefined {
  const found = nothingFound();
  const isPlain = plainCells(body)?.every(({ start, end }) =>
    readPlainText(body, start, end, isDefined, found),
  );
  return isPlain
    ? { blocks: [block("table", 0, body.length)], found }
    : undefined;
}

/** The chunk of a front matter that ends at `matterEnd`, where a blank line or nothing follows it. */
export function readPlainFrontMatter(
  { text }: Reader,
  matterEnd: number,
): Chunk | undefined {
  const opening = "---\n";
  const closing = "\n---";
  const closingStart = matterEnd - closing.length;
  if (!text.startsWith(opening) || !text.startsWith(closing, closingStart))
    return undefined;
  let end = matterEnd;
  while (text.charCodeAt(end) === 10) end++;
  const isAlone = end === text.length || isBoundary(text, end);
  if (!isAlone || /[\t\r\0]/.test(text.slice(0, end))) return undefined;
  const span = { start: 0, end: matterEnd };
  const start = opening.length;
  const yamlSpan = { start, end: Math.max(start, closingStart) };
  const blocks = [block("yaml", 0, matterEnd)];
  const source = detached(text.slice(0, end));
  const frontMatter = frontMatterAt(source, span, yamlSpan);
  return plainChunk(text, end, source, { blocks, frontMatter });
}

interface Extent {
  /** Of the last line that is not blank. */
  readonly bodyEnd: number;
  /** Where the next chunk begins. */
  readonly end: number;
}

/** Up to the first blank line, and on from there in a list. */
function extentOf(text: string, start: number): Extent | undefined {
  let from = start;
  let isInList = false;
  for (;;) {
    const blank = text.indexOf("\n\n", from);
    const bodyEnd =
      blank !== -1
        ? blank
        : text.endsWith("\n")
          ? text.length - 1
          : text.length;
    let end = blank === -1 ? text.length : blank + 2;
    while (text.charCodeAt(end) === 10) end++;
    if (end < text.length && /[\s\uFEFF]/.test(text.charAt(end)))
      return undefined;
    // Once begun, it goes on to a blank line: a line without indentation goes on with its last paragraph.
    isInList ||= /^ *[-*] /m.test(text.slice(from, bodyEnd));
    if (!isInList || end >= text.length || !isListMarkerAt(text, end))
      return bodyEnd > start ? { bodyEnd, end } : undefined;
    from = end;
  }
}

/** What can begin a line of a paragraph, and nothing else: no other block, and no definition. */
const paragraphLine =
  / *(?:[A-Za-z$&@"'(./,;?%\u0080-\uFFFF]|\d(?!\d{0,8}[.)])|\*{1,2}[A-Za-z]|_{1,2}[A-Za-z]|`[^`]|\[)/y;
const heading =
  /(#{1,6}) ((?:[^\s#*_~&[\]]|&(?![#\w]))(?:(?:[^#*_~&[\]\n]|&(?![#\w]))*(?:[^\s#*_~&[\]]|&(?![#\w])))?) *(?=\n|$)/y;
/** With the first character of its text, unless that turns the item into a task. */
const bullet = /( *)([-*]) (?=[^ \n])(?!\[[ xX]\])/y;

/** Headings, then a paragraph, then a list, with no blank line but between the items of the list. */
function readBlocks(
  body: string,
  isDefined: (name: Name) => boolean,
): Said | undefined {
  const blocks: Block[] = [];
  const headings: Heading[] = [];
  const found = nothingFound();
  let list: { readonly start: number; readonly marker: string } | undefined;
  /** Where the text of the innermost list item begins in its line. */
  let indent = 0;
  let paragraph: number | undefined;

  /** Reads the paragraph that is open, which ends before a line ending at `end`. */
  function closeParagraph(end: number): boolean {
    if (paragraph === undefined) return true;
    const start = paragraph;
    paragraph = undefined;
    if (!list) blocks.push(block("paragraph", start, end));
    return readPlainText(body, start, end, isDefined, found);
  }

  function readItem(start: number): boolean | undefined {
    const [all, spaces, marker] = matchAt(bullet, body, start) ?? [];
    if (all === undefined || spaces === undefined || marker === undefined)
      return undefined;
    const isNested = spaces.length > 0;
    // A level is two spaces deeper; one that is not in a list, or behind a blank line, is none.
    if (isNested && (!list || paragraph === undefined)) return false;
    if (spaces.length > indent || spaces.length % 2 !== 0) return false;
    if (!closeParagraph(start - 1)) return false;
    list ??= { start, marker };
    indent = spaces.length + 2;
    paragraph = start + all.length;
    return (
      list.marker === marker &&
      body[paragraph] !== " " &&
      isAt(paragraphLine, body, paragraph)
    );
  }

  function readHeading(start: number): boolean {
    const [all, marker, content] = matchAt(heading, body, start) ?? [];
    if (all === undefined || marker === undefined || content === undefined)
      return false;
    // Spaces at both ends of a code span are not of its text.
    if (/(?:^|[^`])` [^`]* `/.test(content)) return false;
    const span = { start, end: start + all.length };
    const textStart = start + marker.length + 1;
    const textSpan = { start: textStart, end: textStart + content.length };
    headings.push({
      depth: marker.length as Heading["depth"],
      span,
      text: content.replaceAll("`", ""),
      textSpan,
    });
    blocks.push(block("heading", span.start, span.end));
    return readPlainText(body, textSpan.start, textSpan.end, isDefined, found);
  }

  let end = 0;
  for (let start = 0; start < body.length; start = end + 1) {
    end = body.indexOf("\n", start);
    if (end === -1) end = body.length;
    if (end === start) {
      // What stands behind blank lines here is another item of the list.
      if (!closeParagraph(start - 1)) return undefined;
      continue;
    }
    const item = readItem(start);
    if (item === false) return undefined;
    if (item) continue;
    if (paragraph === undefined && !list && body[start] === "#") {
      if (!readHeading(start)) return undefined;
      continue;
    }
    // In an open paragraph a line counts as its text, whatever its indentation (CommonMark, "lazy continuation").
    if (paragraph === undefined && (list || body[start] === " "))
      return undefined;
    if (!isAt(paragraphLine, body, start)) return undefined;
    paragraph ??= start;
  }
  if (!closeParagraph(end)) return undefined;
  if (list) blocks.push(block("list", list.start, end));
  return { blocks, headings, found };
}

function isAt(sticky: RegExp, text: string, at: number): boolean {
  sticky.lastIndex = at;
  return sticky.test(text);
}

function matchAt(sticky: RegExp, text: string, at: number) {
  sticky.lastIndex = at;
  return sticky.exec(text);
}
