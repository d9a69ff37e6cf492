import { frontMatterEnd } from "./boundaries.js";
import { type Change, changedText } from "./change.js";
import type { Chunk, Chunks } from "./chunk.js";
import { documentOf } from "./chunked-document.js";
import { differingMiddle } from "./differing-middle.js";
import type { Document } from "./document.js";
import type { Name } from "./names.js";
import { parse } from "./parse.js";
import { countNames, type ReadAll, readAsOne, reread } from "./read-all.js";
import { guessNames, type Region, readRegions } from "./read-regions.js";
import { type Window, windowsAround } from "./window.js";

/**
 * What `parse` makes of the changed text, read anew only where the changes reach. Each change counts in the text that
 * those before it leave, as in the Language Server Protocol. Changes from the last to the first are made at once.
 */
export function edit(document: Document, changes: readonly Change[]): Document {
  if (areFromTheLast(changes))
    return editAtOnce(document, changes.toReversed());
  // Each change costs a walk over all chunks.
  return changes.length * 2 > document.chunks.all.length + 8
    ? parse(
        changes.reduce(
          (text, change) => changedText(text, [change]),
          document.text,
        ),
        document.syntax,
      )
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
  return (
    readChanged(document, changes) ??
    parse(changedText(document.text, changes), document.syntax).chunks
  );
}

/** No change touches what one before it has made, so that all count in the text as it is. */
function areFromTheLast(changes: readonly Change[]): boolean {
  return changes.every(
    ({ span }, index) =>
      span.end <= (changes[index - 1]?.span.start ?? Infinity),
  );
}

function editAtOnce(document: Document, changes: readonly Change[]): Document {
  if (changes.length === 0) return document;
  const { syntax } = document;
  const read = readChanged(document, changes);
  return read
    ? documentOf(read, { syntax, readAs: syntax, before: document })
    : parse(changedText(document.text, changes), syntax);
}

/** `undefined` where all of the text has to be read. */
function readChanged(
  document: Document,
  changes: readonly Change[],
): ReadAll | undefined {
  const { syntax, chunks } = document;
  // While a text is no MDX, any change may make it that; an empty one is a chunk too.
  if (chunks.readAs !== syntax || lengthAfter(document, changes) === 0)
    return undefined;
  if (chunks.all[0]?.definesLate)
    return stillReadAsOne(changedText(document.text, changes), syntax);
  for (const windows of windowsAround(chunks, changes)) {
    const names = guessNames(chunks.names, windows);
    const regions: Region[] = [];
    const areRead = windows.every((window) => {
      const matterEnd = matterEndIn(window);
      if (matterEnd === undefined) return false;
      const inWindow = readRegions(window, { syntax, matterEnd, names });
      for (const { first, last, read } of inWindow ?? [])
        regions.push({
          first: window.first + first,
          last: window.first + last,
          read,
        });
      return inWindow !== undefined;
    });
    if (areRead) return settle(chunks, syntax, regions);
  }
  return undefined;
}

/** An edit behind the front matter leaves it as it is. `undefined` where the window does not show its end. */
function matterEndIn({ opensDocument, text }: Window): number | undefined {
  return opensDocument ? frontMatterEnd(text) : 0;
}

function lengthAfter(document: Document, changes: readonly Change[]): number {
  return changes.reduce(
    (length, { span, text }) => length + text.length - (span.end - span.start),
    document.length,
  );
}

function stillReadAsOne(text: string, syntax: Document["syntax"]) {
  const read = readAsOne(text, syntax);
  return read?.all[0]?.definesLate ? read : undefined;
}

/** Puts what was read in the place of what was there, and reads again what asks for changed names. */
function settle(
  { all, names }: Chunks,
  syntax: Document["syntax"],
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
    const reader = { syntax, isDefined: (name: Name) => names.has(name) };
    const settled: Region[] = [];
    for (const region of regions) {
      const read = reread(reader, region.read, {
        opensDocument: region.first === 0,
        behind: all[region.last + 1]?.text ?? "",
      });
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
    { syntax, isDefined: (name) => newNames.has(name) },
    replacedIn(all, regions),
    undefined,
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
  const pieces: (readonly Chunk[])[] = [];
  let done = 0;
  for (const { first, last, read } of regions) {
    pieces.push(all.slice(done, first), read);
    done = last + 1;
  }
  return all.slice(0, 0).concat(...pieces, all.slice(done));
}
