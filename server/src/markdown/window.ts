import { type Change, changedText } from "./change.js";
import type { Chunk, Chunks } from "./chunk.js";
import { lastUpTo } from "./lines.js";
import { moveSpan } from "./move.js";

/** Some of a document's chunks, one behind the other, and what changes in them: what is looked at to read an edit. */
export interface Window {
  readonly all: readonly Chunk[];
  /** Where each starts in `before`. */
  readonly starts: readonly number[];
  /** Their text, before the changes and after them. */
  readonly before: string;
  readonly text: string;
  /** As `before` counts. */
  readonly changes: readonly Change[];
  /** The index of the first of the chunks. */
  readonly first: number;
  readonly opensDocument: boolean;
  readonly endsDocument: boolean;
}

/**
 * What is around some changes: a few chunks on both sides of each, and then more and more, up to all of the document. At the
 * end of a window nobody can tell what stands behind: who has to know takes the next one. Changes are ordered, and do not
 * overlap; nor do windows.
 */
export function* windowsAround(
  chunks: Chunks,
  changes: readonly Change[],
): Generator<readonly Window[], undefined> {
  const last = chunks.all.length - 1;
  for (let margin = 2; ; margin *= 8) {
    const parts: { first: number; last: number; changes: Change[] }[] = [];
    for (const change of changes) {
      const first = lastUpTo(chunks.starts, change.span.start) - margin;
      const end = lastUpTo(chunks.starts, change.span.end) + margin;
      const before = parts.at(-1);
      if (before && first <= before.last) {
        before.last = Math.max(before.last, end);
        before.changes.push(change);
      } else parts.push({ first, last: end, changes: [change] });
    }
    yield parts.map((part) => windowOf(chunks, part));
    if (parts.some(({ first, last: end }) => first <= 0 && end >= last)) return;
  }
}

function windowOf(
  { all, starts }: Chunks,
  part: {
    readonly first: number;
    readonly last: number;
    readonly changes: readonly Change[];
  },
): Window {
  const first = Math.max(0, part.first);
  const chunks = all.slice(first, part.last + 1);
  const start = starts[first] ?? 0;
  const before = chunks.map(({ text }) => text).join("");
  const changes = part.changes.map(({ span, text }) => ({
    span: moveSpan(span, -start),
    text,
  }));
  return {
    all: chunks,
    starts: starts.slice(first, part.last + 1).map((it) => it - start),
    before,
    text: changedText(before, changes),
    changes,
    first,
    opensDocument: first === 0,
    endsDocument: part.last >= all.length - 1,
  };
}
