import type { Definition, Document } from "../document.js";
import { contains, type Span } from "../span.js";
import { definitionRuns, type Run } from "./definition-runs.js";

/** Runs with nothing but white space and comments between them: a text's list of definitions, or a section's. */
type Area = readonly [Run, ...Run[]];

/**
 * Finds the run that a new definition used at the given offset belongs to, if the document has one for it. Looks at the
 * document when first asked, once for each offset.
 */
export function definitionRunsFor(
  document: Document,
): (destination: string, usedAt: number | undefined) => Run | undefined {
  const found = new Map<number | undefined, Area | undefined>();
  let areas: readonly Area[] | undefined;

  function areaFor(usedAt: number | undefined): Area | undefined {
    areas ??= definitionAreas(document);
    return (
      (usedAt === undefined
        ? undefined
        : areaOfSection(document, areas, usedAt)) ?? areaAtEnd(document, areas)
    );
  }

  return (destination, usedAt) => {
    if (!found.has(usedAt)) found.set(usedAt, areaFor(usedAt));
    const area = found.get(usedAt);
    return area && mostAlike(area, destination);
  };
}

function definitionAreas(document: Document): Area[] {
  const areas: [Run, ...Run[]][] = [];
  for (const run of definitionRuns(document)) {
    const area = areas.at(-1);
    const above = area && lastOf(area).last.block;
    const isNext =
      above !== undefined &&
      document.blocks
        .slice(above + 1, run.first.block)
        .every(({ span }) => isComment(document, span));
    if (area && isNext) area.push(run);
    else areas.push([run]);
  }
  return areas;
}

function isComment(document: Document, span: Span): boolean {
  return document.comments.some(
    (comment) =>
      contains(span, comment.span) &&
      document.slice(span.start, span.end).trim() ===
        document.slice(comment.span.start, comment.span.end),
  );
}

/**
 * The last definitions of the text. A single one with text after it is more likely a paragraph that happens to read as a
 * definition (`[a]: done`) than the place where the author keeps them.
 */
function areaAtEnd(
  document: Document,
  areas: readonly Area[],
): Area | undefined {
  return areas.findLast((area) => {
    const last = lastOf(area);
    return (
      area.length > 1 ||
      last.length > 1 ||
      document.blocks
        .slice(last.last.block + 1)
        .every(
          ({ type, span, unclosed }) =>
            type === "footnoteDefinition" ||
            unclosed ||
            isComment(document, span),
        )
    );
  });
}

/** The definitions of the section an offset is in, where each section has at most one area and uses mostly its own. */
function areaOfSection(
  document: Document,
  areas: readonly Area[],
  offset: number,
): Area | undefined {
  if (areas.length < 2) return undefined;
  for (const depth of [1, 2, 3, 4, 5, 6]) {
    const starts = document.headings
      .filter((heading) => heading.depth <= depth)
      .map(({ span }) => span.start);
    const sectionOf = (offset: number) =>
      starts.findLastIndex((start) => start <= offset);
    const sections = areas.map(([run]) => sectionOf(run.first.span.start));
    if (new Set(sections).size < areas.length) continue;
    return servesOwnSection(document, areas, sectionOf)
      ? areas[sections.indexOf(sectionOf(offset))]
      : undefined;
  }
  return undefined;
}

function servesOwnSection(
  document: Document,
  areas: readonly Area[],
  sectionOf: (offset: number) => number,
): boolean {
  const home = new Map<Definition, number>();
  for (const run of areas.flat())
    for (const definition of run)
      home.set(definition, sectionOf(definition.span.start));
  let inside = 0;
  let outside = 0;
  for (const { definition, span } of document.references) {
    const section = definition && home.get(definition);
    if (section === undefined) continue;
    if (section === sectionOf(span.start)) inside++;
    else outside++;
  }
  return inside > outside;
}

/** The run whose destinations share most with a new one: the same repository, and there the same kind of page. */
function mostAlike(area: Area, destination: string): Run {
  if (area.length === 1) return area[0];
  const parts = destination.split("/");
  let best: { run: Run; likeness: number } | undefined;
  for (const run of area) {
    const likeness = Math.max(
      ...run.items.map(({ destination }) => sharedParts(destination, parts)),
    );
    if (!best || likeness >= best.likeness) best = { run, likeness };
  }
  // Scheme, the empty part before the host, host, owner and name: below that any two pages of a host are alike.
  const sameRepository = 5;
  return best && best.likeness >= sameRepository ? best.run : lastOf(area);
}

function sharedParts(destination: string, parts: readonly string[]): number {
  const shared = destination
    .split("/")
    .findIndex((part, index) => part !== parts[index]);
  return shared < 0 ? parts.length : shared;
}

function lastOf<T>(items: readonly [T, ...T[]]): T {
  return items[items.length - 1] ?? items[0];
}
