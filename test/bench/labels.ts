/**
 * Prints how well labels are learned: hides each definition of each post in turn and learns from all the rest. The
 * argument is a folder of posts; without it the labels and URLs of real reports in `labels/`. The first line is of those
 * whose repository occurs elsewhere. `--misses` prints each miss.
 */
import { figures, type Hidden, measure } from "./labels/measure.js";
import { postsIn, recordedCorpora } from "./labels/posts.js";

const args = process.argv.slice(2);
const folder = args.find((arg) => !arg.startsWith("--"));
const corpora =
  folder === undefined
    ? recordedCorpora
    : [[{ name: folder, posts: postsIn(folder) }]];

/** Whether the repository occurs in another post, or elsewhere in this one: of any other nobody but the author can know. */
const parts = [
  ["", ({ known }: Hidden) => known],
  [
    "  whose label says a number, commit or name",
    ({ known, readable }: Hidden) => known && readable,
  ],
  [
    "  whose label is of words",
    ({ known, readable }: Hidden) => known && !readable,
  ],
  ["  of repositories that nothing else names", (one: Hidden) => !one.known],
  ["  all", () => true],
] as const;

row("", "definitions", "style", "URL offered", "URL first", "wrongly certain");
for (const corpus of corpora) {
  const hidden = measure(corpus.flatMap(({ posts }) => posts));
  for (const { name, posts } of corpus) {
    const paths = new Set(posts.map(({ path }) => path));
    const those = hidden.filter(({ path }) => paths.has(path));
    for (const [what, isMeant] of parts)
      print(what || name, those.filter(isMeant));
  }
  if (args.includes("--misses")) hidden.forEach(printMisses);
}

function printMisses(hidden: Hidden): void {
  const { path, label, destination, offered, rank, predicted } = hidden;
  const what = `${path} [${label}] ${destination}`;
  if (hidden.wronglyCertain) console.log(`WRONG ${what}: ${offered[0]}`);
  if (!hidden.known) return;
  if (rank !== 0)
    console.log(
      `URL   ${what}: ${rank < 0 ? "not offered" : `offer ${rank + 1}`}; first ${offered[0] ?? "nothing"}`,
    );
  if (predicted !== label) console.log(`STYLE ${what}: ${predicted}`);
}

function print(name: string, part: readonly Hidden[]): void {
  const { style, offered, first, wronglyCertain } = figures(part);
  if (part.length === 0) return;
  const percent = (some: number) =>
    `${some} ${((100 * some) / part.length).toFixed(1)} %`;
  row(
    name,
    part.length,
    percent(style),
    percent(offered),
    percent(first),
    wronglyCertain,
  );
}

function row(name: string, ...cells: readonly (string | number)[]): void {
  console.log(
    name.padEnd(44) + cells.map((cell) => String(cell).padStart(16)).join(""),
  );
}
