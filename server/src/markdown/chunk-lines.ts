import type { Chunks, LineEndings } from "./chunk.js";
import { type Lines, lastUpTo, linesBy } from "./lines.js";

/** The line index of a text from those of its chunks, which each start with a line. */
export function linesOfChunks({
  all,
  starts,
  length,
}: Pick<Chunks, "all" | "starts" | "length">): Lines {
  const firstLines: number[] = [];
  let count = 0;
  for (const { lineStarts } of all) {
    firstLines.push(count);
    count += lineStarts.length;
  }
  // A chunk counts no line behind its last line ending, as the next chunk starts there.
  const endsWithEmptyLine = /[\r\n]$/.test(all.at(-1)?.text.slice(-1) ?? "");
  const total = endsWithEmptyLine ? count + 1 : count;

  function startOf(line: number): number {
    if (line >= count) return length;
    const index = lastUpTo(firstLines, line);
    const inChunk = line - (firstLines[index] ?? 0);
    return (starts[index] ?? 0) + (all[index]?.lineStarts[inChunk] ?? 0);
  }

  function lineAt(offset: number): number {
    if (endsWithEmptyLine && offset >= length) return count;
    const index = lastUpTo(starts, offset);
    const inChunk = offset - (starts[index] ?? 0);
    return (
      (firstLines[index] ?? 0) + lastUpTo(all[index]?.lineStarts ?? [], inChunk)
    );
  }

  function codeAt(offset: number): number | undefined {
    const index = lastUpTo(starts, offset);
    return all[index]?.text.charCodeAt(offset - (starts[index] ?? 0));
  }

  return linesBy({ length, codeAt, count: total, startOf, lineAt });
}

/** Where the lines of a part of a text start, without the one behind a last line ending. */
export function lineStartsOf(text: string): {
  readonly lineStarts: readonly number[];
  readonly lineEndings: LineEndings;
} {
  const lineStarts = [0];
  const lineEndings = { "\n": 0, "\r\n": 0, "\r": 0 };
  const hasReturns = text.includes("\r");
  for (let i = nextEnding(0); i !== -1; i = nextEnding(i + 1)) {
    const isReturn = text.charCodeAt(i) === 13;
    const isPair = isReturn && text.charCodeAt(i + 1) === 10;
    if (isPair) i++;
    lineEndings[isPair ? "\r\n" : isReturn ? "\r" : "\n"]++;
    if (i + 1 < text.length) lineStarts.push(i + 1);
  }
  return { lineStarts, lineEndings };

  function nextEnding(from: number): number {
    const feed = text.indexOf("\n", from);
    if (!hasReturns) return feed;
    const carriage = text.indexOf("\r", from);
    return feed === -1 || (carriage !== -1 && carriage < feed)
      ? carriage
      : feed;
  }
}
