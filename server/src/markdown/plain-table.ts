import type { Span } from "./span.js";

const row = /\|(?:[^|`\n]*\|)+(?=\n|$)/y;
const delimiters = /^\|(?: *:?-+:? *\|)+$/;

/**
 * The cells of a table that all of a text is (GFM, "Tables"), without the white space around them: rows between bars, with
 * as many cells each, below a delimiter row. `undefined` for anything else. There must be no escapes in it.
 */
export function plainCells(body: string): readonly Span[] | undefined {
  const cells: Span[] = [];
  let columns: number | undefined;
  let index = 0;
  for (let at = 0; at < body.length; at = row.lastIndex + 1, index++) {
    row.lastIndex = at;
    const [line] = row.exec(body) ?? [];
    if (line === undefined) return undefined;
    const bars = line.split("|").length;
    columns ??= bars;
    if (bars !== columns) return undefined;
    if (index === 1) {
      if (!delimiters.test(line)) return undefined;
    } else for (const cell of cellsOf(line, at)) cells.push(cell);
  }
  return index > 1 ? cells : undefined;
}

function cellsOf(line: string, start: number): Span[] {
  return [...line.matchAll(/[^| ](?:[^|]*[^| ])?/g)].map(
    ({ 0: { length }, index }) => ({
      start: start + index,
      end: start + index + length,
    }),
  );
}
