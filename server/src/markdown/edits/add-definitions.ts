import type { TextEdit } from "vscode-languageserver-types";
import type { Block, Document } from "../document.js";
import { eachReference } from "../each-reference.js";
import { labelKey } from "../label.js";
import type { Span } from "../span.js";
import {
  firstLine,
  isBlank,
  isGlued,
  lineStart,
  lineText,
  ownLines,
} from "./definition-lines.js";
import { type Ordered, placesIn } from "./definition-order.js";
import type { Run } from "./definition-runs.js";
import { definitionRunsFor } from "./definition-sections.js";
import { textEdit } from "./text-edit.js";
import { type NewDefinition, writeDefinition } from "./write-definition.js";

export type { NewDefinition } from "./write-definition.js";

/**
 * Adds each definition where an author would: into the definitions at the end of the text, or those of the section of
 * `near` (if absent, of the label's first use) where every section has its own, in the order they follow. What is defined
 * already, or has no label that can be one, is left out. The caller sees to it that no label is latent in a link's text
 * (`Document.latent`).
 */
export function addDefinitions(
  document: Document,
  definitions: readonly NewDefinition[],
  near?: Span,
): TextEdit[] {
  return additionsTo(document, near)(definitions);
}

/** The same for many that are asked about one by one, of which perhaps one will be added: looks at the document once. */
export function additionsTo(
  document: Document,
  near?: Span,
): (definitions: readonly NewDefinition[]) => TextEdit[] {
  const usedAt = firstUses(document, near);
  let runs: ReturnType<typeof definitionRunsFor> | undefined;
  const places = new Map<Run, PlaceOf>();

  function placesInRun(run: Run): PlaceOf {
    const placeOf = places.get(run) ?? placesIn<Ordered>(run.items, usedAt);
    places.set(run, placeOf);
    return placeOf;
  }

  return (definitions) => {
    const atEnd: Addition[] = [];
    const byRun = new Map<Run, Addition[]>();
    runs ??= definitionRunsFor(document);
    const runFor = runs;
    for (const addition of newAdditions(document, definitions)) {
      const use = near?.start ?? usedAt(addition.key);
      const run = runFor(addition.destination, use);
      const others = run ? (byRun.get(run) ?? []) : atEnd;
      others.push(addition);
      if (run) byRun.set(run, others);
    }
    return [
      ...[...byRun].flatMap(([run, additions]) =>
        insertIntoRun(document, run, additions, usedAt, placesInRun(run)),
      ),
      ...insertAtEnd(document, atEnd, usedAt),
    ];
  };
}

type PlaceOf = (item: Ordered) => number;

interface Addition extends Ordered {
  readonly source: string;
}

type UsedAt = (key: string) => number | undefined;

function newAdditions(
  document: Document,
  definitions: readonly NewDefinition[],
): Addition[] {
  const additions = new Map<string, Addition>();
  for (const definition of definitions) {
    const key = labelKey(definition.label);
    const source = writeDefinition(definition);
    if (source === undefined || document.defined.has(key)) continue;
    if (!additions.has(key))
      additions.set(key, { key, source, destination: definition.destination });
  }
  return [...additions.values()];
}

function firstUses(document: Document, near: Span | undefined): UsedAt {
  let uses: Map<string, number> | undefined;
  return (key) => {
    uses ??= usesIn(document);
    return (
      uses.get(key) ?? (document.defined.has(key) ? undefined : near?.start)
    );
  };
}

/** Where each label is used first. */
function usesIn(document: Document): Map<string, number> {
  const uses = new Map<string, number>();
  eachReference(document, ({ key, span }, by) => {
    if (!uses.has(key)) uses.set(key, span.start + by);
  });
  return uses;
}

function insertIntoRun(
  document: Document,
  run: Run,
  additions: readonly Addition[],
  usedAt: UsedAt,
  placeOfFirst: PlaceOf,
): TextEdit[] {
  const { eol } = document;
  const last = run.length - (isGlued(document, run) ? 1 : 0);
  const [addition, ...more] = additions;
  const sourcesAt =
    addition && more.length === 0
      ? new Map([[Math.min(placeOfFirst(addition), last), [addition.source]]])
      : sourcesAmong(run.items, additions, last, usedAt);
  return [...sourcesAt].map(([place, sources]) => {
    const { start, end } = ownLines(document, run.at(place));
    return place < run.length
      ? insertion(document, start, sources.map((it) => it + eol).join(""))
      : insertion(document, end, sources.map((it) => eol + it).join(""));
  });
}

/** What is to stand before each of the items, by its index, each addition placed among those before it. */
function sourcesAmong(
  items: readonly Ordered[],
  additions: readonly Addition[],
  last: number,
  usedAt: UsedAt,
): ReadonlyMap<number, readonly string[]> {
  let entries: readonly (Ordered | Addition)[] = items;
  additions.forEach((addition, added) => {
    const place = placesIn(entries, usedAt)(addition);
    entries = entries.toSpliced(Math.min(place, last + added), 0, addition);
  });
  const sourcesAt = new Map<number, string[]>();
  let place = 0;
  for (const entry of entries) {
    if (!("source" in entry)) place++;
    else if (!sourcesAt.get(place)?.push(entry.source))
      sourcesAt.set(place, [entry.source]);
  }
  return sourcesAt;
}

function insertAtEnd(
  document: Document,
  additions: readonly Addition[],
  usedAt: UsedAt,
): TextEdit[] {
  if (additions.length === 0) return [];
  let entries: readonly Addition[] = [];
  for (const addition of additions) {
    const place = placesIn(entries, usedAt)(addition);
    entries = entries.toSpliced(place, 0, addition);
  }
  const { length, eol } = document;
  const unclosed = document.blocks.findLast((block) => block.unclosed);
  const at = unclosed ? startOfLines(document, unclosed) : length;
  const after = unclosed
    ? eol + eol
    : /[\n\r]$/.test(document.charAt(length - 1))
      ? eol
      : "";
  return [
    insertion(
      document,
      at,
      blankLineBefore(document, at) +
        entries.map(({ source }) => source).join(eol) +
        after,
    ),
  ];
}

function startOfLines(document: Document, block: Block): number {
  return lineStart(document, firstLine(document, block.span));
}

/** What makes the line above `at` a blank one: a list, table, quote or paragraph would take in a definition below it. */
function blankLineBefore(document: Document, at: number): string {
  const { lines, eol } = document;
  const { line } = lines.positionAt(at);
  if (at > lineStart(document, line)) {
    const current = lineText(document, line);
    return isBlank(current) ? eol : eol + eol;
  }
  return line === 0 || isBlank(lineText(document, line - 1)) ? "" : eol;
}

function insertion(document: Document, at: number, newText: string): TextEdit {
  return textEdit(document, { start: at, end: at }, newText);
}
