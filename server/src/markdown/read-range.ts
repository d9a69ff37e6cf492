import { nextBoundary } from "./boundaries.js";
import type { Chunk } from "./chunk.js";
import { type Reader, type ReadPart, readPart } from "./read-part.js";

/** Code units: what micromark reads at its fastest; it takes more than twice the time for twice a long text. */
const partLength = 8192;

/**
 * Reads from where a chunk may begin to a boundary or the end of the text, in parts. The first part ends no sooner than
 * `atLeast`.
 */
export function readRange(
  reader: Reader,
  start: number,
  end: number,
  atLeast: number,
): ReadPart {
  const chunks: Chunk[] = [];
  let position = start;
  let length = Math.max(partLength, atLeast - start);
  while (position < end) {
    // A last part much shorter than the others is not worth its while.
    const isRest = end - position < length * 1.5;
    const partEnd = isRest
      ? end
      : nextBoundary(reader.text, position + length, end);
    const part = readPart(reader, position, partEnd);
    for (const chunk of part.chunks) chunks.push(chunk);
    position = part.end;
    if (partEnd === end) break;
    length = Math.max(partLength, 2 * (partEnd - position));
  }
  return { chunks, end: position };
}
