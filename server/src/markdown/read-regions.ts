import { followerAt, isBoundary, isListMarkerAt } from "./boundaries.js";
import type { Chunk } from "./chunk.js";
import { lastUpTo } from "./lines.js";
import { type Name, seemingNames } from "./names.js";
import { isDefinitionAt } from "./plain-definitions.js";
import { addNames } from "./read-all.js";
import { readRange } from "./read-range.js";
import type { Syntax } from "./syntax.js";
import type { Window } from "./window.js";

/** Some chunks of a window, one behind the other, and what is to take their place in the changed text. */
export interface Region {
  /** Indices of its first and last chunk. */
  readonly first: number;
  readonly last: number;
  readonly read: readonly Chunk[];
}

interface Given {
  readonly syntax: Syntax;
  /** In the changed text; see `frontMatterEnd`. */
  readonly matterEnd: number;
  readonly names: NameGuess;
}

/**
 * Reads each time from the first chunk that a change reaches to where the chunks behind it begin again: in regions that are
 * ordered, with at least a chunk between two. Changes are ordered, and do not overlap. What the chunks say of names is
 * a guess; `undefined` where more of the text has to be read than the window shows.
 */
export function readRegions(
  window: Window,
  { syntax, matterEnd, names }: Given,
): readonly Region[] | undefined {
  const { all, starts, before, text, changes } = window;
  const { opensDocument, endsDocument } = window;
  const isDefined = (name: Name) => names.isDefined(name);
  const reader = { text, syntax, opensDocument, isDefined };
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
    // What stands before the first chunk decides whether it may begin there.
    if (first === 0 && !opensDocument) return undefined;
    const open = first === behind ? regions.pop() : undefined;
    const from = open ? endOf(open.last) : (starts[first] ?? 0) + moved;
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
        names.reachFurther(
          all.slice(first, last + 1),
          text.slice(position, endOf(last)),
        );
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
        if (last === all.length - 1 && !endsDocument) return undefined;
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
      read: open ? [...open.read, ...read] : read,
    });
  }
}

/** What is defined after some changes, as it seems: who was told otherwise reads again once it is known. */
export interface NameGuess {
  isDefined(name: Name): boolean;
  /** More is read than the chunks in which the changes are, of which so much is left: a fence has come, or is gone. */
  reachFurther(chunks: readonly Chunk[], left: string): void;
}

/** Guesses by the lines that are changed, or by all that is read in their place. `known`: how often each name is defined. */
export function guessNames(
  known: ReadonlyMap<Name, number>,
  windows: readonly Window[],
): NameGuess {
  const [gone, come] = namesOfLines(windows);
  let removed: ReadonlyMap<Name, number> | undefined;
  let seeming: ReadonlySet<Name> = come;
  return {
    isDefined(name) {
      if (seeming.has(name)) return true;
      const less = removed ? (removed.get(name) ?? 0) : gone.has(name) ? 1 : 0;
      return (known.get(name) ?? 0) > less;
    },
    reachFurther(chunks, left) {
      removed = addNames(new Map(), chunks);
      seeming = new Set([...seemingNames(left), ...come]);
    },
  };
}

/** The names in the lines that are changed: those of the lines as they were, and as they are. */
function namesOfLines(
  windows: readonly Window[],
): readonly [ReadonlySet<Name>, ReadonlySet<Name>] {
  const old: string[] = [];
  const changed: string[] = [];
  for (const { before, text, changes } of windows) {
    let moved = 0;
    for (const { span, text: inserted } of changes) {
      const start = span.start + moved;
      old.push(linesAt(before, span.start, span.end));
      changed.push(linesAt(text, start, start + inserted.length));
      moved += inserted.length - (span.end - span.start);
    }
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
