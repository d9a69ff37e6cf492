import type { Chunk } from "./chunk.js";

/**
 * Some chunks that follow one another. Documents share those in which no chunk changed: what all chunks of one say is put
 * together once, so that who looks at a document of thousands of chunks at each key looks at a hundredth of them.
 */
export interface Stretch {
  readonly chunks: readonly Chunk[];
  /** Where each starts, from where the stretch does. */
  readonly starts: readonly number[];
  /** UTF-16 units. */
  readonly length: number;
  /** An edit was here, and the next key is likely to be, too. */
  readonly isEdited: boolean;
}

const usualChunks = 32;

/** `before`: those of a text with mostly the same chunks. */
export function stretchesOf(
  all: readonly Chunk[],
  before: readonly Stretch[] = [],
): readonly Stretch[] {
  let ahead = 0;
  let start = 0;
  for (const stretch of before) {
    if (!standsAt(stretch, all, start)) break;
    ahead++;
    start += stretch.chunks.length;
  }
  let behind = before.length;
  let end = all.length;
  for (; behind > ahead; behind--) {
    const stretch = before[behind - 1];
    const from = end - (stretch?.chunks.length ?? 0);
    if (!stretch || from < start || !standsAt(stretch, all, from)) break;
    end = from;
  }
  return [
    ...before.slice(0, ahead),
    ...cut(all.slice(start, end), before.length > 0),
    ...before.slice(behind),
  ];
}

function standsAt(
  { chunks }: Stretch,
  all: readonly Chunk[],
  index: number,
): boolean {
  return chunks.every((chunk, at) => chunk === all[index + at]);
}

/** Into pieces that are about equally long, however often edits add or take away a chunk. */
function cut(chunks: readonly Chunk[], isEdited: boolean): Stretch[] {
  const pieces = Math.ceil(chunks.length / (usualChunks * 1.5));
  return Array.from({ length: pieces }, (_, piece) =>
    stretchOf(
      chunks.slice(
        Math.floor((piece * chunks.length) / pieces),
        Math.floor(((piece + 1) * chunks.length) / pieces),
      ),
      isEdited,
    ),
  );
}

function stretchOf(chunks: readonly Chunk[], isEdited: boolean): Stretch {
  let length = 0;
  const starts = chunks.map((chunk) => {
    const start = length;
    length += chunk.text.length;
    return start;
  });
  return { chunks, starts, length, isEdited };
}
