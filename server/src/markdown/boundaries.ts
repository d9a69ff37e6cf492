/**
 * Whether a line that may begin a chunk begins here: text in the first column behind a blank line. Nothing but a fence,
 * an HTML block of kinds 1 to 5, a list, a directive or a JSX element goes on there (CommonMark §4.5, §4.6, §5.3), and
 * those are known once what stands before is read.
 */
export function isBoundary(text: string, offset: number): boolean {
  // A byte order mark would vanish at the start of a chunk.
  if (offset >= text.length || /[\s\uFEFF]/.test(text.charAt(offset))) {
    return false;
  }
  let before = offset - 1;
  if (!isLineEnding(text.charCodeAt(before))) return false;
  if (text.charCodeAt(before) === 10 && text.charCodeAt(before - 1) === 13)
    before--;
  before--;
  while (isSpace(text.charCodeAt(before))) before--;
  return before < 0 || isLineEnding(text.charCodeAt(before));
}

/** The first boundary in `from` to `end`, or `end`. */
export function nextBoundary(text: string, from: number, end: number): number {
  for (let offset = from; offset < end; offset++) {
    if (isBoundary(text, offset)) return offset;
  }
  return end;
}

/**
 * What begins at a boundary, as far as it matters to what stands before it: a container closes an open fence in a list
 * item elsewhere than text does. A footnote counts as a quote; nothing is `end`.
 */
export type Follower = "text" | "quote" | "listItem" | "end";

export function followerAt(text: string, offset: number): Follower {
  if (offset >= text.length) return "end";
  if (matchesAt(/>|\[\^[^\s[\]]{1,999}\]:/y, text, offset)) return "quote";
  return isListMarkerAt(text, offset) && !isThematicBreakAt(text, offset)
    ? "listItem"
    : "text";
}

/** Whether a line may begin with a list item, which may go on with a list before it (CommonMark §5.2). */
export function isListMarkerAt(text: string, offset: number): boolean {
  return matchesAt(/(?:[-+*]|\d{1,9}[.)])(?=[ \t\r\n]|$)/y, text, offset);
}

/** Whether a list item behind a block may belong to it. An empty one begins no list behind indented code, for micromark. */
export function takesListItem(type: string | undefined): boolean {
  return type === "list" || type === "code";
}

function isThematicBreakAt(text: string, offset: number): boolean {
  return matchesAt(/([-*])[ \t]*(?:\1[ \t]*){2,}(?=[\r\n]|$)/y, text, offset);
}

function matchesAt(sticky: RegExp, text: string, offset: number): boolean {
  sticky.lastIndex = offset;
  return sticky.test(text);
}

/**
 * Where the front matter a text may open with ends: 0 where it has none, `undefined` where nothing closes it. Unlike
 * anything else, it depends on all that follows.
 */
export function frontMatterEnd(text: string): number | undefined {
  const opening = /^\uFEFF?(---|\+\+\+)[ \t]*(?=[\r\n])/.exec(text);
  if (!opening) return 0;
  const closing =
    opening[1] === "---"
      ? /[\r\n]---[ \t]*(?=[\r\n]|$)/g
      : /[\r\n]\+\+\+[ \t]*(?=[\r\n]|$)/g;
  closing.lastIndex = opening[0].length;
  return closing.test(text) ? closing.lastIndex : undefined;
}

/** Whether a fence begins here that nothing closes: all of the text behind it is code (CommonMark §4.5). */
export function isOpenFence(text: string, offset: number): boolean {
  const opening = /(?:(`{3,})[^`\r\n]*|(~{3,})[^\r\n]*)(?=[\r\n]|$)/y;
  opening.lastIndex = offset;
  const [, backticks, tildes] = opening.exec(text) ?? [];
  const fence = backticks ?? tildes;
  if (!fence) return false;
  const closing = new RegExp(
    // In MDX, which knows no indented code, the line that closes it may be indented as one likes: then the parser says.
    `[\\r\\n][ \\t]*${fence}${fence.charAt(0)}*[ \\t]*(?=[\\r\\n]|$)`,
    "g",
  );
  closing.lastIndex = opening.lastIndex;
  return !closing.test(text);
}

function isLineEnding(code: number): boolean {
  return code === 10 || code === 13;
}

function isSpace(code: number): boolean {
  return code === 32 || code === 9;
}
