import { isBoundary } from "./boundaries.js";
import { detached } from "./detached.js";
import type { Block, Definition } from "./document.js";
import { labelKey } from "./label.js";
import { plainDefinition } from "./plain-inline.js";

/** Definitions that stand one below the other, each in a line of its own. */
export interface DefinitionRun {
  /** Where the next chunk begins. */
  readonly end: number;
  readonly source: string;
  readonly definitions: readonly Definition[];
  readonly blocks: readonly Block[];
  /** The next chunk begins with another one of them. */
  readonly isCut: boolean;
}

/** In a chunk: a post's definitions are often one block of hundreds, and a key in one of them is to cost what any key does. */
const usual = 16;
const most = 24;

/**
 * Reads plain definitions from the start of a line, where no paragraph is open. A line that as a whole is a definition, behind
 * another one, is nothing else whatever stands below it (CommonMark §4.7): so there many of them may be cut into chunks.
 * `undefined` where there are none, and where neither they nor a blank line goes on behind them.
 */
export function readDefinitions(
  text: string,
  start: number,
  end: number,
): DefinitionRun | undefined {
  const ends: number[] = [];
  for (let at = start; at < end && ends.length < most; ) {
    const lineEnd = endOfDefinition(text, at);
    if (lineEnd === undefined) break;
    ends.push(lineEnd);
    at = lineEnd + 1;
  }
  const last = ends.at(-1);
  if (last === undefined) return undefined;
  const behind = endOfRun(text, last);
  if (behind !== undefined)
    return behind <= end ? runOf(text, start, ends, behind, false) : undefined;
  if (ends.length < most)
    return last + 1 === end && isDefinitionAt(text, end)
      ? runOf(text, start, ends, end, true)
      : undefined;
  const some = ends.slice(0, usual);
  return runOf(text, start, some, (some.at(-1) ?? start) + 1, true);
}

/** Whether a line begins here that as a whole is a plain definition. */
export function isDefinitionAt(text: string, offset: number): boolean {
  return endOfDefinition(text, offset) !== undefined;
}

function endOfDefinition(text: string, offset: number): number | undefined {
  plainDefinition.lastIndex = offset;
  return plainDefinition.test(text) ? plainDefinition.lastIndex : undefined;
}

/** Where something else may begin behind a line, if a blank line or nothing follows it. */
function endOfRun(text: string, lineEnd: number): number | undefined {
  let end = lineEnd;
  while (text.charCodeAt(end) === 10) end++;
  return end === text.length || (end > lineEnd + 1 && isBoundary(text, end))
    ? end
    : undefined;
}

/** `ends`: where the lines end. */
function runOf(
  text: string,
  start: number,
  ends: readonly number[],
  end: number,
  isCut: boolean,
): DefinitionRun {
  const source = detached(text.slice(start, end));
  const definitions: Definition[] = [];
  const blocks: Block[] = [];
  let lineStart = 0;
  for (const lineEnd of ends) {
    const span = { start: lineStart, end: lineEnd - start };
    lineStart = span.end + 1;
    plainDefinition.lastIndex = span.start;
    const [, label = "", destination = ""] = plainDefinition.exec(source) ?? [];
    definitions.push({
      span,
      labelSpan: {
        start: span.start + 1,
        end: span.start + 1 + label.length,
      },
      label,
      key: labelKey(label),
      destination,
      destinationSpan: { start: span.end - destination.length, end: span.end },
      title: undefined,
      titleSpan: undefined,
      block: blocks.length,
    });
    blocks.push({ type: "definition", span, unclosed: false });
  }
  return { end, source, definitions, blocks, isCut };
}
