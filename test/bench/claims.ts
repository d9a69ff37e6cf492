/** Prints how well the claims of labelled sentences are read. The first argument is the file. */
import { figures, type Measured, measure } from "./claims/measure.js";

const measured = measure(process.argv[2] ?? "");
const sections = [...new Set(measured.map(({ section }) => section))];

console.log(row(["", "sentences", "claims", "precision", "recall"]));
for (const section of sections)
  print(
    section,
    measured.filter((one) => one.section === section),
  );
print("all", measured);

for (const { text, expected, read } of measured) {
  if (expected.join() !== read.join())
    console.log(
      `\n${text}\n  expected ${expected.join(" ") || "nothing"}, read ${read.join(" ") || "nothing"}`,
    );
}

function print(name: string, part: readonly Measured[]): void {
  const { sentences, right, wrong, missed } = figures(part);
  console.log(
    row([
      name,
      sentences,
      right + missed,
      percent(right, right + wrong),
      percent(right, right + missed),
    ]),
  );
}

function percent(part: number, whole: number): string {
  return whole === 0 ? "-" : `${((100 * part) / whole).toFixed(1)} %`;
}

function row([name = "", ...cells]: readonly (string | number)[]): string {
  return `${String(name).padEnd(42)}${cells.map((cell) => String(cell).padStart(11)).join("")}`;
}
