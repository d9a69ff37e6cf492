import { frontMatterEnd } from "./boundaries.js";
import type { Chunk } from "./chunk.js";
import { type Name, seemingNames } from "./names.js";
import { type Reader, readUnsplit } from "./read-part.js";
import { readRange } from "./read-range.js";
import type { Syntax } from "./syntax.js";

/** Chunks that a text is made of, and what they define; see `Chunks`. */
export interface ReadAll {
  readonly all: readonly Chunk[];
  readonly names: ReadonlyMap<Name, number>;
}

/** Reads a whole text; `undefined` for a text that is no MDX. */
export function readAll(text: string, syntax: Syntax): ReadAll | undefined {
  const matterEnd = frontMatterEnd(text);
  // micromark then reads no lists and quotes in all of the text.
  if (matterEnd === undefined) return readAsOne(text, syntax);
  const seeming = seemingNames(text);
  const { chunks, end } = readRange(
    {
      text,
      syntax,
      opensDocument: true,
      isDefined: (name) => seeming.has(name),
    },
    0,
    text.length,
    matterEnd,
  );
  const names = addNames(new Map(), chunks);
  const all =
    end === text.length && chunks.length > 0
      ? reread({ syntax, isDefined: (name) => names.has(name) }, chunks)
      : undefined;
  return all ? { all, names } : readAsOne(text, syntax);
}

/**
 * Reads a whole text as a single chunk: what a directive defines counts for some places and not for others, by their
 * order.
 */
export function readAsOne(text: string, syntax: Syntax): ReadAll | undefined {
  const chunk = readUnsplit(text, syntax);
  return chunk && { all: [chunk], names: addNames(new Map(), [chunk]) };
}

/** Where chunks stand that are read again. */
interface Surroundings {
  /** They are the first of the document. */
  readonly opensDocument: boolean;
  /** What stands behind the last of them, as far as the next chunk goes. */
  readonly behind: string;
}

/**
 * Reads again the chunks that were told something else of a name than what is true now, and only those. `undefined`
 * where the text can only be read as one.
 */
export function reread(
  reader: Pick<Reader, "syntax" | "isDefined">,
  chunks: readonly Chunk[],
  { opensDocument, behind }: Surroundings = { opensDocument: true, behind: "" },
  isSuspect: (chunk: Chunk) => boolean = () => true,
): readonly Chunk[] | undefined {
  if (chunks.some(({ definesLate }) => definesLate)) return undefined;
  const result: Chunk[] = [];
  let isChanged = false;
  for (const [index, chunk] of chunks.entries()) {
    if (isSuspect(chunk) && wasToldOtherwise(chunk, reader)) {
      const end = chunk.text.length;
      const text = chunk.text + (chunks[index + 1]?.text ?? behind);
      const opens = opensDocument && index === 0;
      // What it says behind a front matter may be told otherwise; that itself is no front matter if it is cut short.
      const atLeast = opens ? (frontMatterEnd(text) ?? 0) : 0;
      const part = readRange(
        { ...reader, text, opensDocument: opens },
        0,
        end,
        atLeast,
      );
      if (part.end !== end) return undefined;
      for (const each of part.chunks) result.push(each);
      isChanged = true;
    } else {
      result.push(chunk);
    }
  }
  return isChanged ? result : chunks;
}

function wasToldOtherwise(
  { consulted }: Chunk,
  { isDefined }: Pick<Reader, "isDefined">,
) {
  for (const [name, answer] of consulted) {
    if (isDefined(name) !== answer) return true;
  }
  return false;
}

/** Counts what some chunks define to what others do. */
export function addNames(
  counts: Map<Name, number>,
  chunks: readonly Chunk[],
): Map<Name, number> {
  for (const { names } of chunks) countNames(counts, names, 1);
  return counts;
}

/** Counts names to others, or takes them away. */
export function countNames(
  counts: Map<Name, number>,
  names: readonly Name[],
  by: 1 | -1,
): void {
  for (const name of names) {
    const count = (counts.get(name) ?? 0) + by;
    if (count === 0) counts.delete(name);
    else counts.set(name, count);
  }
}
