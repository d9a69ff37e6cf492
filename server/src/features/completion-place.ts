import { around } from "../markdown/around.js";
import type { Document } from "../markdown/document.js";
import { labelKey } from "../markdown/label.js";
import { parse } from "../markdown/parse.js";
import type { Span } from "../markdown/span.js";

/** A place in the text where a label is being written. */
export interface CompletionPlace {
  /** What stands between the opening bracket and the cursor. */
  readonly typed: string;
  readonly typedSpan: Span;
  /** The same up to the end of the label, where it goes on behind the cursor. */
  readonly labelSpan: Span;
  /** After `[[`, not after `[` or `][`. */
  readonly bracketed: boolean;
  /** The closing brackets that the text lacks. */
  readonly closing: "" | "]" | "]]";
  /** Whether a label would be a reference here: a table's cell takes no `|`, MDX no `{`. */
  accepts(label: string): boolean;
}

/**
 * The label a cursor stands in, after `[[`, `[` or `][`. The brackets behind it may be there or not. None where Markdown
 * would make no reference of it: in code, comments, front matter, destinations and the text of links.
 */
export function completionPlaceAt(
  document: Document,
  offset: number,
): CompletionPlace | undefined {
  const { lines } = document;
  const line = lines.line(lines.positionAt(offset).line);
  const text = document.slice(line.start, line.end);
  const cursor = offset - line.start;
  const open = openingBracket(text, cursor);
  if (open === undefined || isImage(text, open) || text[open + 1] === "^")
    return undefined;

  const bracketed = text[open - 1] === "[";
  const end = labelEnd(document, text, open + 1, cursor);
  const start = line.start + open + 1;
  const labelSpan = { start, end: line.start + (end ?? cursor) };
  const wanted = bracketed ? 2 : 1;
  const present = end === undefined ? 0 : text.startsWith("]]", end) ? 2 : 1;
  const closing = closings[Math.max(0, wanted - present)] ?? "";

  // The parser reads what is no MDX as CommonMark, but the site that builds the post does not.
  const isExpression = (label: string) =>
    document.syntax === "mdx" && /[{<]/.test(label);
  const isReference = (label: string) =>
    !isExpression(label) &&
    wouldBeReference(document, labelSpan, closing, label);
  const isRead = around(document, labelSpan).references.some(
    ({ labelSpan: { start, end } }) =>
      start === labelSpan.start && end === labelSpan.end,
  );
  if (!isRead && !isReference(plainLabel)) return undefined;
  return {
    typed: text.slice(open + 1, cursor),
    typedSpan: { start, end: offset },
    labelSpan,
    bracketed,
    closing,
    accepts: (label) => /^[\w #./+-]+$/.test(label) || isReference(label),
  };
}

const closings = ["", "]", "]]"] as const;

/** A label without a character that could mean something. */
const plainLabel = "weeknotes";

/** The last bracket on the line that is open at the cursor. */
function openingBracket(line: string, cursor: number): number | undefined {
  for (let at = cursor - 1; at >= 0; at--) {
    const character = line[at];
    if ((character === "[" || character === "]") && !isEscaped(line, at))
      return character === "[" ? at : undefined;
  }
  return undefined;
}

function isImage(text: string, open: number): boolean {
  return text[open - 1] === "!" && !isEscaped(text, open - 1);
}

function isEscaped(text: string, at: number): boolean {
  let backslashes = 0;
  while (text[at - 1 - backslashes] === "\\") backslashes++;
  return backslashes % 2 === 1;
}

/**
 * Where the label ends that the cursor stands in: at the next closing bracket. What lies between is of the label if it
 * is one word, or if the whole is a label the text knows; else the bracket belongs to something that comes later.
 */
function labelEnd(
  { defined }: Document,
  line: string,
  start: number,
  cursor: number,
): number | undefined {
  const rest = /^(?:[^\\[\]]|\\.)*(?=\])/.exec(line.slice(cursor))?.[0];
  if (rest === undefined) return undefined;
  const end = cursor + rest.length;
  return !/\s/.test(rest) || defined.has(labelKey(line.slice(start, end)))
    ? end
    : undefined;
}

/** Reads the block around the label as it would be with another label, closed. */
function wouldBeReference(
  document: Document,
  label: Span,
  closing: string,
  newLabel: string,
): boolean {
  const { start, end } = blockAround(document, label);
  const before = document.slice(start, label.start);
  const after = document.slice(label.end, end);
  const block = parse(
    `${before}${newLabel}${closing}${after}`,
    document.syntax,
  );
  const key = labelKey(newLabel);
  return block.references.some(
    ({ labelSpan, key: found }) =>
      labelSpan.start === before.length && found === key,
  );
}

/** Whole lines, for what a line means depends on its indentation: those of the block, or of one item of a long list. */
function blockAround(document: Document, label: Span): Span {
  const { lines } = document;
  const lineOf = (offset: number) => lines.line(lines.positionAt(offset).line);
  const line = lineOf(label.start);
  const block = around(document, line).blocks.findLast(
    ({ span }) => span.start < line.end,
  );
  if (!block || block.span.end < label.start) return line;
  const first = lineOf(block.span.start);
  const last = lineOf(block.span.end);
  if (block.type !== "list") return { start: first.start, end: last.end };

  const indent = document.slice(first.start, block.span.start);
  const marker = new RegExp(`^${indent}(?:[-+*]|\\d+[.)])[ \\t]`);
  const beginsItem = (index: number) => {
    const { start, end } = lines.line(index);
    return marker.test(document.slice(start, Math.min(end, start + 20)));
  };
  const firstIndex = lines.positionAt(first.start).line;
  const lastIndex = lines.positionAt(last.start).line;
  let from = lines.positionAt(label.start).line;
  let to = from;
  while (from > firstIndex && !beginsItem(from)) from--;
  while (to < lastIndex && !beginsItem(to + 1)) to++;
  return { start: lines.line(from).start, end: lines.line(to).end };
}
