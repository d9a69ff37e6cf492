import { nextBoundary } from "./boundaries.js";
import type { Chunk } from "./chunk.js";
import { readPlain, readPlainFrontMatter } from "./plain.js";
import { type Reader, type ReadPart, readPart } from "./read-part.js";

/** Code units: what micromark reads at its fastest; it takes more than twice the time for twice a long text. */
const partLength = 8192;

/**
 * Reads from where a chunk may begin to a boundary or the end of the text: what is plain without a parser, the rest in
 * parts. The first part ends no sooner than `atLeast`.
 */
export function readRange(
  reader: Reader,
  start: number,
  end: number,
  atLeast: number,
): ReadPart {
  const chunks: Chunk[] = [];
  let position = start;
  let least = atLeast - start;
  while (position < end) {
    const plain =
      position === 0 && atLeast > 0
        ? readPlainFrontMatter(reader, atLeast)
        : readPlain(reader, position, end);
    if (plain) {
      chunks.push(plain);
      position += plain.text.length;
      continue;
    }
    const { partEnd, next } = endOfPart(reader, position, least, end);
    const part = readPart(reader, position, partEnd);
    for (const chunk of part.chunks) chunks.push(chunk);
    position = part.end;
    if (position === partEnd && next) {
      chunks.push(next);
      position += next.text.length;
    }
    if (partEnd === end) break;
    least = position < partEnd ? 2 * (partEnd - position) : 0;
  }
  return { chunks, end: position };
}

/**
 * Where to end a part that is not plain: before the next chunk that is, if it is near. The part is at least `least` long.
 */
function endOfPart(
  reader: Reader,
  start: number,
  least: number,
  end: number,
): { readonly partEnd: number; readonly next?: Chunk } {
  let partEnd = nextBoundary(reader.text, start + Math.max(least, 1), end);
  while (partEnd < end && partEnd - start < Math.max(partLength, least)) {
    const next = readPlain(reader, partEnd, end);
    if (next) return { partEnd, next };
    partEnd = nextBoundary(reader.text, partEnd + 1, end);
  }
  // A last part much shorter than the others is not worth its while.
  return { partEnd: end - partEnd < partLength / 2 ? end : partEnd };
}
