/**
 * `npm run fuzz [-- --edits 200000 --seed 1]`: compares edited documents with the parse of their whole text, on all cores.
 * The same seed finds the same edits again.
 */
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { isMainThread, Worker, workerData } from "node:worker_threads";
import { checkEdits } from "../markdown/random-edits.js";

/** A worker's: one seed after the other, each for a share of edits, so that the memory of one is free for the next. */
type Task = readonly number[];

const editsPerSeed = 1_000;

if (isMainThread) await main();
else work(workerData);

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      edits: { type: "string", default: "200000" },
      seed: { type: "string" },
    },
  });
  const shares = Math.ceil(Number(values.edits) / editsPerSeed);
  const first = Number(values.seed ?? Date.now() % 1_000_000_000);
  const seeds = Array.from({ length: shares }, (_, at) => first + at);
  const workers = availableParallelism();
  const tasks = Array.from({ length: workers }, (_, worker) =>
    seeds.filter((_, at) => at % workers === worker),
  );
  const began = performance.now();
  const found = await Promise.all(tasks.map(start));
  const seconds = Math.round((performance.now() - began) / 1_000);
  const differences = found.filter((one) => one !== undefined);
  for (const difference of differences) console.error(String(difference));
  console.log(
    `${shares * editsPerSeed} random edits, seeds ${first} to ${first + shares - 1}, ${seconds} s: ${differences.length === 0 ? "no difference" : "they differ, see above"}`,
  );
  process.exitCode = differences.length === 0 ? 0 : 1;
}

/** What differs, or nothing. */
function start(task: Task): Promise<unknown> {
  return new Promise((resolve) => {
    const worker = new Worker(fileURLToPath(import.meta.url), {
      workerData: task,
    });
    worker.once("error", resolve);
    worker.once("exit", () => resolve(undefined));
  });
}

function work(seeds: Task): void {
  for (const seed of seeds) checkEdits(editsPerSeed, seed);
}
