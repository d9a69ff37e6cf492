/**
 * Tells of a text at one glance, before anybody has read it as Markdown, whether it may hold a heading or define a label
 * whose letters hold those of the query in order. Says yes of too many rather than of too few: what a heading or label
 * says stands on the lines that are looked at, and whatever may stand for other letters there is a yes.
 */
export function mayHoldSymbol(query: string): (text: string) => boolean {
  const { holds, isEmpty } = lettersOf(query);
  if (isEmpty) return () => true;
  return (text) =>
    odd.test(text) ||
    headingLines(text, holds) ||
    definitionLines(text, holds) ||
    underlinedLines(text, holds);
}

/** Whether something between two places of a text may have the letters. */
type Holds = (text: string, start: number, end: number) => boolean;

/** A line that ends as on old Macs; letters that are ASCII's when they are small. */
const odd = /\r(?!\n)|[\u0130\u212A]/;

/** Of the query only ASCII's letters count here, but for backslashes, which may escape others. */
function lettersOf(query: string): { holds: Holds; isEmpty: boolean } {
  const wanted = query.toLowerCase().replace(/[^!-[\]-~]/g, "");
  const small = Array.from(wanted, (letter) => letter.charCodeAt(0));
  const large = Array.from(wanted.toUpperCase(), (one) => one.charCodeAt(0));
  return {
    isEmpty: wanted === "",
    holds(text, start, end) {
      let found = 0;
      for (let at = start; at < end; at++) {
        const code = text.charCodeAt(at);
        // A character reference.
        if (code === ampersand) return true;
        if (code !== small[found] && code !== large[found]) continue;
        found++;
        if (found === small.length) return true;
      }
      return false;
    },
  };
}

const ampersand = 38;

/** What follows the first number sign of a line. */
function headingLines(text: string, holds: Holds): boolean {
  let at = text.indexOf("#");
  while (at !== -1) {
    const end = lineEnd(text, at);
    if (holds(text, at + 1, end)) return true;
    at = text.indexOf("#", end);
  }
  return false;
}

/** The lines on which a label may be defined, or where one ends that began on a line before. */
function definitionLines(text: string, holds: Holds): boolean {
  let at = text.indexOf("]:");
  while (at !== -1) {
    const opening = text.indexOf("[", lineStart(text, at));
    if (opening === -1 || opening > at) return true;
    // An escaped bracket in a label that began before.
    if (text[opening - 1] === "\\") return true;
    const end = lineEnd(text, at);
    if (holds(text, opening + 1, text.lastIndexOf("]:", end))) return true;
    at = text.indexOf("]:", end);
  }
  return false;
}

/** The paragraphs that an underline makes headings. */
function underlinedLines(text: string, holds: Holds): boolean {
  underline.lastIndex = endOfFrontMatter(text);
  let looked = 0;
  for (;;) {
    const found = underline.exec(text);
    if (!found) return false;
    const end = found.index;
    let start = end;
    while (start > 0 && !isBlank(text, lineStart(text, start), start))
      start = lineStart(text, start) - 1;
    looked += end - start;
    // What stands above many of them would be looked at again and again.
    if (looked > 2 * text.length) return true;
    if (holds(text, Math.max(start, 0), end)) return true;
  }
}

/** The line feed before it belongs to it. */
const underline = /\n[ \t>]*(?:=+|-+)[ \t]*\r?(?=\n|$)/g;

function endOfFrontMatter(text: string): number {
  if (!/^---[ \t]*\r?\n/.test(text)) return 0;
  const closing = /\n---[ \t]*\r?(?=\n|$)/.exec(text);
  return closing ? closing.index + closing[0].length : 0;
}

function isBlank(text: string, start: number, end: number): boolean {
  return /^[ \t\r]*$/.test(text.slice(start, end));
}

function lineStart(text: string, at: number): number {
  return at === 0 ? 0 : text.lastIndexOf("\n", at - 1) + 1;
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end === -1 ? text.length : end;
}
