/** What a key costs in a document, by its length: CPU milliseconds, as a busy machine blurs any other. */
import type { Document } from "../../server/src/markdown/document.js";
import { edit } from "../../server/src/markdown/edit.js";
import { parse } from "../../server/src/markdown/parse.js";

const keys = 200;

for (const lines of [200, 2_000, 20_000]) {
  const text = report(lines);
  const heapBefore = process.memoryUsage().heapUsed;
  const [document, first] = timed(() => parse(text));
  const megabytes = (process.memoryUsage().heapUsed - heapBefore) / 2 ** 20;
  const alone: number[] = [];
  const withAnswers: number[] = [];
  let typed = document;
  for (let key = 0; key < keys; key++) {
    const at = placeOf(typed, key);
    const [next, cost] = timed(() =>
      edit(typed, [{ span: { start: at, end: at }, text: "x" }]),
    );
    const [, answers] = timed(() => readAllOf(next));
    alone.push(cost);
    withAnswers.push(cost + answers);
    typed = next;
  }
  const fence = { span: { start: 40, end: 40 }, text: "\n\n```\n\n" };
  const [fenced, opened] = timed(() => edit(document, [fence]));
  const [, closed] = timed(() =>
    edit(fenced, [{ span: { start: 40, end: 47 }, text: "" }]),
  );
  console.log(
    [
      `${lines} lines, ${(text.length / 1000).toFixed(0)} KB, ${document.chunks.all.length} chunks`,
      `first ${first.toFixed(0)} ms, ${megabytes.toFixed(0)} MB`,
      `key p50 ${quantile(alone, 0.5)} p95 ${quantile(alone, 0.95)} ms`,
      `with all it says p50 ${quantile(withAnswers, 0.5)} p95 ${quantile(withAnswers, 0.95)} ms`,
      `a fence opened near the top ${opened.toFixed(0)} ms, taken away ${closed.toFixed(0)} ms`,
    ].join("; "),
  );
}

/** Keys are typed in a paragraph, at places all over the document, ten at each. */
function placeOf({ blocks, text }: Document, key: number): number {
  const paragraphs = blocks.filter(({ type }) => type === "paragraph");
  const place = Math.floor(key / 10) * 7919;
  return paragraphs[place % paragraphs.length]?.span.end ?? text.length;
}

function readAllOf(document: Document): number {
  const { references, definitions, links, headings, comments } = document;
  const last = references.at(-1)?.span.start ?? 0;
  return (
    definitions.length +
    links.length +
    headings.length +
    comments.length +
    document.lines.positionAt(last).line
  );
}

function timed<Result>(run: () => Result): readonly [Result, number] {
  const before = process.cpuUsage();
  const result = run();
  const { user, system } = process.cpuUsage(before);
  return [result, (user + system) / 1000];
}

function quantile(values: readonly number[], share: number): string {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[Math.floor(share * sorted.length)] ?? Number.NaN).toFixed(2);
}

/** A report with headings, paragraphs, lists, and its definitions at the end. */
function report(lines: number): string {
  const parts = ["---\ntitle: Report\n---\n\n"];
  const definitions: string[] = [];
  for (let i = 1; i * 12 < lines; i++) {
    parts.push(
      `## Week ${i}\n\n`,
      `We merged [[node-pull-${i}]] and *reviewed* [the plan](https://example.com/${i}),\n`,
      `which \`cli\` needs for [node-issue-${i % 40}].\n\n`,
      `- Opened [[node-issue-${i}]]\n- Closed it\n  - after [node-pull-${i}]\n\n`,
    );
    definitions.push(
      `[node-pull-${i}]: https://github.com/example/node/pull/${i}\n`,
    );
    if (i % 20 === 0) definitions.push("\n");
  }
  return parts.join("") + definitions.join("");
}
