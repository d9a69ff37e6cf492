import { frontMatterEnd } from "./boundaries.js";
import type { Chunk, Chunks } from "./chunk.js";
import { documentOf } from "./chunked-document.js";
import { differingMiddle } from "./differing-middle.js";
import type { Document } from "./document.js";
import type { Name } from "./names.js";
import { parse } from "./parse.js";
import { countNames, type ReadAll, readAsOne, reread } from "./read-all.js";
import { type Region, readRegions } from "./read-regions.js";
import type { Span } from "./span.js";

/** Puts `text` in the place of `span`. */
export interface Change {
  readonly span: Span;
  readonly text: string;
}

/**
 * What `parse` makes of the changed text, read anew only where the changes reach. Each change counts in the text that
 * those before it leave, as in the Language Server Protocol. Changes from the last to the first are made at once.
 */
export function edit(document: Document, changes: readonly Change[]): Document {
  if (areFromTheLast(changes))
    return editAtOnce(document, changes.toReversed());
  // Each change costs a walk over all chunks.
  return changes.length * 2 > document.chunks.all.length + 8
    ? parse(changes.reduce(replaced, document.text), document.syntax)
    : changes.reduce(
        (edited, change) => editAtOnce(edited, [change]),
        document,
      );
}

/** The chunks of the changed text, for who asks what it says and not where. Changes are ordered, and do not overlap. */
export function chunksAfter(
  document: Document,
  changes: readonly Change[],
): ReadAll {
  const text = replacedAll(document.text, changes);
  return (
    readChanged(document, text, changes) ?? parse(text, document.syntax).chunks
  );
}

/** No change touches what one before it has made, so that all count in the text as it is. */
function areFromTheLast(changes: readonly Change[]): boolean {
  return changes.every(
    ({ span }, index) =>
      span.end <= (changes[index - 1]?.span.start ?? Infinity),
  );
}

function replaced(text: string, change: Change): string {
  return replacedAll(text, [change]);
}

function replacedAll(text: string, changes: readonly Change[]): string {
  let result = "";
  let done = 0;
  for (const { span, text: inserted } of changes) {
    result += text.slice(done, span.start) + inserted;
    done = span.end;
  }
  return result + text.slice(done);
}

function editAtOnce(document: Document, changes: readonly Change[]): Document {
  if (changes.length === 0) return document;
  const { syntax } = document;
  const text = replacedAll(document.text, changes);
  const read = readChanged(document, text, changes);
  return read
    ? documentOf(text, syntax, syntax, read, document)
    : parse(text, syntax);
}

/** `undefined` where all of the text has to be read. */
function readChanged(
  document: Document,
  text: string,
  changes: readonly Change[],
): ReadAll | undefined {
  const { syntax, chunks } = document;
  // While a text is no MDX, any change may make it that; an empty one is a chunk too.
  if (chunks.readAs !== syntax || text === "") return undefined;
  if (chunks.all[0]?.definesLate) return stillReadAsOne(text, syntax);
  const matterEnd = frontMatterEnd(text);
  if (matterEnd === undefined) return readAsOne(text, syntax);
  const regions = readRegions(document, changes, text, matterEnd);
  return regions && settle({ text, syntax }, chunks, regions);
}

function stillReadAsOne(text: string, syntax: Document["syntax"]) {
  const read = readAsOne(text, syntax);
  return read?.all[0]?.definesLate ? read : undefined;
}

/** Puts what was read in the place of what was there, and reads again what asks for changed names. */
function settle(
  { text, syntax }: Pick<Document, "text" | "syntax">,
  { all, names }: Chunks,
  regions: readonly Region[],
): ReadAll | undefined {
  const difference = new Map<Name, number>();
  for (const { first, last, read } of regions) {
    const gone = namesOf(all.slice(first, last + 1));
    const come = namesOf(read);
    const { start, ends } = differingMiddle(gone, come);
    countNames(difference, gone.slice(start, ends[0]), -1);
    countNames(difference, come.slice(start, ends[1]), 1);
  }
  if (difference.size === 0) {
    const reader = { text, syntax, isDefined: (name: Name) => names.has(name) };
    const settled: Region[] = [];
    for (const region of regions) {
      const read = reread(reader, region.read, region.start);
      if (!read) return undefined;
      settled.push({ ...region, read });
    }
    return { all: replacedIn(all, settled), names };
  }
  const newNames = new Map(names);
  for (const [name, by] of difference) {
    const count = (names.get(name) ?? 0) + by;
    if (count === 0) newNames.delete(name);
    else newNames.set(name, count);
  }
  const isNew = new Set(regions.flatMap(({ read }) => read));
  const flipped = [...difference.keys()].filter(
    (name) => names.has(name) !== newNames.has(name),
  );
  const settled = reread(
    { text, syntax, isDefined: (name) => newNames.has(name) },
    replacedIn(all, regions),
    0,
    (chunk) =>
      isNew.has(chunk) || flipped.some((name) => chunk.consulted.has(name)),
  );
  return settled && { all: settled, names: newNames };
}

function namesOf(chunks: readonly Chunk[]): readonly Name[] {
  const all: Name[] = [];
  for (const { names } of chunks) for (const name of names) all.push(name);
  return all;
}

function replacedIn(
  all: readonly Chunk[],
  regions: readonly Region[],
): readonly Chunk[] {
  const result: Chunk[] = [];
  let done = 0;
  for (const { first, last, read } of regions) {
    for (const chunk of all.slice(done, first)) result.push(chunk);
    for (const chunk of read) result.push(chunk);
    done = last + 1;
  }
  for (const chunk of all.slice(done)) result.push(chunk);
  return result;
}
