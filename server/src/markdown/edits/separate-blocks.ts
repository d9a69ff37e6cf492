import type { TextEdit } from "vscode-languageserver-types";
import type { Block, Document } from "../document.js";
import {
  firstLine,
  isBlank,
  lastLine,
  lineStart,
  lineText,
} from "./definition-lines.js";
import { textEdit } from "./text-edit.js";

/**
 * One blank line between top-level blocks, and none at the end. What a list, quote or directive holds stays as it is: there
 * a blank line has a meaning. Definitions and footnotes that stand together stay together, and so does an HTML block with
 * what is right above or below it: a comment may speak of the next line.
 */
export function separateBlocks(document: Document): TextEdit[] {
  const { blocks, text, lines, eol } = document;
  const edits: TextEdit[] = [];
  const replaceAfter = (line: number, end: number, newText: string) => {
    edits.push(
      textEdit(document, { start: lines.line(line).end, end }, newText),
    );
  };
  blocks.forEach((block, index) => {
    const next = blocks[index + 1];
    if (!next) return;
    const above = lastTextLine(document, block);
    const below = firstLine(document, next.span);
    const between = below - above - 1;
    if (between < 0 || (between === 0 && mayTouch(block, next))) return;
    if (between === 1 && lineText(document, above + 1) === "") return;
    replaceAfter(above, lineStart(document, below), eol + eol);
  });
  const last = blocks.at(-1);
  if (!last || last.unclosed) return edits;
  const above = lastTextLine(document, last);
  if (!/^(?:|\r\n|\n|\r)$/.test(text.slice(lines.line(above).end)))
    replaceAfter(above, text.length, eol);
  return edits;
}

/** Where the text of a block ends: some count white space below them as their own, which says something in code alone. */
function lastTextLine(document: Document, { type, span }: Block): number {
  const first = firstLine(document, span);
  let line = lastLine(document, span);
  while (type !== "code" && line > first && isBlank(lineText(document, line)))
    line--;
  return line;
}

function mayTouch(above: Block, below: Block): boolean {
  const together = ["definition", "footnoteDefinition"];
  return (
    isHtml(above) ||
    isHtml(below) ||
    (above.type === below.type && together.includes(above.type))
  );
}

function isHtml({ type }: Block): boolean {
  return type === "html" || type.startsWith("mdx");
}
