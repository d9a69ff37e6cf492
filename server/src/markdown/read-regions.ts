import { followerAt, isBoundary, isListMarkerAt } from "./boundaries.js";
import type { Chunk } from "./chunk.js";
import type { Document } from "./document.js";
import type { Change } from "./edit.js";
import { lastUpTo } from "./lines.js";
import { type Name, seemingNames } from "./names.js";
import { isDefinitionAt } from "./plain-definitions.js";
import { addNames } from "./read-all.js";
import { readRange } from "./read-range.js";

/** Some of a document's chunks, one behind the other, and what is to take their place in the changed text. */
export interface Region {
  /** Indices of its first and last chunk. */
  readonly first: number;
  readonly last: number;
  /** Where it begins in the changed text. */
  readonly start: number;
  readonly read: readonly Chunk[];
}

/**
 * Reads each time from the first chunk that a change reaches to where the chunks behind it begin again: in regions that are
 * ordered, with at least a chunk between two. Changes are ordered, and do not overlap. What the chunks say of names is
 * a guess; `undefined` where all of the text has to be read.
 */
export function readRegions(
  document: Document,
  changes: readonly Change[],
  text: string,
  matterEnd: number,
): readonly Region[] | undefined {
  const { chunks, syntax, text: before } = document;
  const { all, starts } = chunks;
  const names = guessNames(document, changes, text);
  const reader = { text, syntax, isDefined: names.isDefined };
  const regions: Region[] = [];
  let taken = 0;
  /** How far what stands behind the changes that are taken has moved. */
  let moved = 0;
  const endOf = (index: number) => (starts[index + 1] ?? before.length) + moved;

  /** The last chunk of a region that holds this one, once it has taken the changes in it. */
  function take(last: number): number {
    for (let reached = last; ; taken++) {
      const change = changes[taken];
      if (!change || change.span.start >= (starts[reached + 1] ?? Infinity))
        return reached;
      moved += change.text.length - (change.span.end - change.span.start);
      reached = Math.max(reached, lastUpTo(starts, change.span.end));
    }
  }

  /** Whether what begins behind a chunk may be left as it is. `mayCut`: even between two definitions of one block. */
  function mayEnd(last: number, mayCut = false): boolean {
    const end = endOf(last);
    return (
      end === text.length ||
      isBoundary(text, end) ||
      (mayCut && all[last]?.isCut === true && isDefinitionAt(text, end))
    );
  }

  for (;;) {
    const change = changes[taken];
    if (!change) return regions;
    const behind = (regions.at(-1)?.last ?? -1) + 1;
    const reached = lastUpTo(starts, change.span.start);
    let first = reached;
    while (
      first > behind &&
      !canBegin(text, (starts[first] ?? 0) + moved, all[first - 1])
    )
      first--;
    if (regions.length === 0 && matterEnd > (starts[1] ?? Infinity)) first = 0;
    const open = first === behind ? regions.pop() : undefined;
    const start = open?.start ?? (starts[first] ?? 0) + moved;
    const from = open ? endOf(open.last) : start;
    let read: Chunk[] = [];
    let position = from;
    let last = take(reached);
    let mayCut = true;
    for (let step = 1; ; step *= 4) {
      while (last < all.length - 1 && endOf(last) < matterEnd)
        last = take(last + 1);
      while (last < all.length - 1 && !mayEnd(last, mayCut))
        last = take(last + 1);
      if (step > 1)
        names.reachFurther(first, last, text.slice(position, endOf(last)));
      const part = readRange(
        reader,
        position,
        endOf(last),
        first === 0 ? matterEnd : 0,
      );
      for (const chunk of part.chunks) read.push(chunk);
      position = part.end;
      if (position > endOf(last)) last = take(all.length - 1);
      if (position === endOf(last)) {
        if (mayEnd(last, read.at(-1)?.isCut)) break;
        mayCut = false;
        read = [];
        position = from;
      }
      if (last === all.length - 1) return undefined;
      last = take(Math.min(last + step, all.length - 1));
    }
    regions.push({
      first: open?.first ?? first,
      last,
      start,
      read: open ? [...open.read, ...read] : read,
    });
  }
}

/** Guesses what is defined after the changes, by the lines they are in or by all that is read in their place. */
function guessNames(
  { chunks: { all, names }, text: before }: Document,
  changes: readonly Change[],
  text: string,
) {
  const [gone, come] = namesOfLines(before, changes, text);
  let removed: ReadonlyMap<Name, number> | undefined;
  let seeming: ReadonlySet<Name> = come;
  return {
    isDefined(name: Name): boolean {
      if (seeming.has(name)) return true;
      const less = removed ? (removed.get(name) ?? 0) : gone.has(name) ? 1 : 0;
      return (names.get(name) ?? 0) > less;
    },
    /** More is read than the chunks in which the changes are, of which so much is left: a fence has come, or is gone. */
    reachFurther(first: number, last: number, left: string): void {
      removed = addNames(new Map(), all.slice(first, last + 1));
      seeming = new Set([...seemingNames(left), ...come]);
    },
  };
}

/** The names in the lines that are changed: those of the lines as they were, and as they are. */
function namesOfLines(
  before: string,
  changes: readonly Change[],
  text: string,
): readonly [ReadonlySet<Name>, ReadonlySet<Name>] {
  let moved = 0;
  const old: string[] = [];
  const changed: string[] = [];
  for (const { span, text: inserted } of changes) {
    const start = span.start + moved;
    old.push(linesAt(before, span.start, span.end));
    changed.push(linesAt(text, start, start + inserted.length));
    moved += inserted.length - (span.end - span.start);
  }
  return [seemingNames(old.join("\n")), seemingNames(changed.join("\n"))];
}

function linesAt(text: string, start: number, end: number): string {
  const next = text.indexOf("\n", end);
  return text.slice(
    text.lastIndexOf("\n", start - 1) + 1,
    next === -1 ? text.length : next,
  );
}

/** Whether what begins here leaves the chunk before it as it is. */
function canBegin(
  text: string,
  offset: number,
  before: Chunk | undefined,
): boolean {
  if (before?.isCut) return isDefinitionAt(text, offset);
  return (
    isBoundary(text, offset) &&
    before?.follower === followerAt(text, offset) &&
    !(before.takesListItem && isListMarkerAt(text, offset))
  );
}
