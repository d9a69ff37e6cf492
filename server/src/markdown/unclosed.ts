import type { RootContent } from "mdast";
import type { Span } from "./span.js";

/** Whether a block runs to the end of the text because nothing closes it. */
export function isUnclosed(
  text: string,
  type: RootContent["type"],
  span: Span,
): boolean {
  if (span.end < text.trimEnd().length) return false;
  const block = text.slice(span.start, span.end);
  switch (type) {
    case "code":
      return isUnclosedFence(block, /^(`{3,}|~{3,})/);
    case "containerDirective":
      return isUnclosedFence(block, /^(:{3,})/);
    case "html":
      return isUnclosedHtml(block.trimStart());
    default:
      return false;
  }
}

function isUnclosedFence(block: string, opening: RegExp): boolean {
  const fence = opening.exec(block)?.[1];
  if (!fence) return false;
  const closing = new RegExp(
    `[\\n\\r][ ]{0,3}\\${fence[0]}{${fence.length},}[ \\t]*$`,
  );
  return !closing.test(block);
}

/** The HTML blocks that only their end condition ends (CommonMark §4.6, kinds 1–5); the others end at a blank line. */
function isUnclosedHtml(block: string): boolean {
  const kinds: readonly [start: RegExp, end: RegExp][] = [
    [
      /^<(?:script|pre|style|textarea)(?=[\s>]|$)/i,
      /<\/(?:script|pre|style|textarea)>/i,
    ],
    [/^<!--/, /-->/],
    [/^<\?/, /\?>/],
    [/^<!\[CDATA\[/, /\]\]>/],
    [/^<![A-Za-z]/, />/],
  ];
  const kind = kinds.find(([start]) => start.test(block));
  return kind !== undefined && !kind[1].test(block);
}
