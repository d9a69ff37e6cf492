import {
  followerAt,
  frontMatterEnd,
  isBoundary,
  isListMarkerAt,
} from "./boundaries.js";
import type { Chunk, Chunks } from "./chunk.js";
import { documentOf } from "./chunked-document.js";
import type { Document } from "./document.js";
import { lastUpTo } from "./lines.js";
import { type Name, seemingNames } from "./names.js";
import { parse } from "./parse.js";
import { addNames, type ReadAll, readAsOne, reread } from "./read-all.js";
import { readRange } from "./read-range.js";
import type { Span } from "./span.js";

/** Puts `text` in the place of `span`. */
export interface Change {
  readonly span: Span;
  readonly text: string;
}

/**
 * What `parse` makes of the changed text, read anew only where the changes reach. Each change counts in the text that
 * those before it leave, as in the Language Server Protocol.
 */
export function edit(document: Document, changes: readonly Change[]): Document {
  // Each change costs a walk over all chunks.
  return changes.length * 2 > document.chunks.all.length + 8
    ? parse(changes.reduce(replaced, document.text), document.syntax)
    : changes.reduce(editOnce, document);
}

function replaced(text: string, { span, text: inserted }: Change): string {
  return text.slice(0, span.start) + inserted + text.slice(span.end);
}

function editOnce(document: Document, change: Change): Document {
  const text = replaced(document.text, change);
  const { syntax, chunks } = document;
  // While a text is no MDX, any change may make it that; an empty one is a chunk too.
  if (chunks.readAs !== syntax || text === "") return parse(text, syntax);
  const matterEnd = frontMatterEnd(text);
  const read = chunks.all[0]?.definesLate
    ? stillReadAsOne(text, syntax)
    : matterEnd === undefined
      ? readAsOne(text, syntax)
      : editChunks(document, change, text, matterEnd);
  return read
    ? documentOf(text, syntax, syntax, read, document)
    : parse(text, syntax);
}

function stillReadAsOne(text: string, syntax: Document["syntax"]) {
  const read = readAsOne(text, syntax);
  return read?.all[0]?.definesLate ? read : undefined;
}

/** Reads from the first chunk the change reaches to where the chunks behind it begin again. */
function editChunks(
  { chunks, syntax, text: before }: Document,
  { span }: Change,
  text: string,
  matterEnd: number,
): ReadAll | undefined {
  const { all, starts, names } = chunks;
  const first = firstToRead(chunks, span, text, matterEnd);
  const start = starts[first] ?? 0;
  const moved = text.length - before.length;
  const endOf = (index: number) => (starts[index + 1] ?? before.length) + moved;

  const read: Chunk[] = [];
  let last = lastUpTo(starts, span.end);
  let position = start;
  for (let step = 1; ; step *= 4) {
    while (last < all.length - 1 && endOf(last) < matterEnd) last++;
    while (last < all.length - 1 && !isBoundary(text, endOf(last))) last++;
    const removed = addNames(new Map(), all.slice(first, last + 1));
    const seeming = seemingNames(text.slice(position, endOf(last)));
    const isDefined = (name: Name) =>
      (names.get(name) ?? 0) > (removed.get(name) ?? 0) || seeming.has(name);
    const part = readRange(
      { text, syntax, isDefined },
      position,
      endOf(last),
      first === 0 ? matterEnd : 0,
    );
    for (const chunk of part.chunks) read.push(chunk);
    position = part.end;
    if (position > endOf(last)) last = all.length - 1;
    if (position === endOf(last)) break;
    if (last === all.length - 1) return undefined;
    last = Math.min(last + step, all.length - 1);
  }

  return settle({ text, syntax }, chunks, { first, last, start, read });
}

/** Puts what was read in the place of the chunks from `first` to `last`, and reads again what asks for changed names. */
function settle(
  { text, syntax }: Pick<Document, "text" | "syntax">,
  { all, names }: Chunks,
  {
    first,
    last,
    start,
    read,
  }: { first: number; last: number; start: number; read: readonly Chunk[] },
): ReadAll | undefined {
  const ahead = all.slice(0, first);
  const behind = all.slice(last + 1);
  const gone = addNames(new Map(), all.slice(first, last + 1), -1);
  const difference = addNames(gone, read);
  if (difference.size === 0) {
    const reader = { text, syntax, isDefined: (name: Name) => names.has(name) };
    const settled = reread(reader, read, start);
    return settled && { all: [...ahead, ...settled, ...behind], names };
  }
  const newNames = new Map(names);
  for (const [name, by] of difference) {
    const count = (names.get(name) ?? 0) + by;
    if (count === 0) newNames.delete(name);
    else newNames.set(name, count);
  }
  const isNew = new Set(read);
  const flipped = [...difference.keys()].filter(
    (name) => names.has(name) !== newNames.has(name),
  );
  const settled = reread(
    { text, syntax, isDefined: (name) => newNames.has(name) },
    [...ahead, ...read, ...behind],
    0,
    (chunk) =>
      isNew.has(chunk) || flipped.some((name) => chunk.consulted.has(name)),
  );
  return settled && { all: settled, names: newNames };
}

function firstToRead(
  { all, starts }: Chunks,
  span: Span,
  text: string,
  matterEnd: number,
): number {
  let first = lastUpTo(starts, span.start);
  while (first > 0 && !canBegin(text, starts[first] ?? 0, all[first - 1]))
    first--;
  return matterEnd > (starts[1] ?? Infinity) ? 0 : first;
}

/** Whether what begins here leaves the chunk before it as it is. */
function canBegin(
  text: string,
  offset: number,
  before: Chunk | undefined,
): boolean {
  return (
    isBoundary(text, offset) &&
    before?.follower === followerAt(text, offset) &&
    !(before.takesListItem && isListMarkerAt(text, offset))
  );
}
