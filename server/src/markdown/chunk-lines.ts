import type { Chunks, LineEndings } from "./chunk.js";
import { type Lines, lastUpTo, linesBy } from "./lines.js";
import { onceFor } from "./remember.js";
import type { Stretch } from "./stretches.js";

/** The line index of a text from those of its chunks, which each start with a line. */
export function linesOfChunks({
  all,
  stretches,
  starts,
  length,
}: Pick<Chunks, "all" | "stretches" | "starts" | "length">): Lines {
  const firstLines: number[] = [];
  const firstChunks: number[] = [];
  let count = 0;
  let chunks = 0;
  for (const stretch of stretches) {
    firstLines.push(count);
    firstChunks.push(chunks);
    count += linesIn(stretch).count;
    chunks += stretch.chunks.length;
  }
  // A chunk counts no line behind its last line ending, as the next chunk starts there.
  const endsWithEmptyLine = /[\r\n]$/.test(all.at(-1)?.text.slice(-1) ?? "");
  const total = endsWithEmptyLine ? count + 1 : count;

  function startOf(line: number): number {
    if (line >= count) return length;
    const at = lastUpTo(firstLines, line);
    const stretch = stretches[at];
    if (!stretch) return length;
    const inStretch = line - (firstLines[at] ?? 0);
    const { before } = linesIn(stretch);
    const index = lastUpTo(before, inStretch);
    const inChunk = inStretch - (before[index] ?? 0);
    return (
      (starts[(firstChunks[at] ?? 0) + index] ?? 0) +
      (stretch.chunks[index]?.lineStarts[inChunk] ?? 0)
    );
  }

  function lineAt(offset: number): number {
    if (endsWithEmptyLine && offset >= length) return count;
    const index = lastUpTo(starts, offset);
    const inChunk = offset - (starts[index] ?? 0);
    return firstLineOf(index) + lastUpTo(all[index]?.lineStarts ?? [], inChunk);
  }

  function firstLineOf(chunk: number): number {
    const at = lastUpTo(firstChunks, chunk);
    const stretch = stretches[at];
    if (!stretch) return 0;
    const { before } = linesIn(stretch);
    return (
      (firstLines[at] ?? 0) + (before[chunk - (firstChunks[at] ?? 0)] ?? 0)
    );
  }

  function codeAt(offset: number): number | undefined {
    const index = lastUpTo(starts, offset);
    return all[index]?.text.charCodeAt(offset - (starts[index] ?? 0));
  }

  return linesBy({ length, codeAt, count: total, startOf, lineAt });
}

/** How many lines a stretch has, and how many of them stand before each of its chunks. */
const linesIn = onceFor(({ chunks }: Stretch) => {
  let count = 0;
  const before = chunks.map(({ lineStarts }) => {
    const lines = count;
    count += lineStarts.length;
    return lines;
  });
  return { count, before };
});

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
