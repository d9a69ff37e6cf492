/** The figures as Markdown. */
import {
  abbreviations,
  type Competitor,
  type Figure,
  figures,
  type Goal,
} from "./figures.js";
import type { Results, Sample } from "./results.js";

const columns: readonly Competitor[] = [
  "weeknotes",
  "md",
  "remark",
  "markdownlint",
  "null",
];

export function figuresTable(results: Results): string {
  const rows = figures
    .filter(({ id }) => results.get(id, "weeknotes"))
    .map((figure) => [
      figure.title,
      ...columns.map((it) => cell(figure, results.get(figure.id, it))),
      `${goalsOf(figure)} ${mark(results.isMet(figure))}`,
    ]);
  const titles = columns.map((it) => abbreviations[it]);
  return markdownTable(["", ...titles, "goal"], rows);
}

/** Why goals are not met, a line for each that says so. */
export function limitsOf(results: Results): string {
  return figures
    .flatMap((figure) =>
      figure.limit && results.isMet(figure) === false
        ? `- ${figure.title}: ${figure.limit}.`
        : [],
    )
    .join("\n");
}

/** All columns but the first and the last are numbers. */
export function markdownTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const rule = head.map((_, at) =>
    at === 0 || at === head.length - 1 ? "---" : "---:",
  );
  return [line(head), line(rule), ...rows.map(line)].join("\n");
}

function cell({ unit }: Figure, sample: Sample | undefined): string {
  if (!sample) return "–";
  const wrong =
    sample.right < 1 ? `, ${Math.round(sample.right * 100)} % right` : "";
  return `${rounded(sample.value)} ${unit}${wrong}`;
}

export function rounded(value: number): string {
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2;
  const [whole = "", fraction] = value.toFixed(digits).split(".");
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ",");
  return fraction ? `${grouped}.${fraction}` : grouped;
}

function goalsOf({ goals, unit, atMost }: Figure): string {
  const texts = goals.map((goal) => goalText(goal, unit));
  if (atMost !== undefined) texts.push(`≤ ${atMost} ${unit}`);
  return texts.join(", ");
}

function goalText({ factor, of }: Goal, unit: Figure["unit"]): string {
  const name = typeof of === "string" ? abbreviations[of] : of.named;
  return factor < 1 && unit === "ms"
    ? `≥ ${Math.round(1 / factor)} × faster than ${name}`
    : `≤ ${factor} × ${name}`;
}

function mark(isMet: boolean | undefined): string {
  return isMet === undefined ? "" : isMet ? "✓" : "✗";
}
