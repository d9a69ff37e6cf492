/**
 * Prints how often each rule is right, over the project's own posts and over each folder that is given with its file of
 * verdicts: `npm run bench:precision -- ../posts ../posts/verdicts.tsv`. Then the findings that are wrong, the mistakes that
 * are missed, and every finding without a verdict.
 */
import { join, resolve } from "node:path";
import { allRules } from "../../server/src/rules/all-rules.js";
import {
  figuresOf,
  findingsIn,
  type Judged,
  judge,
  partOf,
  type RuleFigures,
} from "./precision/measure.js";
import { type Place, readVerdicts } from "./precision/verdicts.js";

const own = "test/fixtures/precision";
const given = process.argv.slice(2);
if (given.length % 2 !== 0)
  throw new Error("Give each folder of posts with its file of verdicts.");
const folders = [own, join(own, "verdicts.tsv"), ...given];
for (let i = 0; i < folders.length; i += 2)
  await print(resolve(folders[i] ?? ""), resolve(folders[i + 1] ?? ""));

async function print(folder: string, verdicts: string): Promise<void> {
  const judged = judge(await findingsIn(folder), readVerdicts(verdicts));
  console.log(`\n${folder}\n`);
  console.log(
    row(["", "right", "wrong", "missed", "unjudged", "precision", "recall"]),
  );
  for (const { id, online } of allRules) {
    const figures = figuresOf(partOf(judged, id));
    const isSilent = Object.values(figures).every((count) => count === 0);
    if (!(online && isSilent)) console.log(rowOf(id, figures));
  }
  console.log(rowOf("all", figuresOf(judged)));
  console.log(rowOf("errors and warnings", figuresOf(loud(judged))));
  list(
    "Wrong",
    judged.judged
      .filter(({ verdict }) => !verdict.right)
      .map(({ found, verdict }) => [found, verdict.reason]),
  );
  list(
    "Missed",
    judged.missed.map((verdict) => [verdict, verdict.reason]),
  );
  list(
    "Without a verdict",
    judged.unjudged.map((found) => [found, found.message]),
  );
}

function loud({ judged, unjudged, missed }: Judged): Judged {
  const isLoud = ({ severity }: { severity: string }) =>
    severity === "error" || severity === "warning";
  return {
    judged: judged.filter(({ found }) => isLoud(found)),
    unjudged: unjudged.filter(isLoud),
    missed,
  };
}

function list(title: string, lines: readonly (readonly [Place, string])[]) {
  if (lines.length === 0) return;
  console.log(`\n${title}:`);
  for (const [{ path, line, rule }, words] of lines)
    console.log(`  ${path}:${line} ${rule}: ${words}`);
}

function rowOf(name: string, figures: RuleFigures): string {
  const { right, wrong, missed, unjudged } = figures;
  return row([
    name,
    right,
    wrong,
    missed,
    unjudged,
    percent(right, right + wrong),
    percent(right, right + missed),
  ]);
}

function percent(part: number, whole: number): string {
  return whole === 0 ? "-" : `${((100 * part) / whole).toFixed(1)} %`;
}

function row([name = "", ...cells]: readonly (string | number)[]): string {
  return `${String(name).padEnd(26)}${cells.map((cell) => String(cell).padStart(11)).join("")}`;
}
