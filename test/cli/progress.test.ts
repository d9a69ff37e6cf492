import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  type Environment,
  runCommandLine,
} from "../../server/src/cli/command-line.js";
import { createProgress } from "../../server/src/cli/progress.js";
import { recordingIn } from "./recording.js";

/** What a terminal shows of one line after each thing that is written. */
function screensOf(written: readonly string[]): string[] {
  let line = "";
  return written.map((text) => {
    line = (line + text).split("\r\u001B[K").at(-1) ?? "";
    return line;
  });
}

test("one line that is written over, from half a second on, and gone at the end", () => {
  const written: string[] = [];
  let time = 1_000;
  const progress = createProgress({
    now: () => time,
    write: (text) => written.push(text),
  });
  const at = (now: number, done: number) => {
    time = now;
    progress.report("Checking", done, 10_000);
  };
  at(1_400, 500);
  at(1_500, 600);
  at(1_550, 700);
  at(1_600, 1_200);
  progress.clear();
  progress.clear();
  expect(screensOf(written)).toEqual([
    "Checking 600 of 10,000 posts…",
    "Checking 1,200 of 10,000 posts…",
    "",
  ]);
});

test("nothing is written of what is done at once", () => {
  const written: string[] = [];
  const write = (text: string) => written.push(text);
  const progress = createProgress({ now: () => 0, write });
  progress.report("Checking", 1, 1);
  progress.clear();
  expect(written).toEqual([]);
});

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "weeknotes-progress-"));
  for (let n = 0; n < 100; n++)
    writeFileSync(join(folder, `${n}.md`), "See [[x-pull-1]].\n");
});
afterAll(() => rmSync(folder, { recursive: true }));

/** On a computer where each look at the clock takes a second. */
async function checkSlowly(changes: Partial<Environment>) {
  const written: string[] = [];
  let time = 0;
  const recording = recordingIn(folder, {
    now: () => (time += 1_000),
    writeError: (text) => written.push(text),
    ...changes,
  });
  const status = await runCommandLine(["check"], recording.environment);
  return { status, output: recording.output, screens: screensOf(written) };
}

test("a long check is told at a terminal", async () => {
  const { status, output, screens } = await checkSlowly({
    isErrorTerminal: true,
  });
  expect(screens[0]).toBe("Reading 32 of 100 posts…");
  expect(screens).toContain("Checking 16 of 100 posts…");
  expect(screens.at(-1)).toBe("");
  expect(output).toMatch(/100 warnings in 100 of 100 files\./);
  expect(status).toBe(1);
});

test.each<[string, Partial<Environment>]>([
  ["a pipe", {}],
  ["the log of a build", { isErrorTerminal: true, env: { CI: "true" } }],
  ["a terminal that cannot", { isErrorTerminal: true, env: { TERM: "dumb" } }],
])("and not to %s", async (_, changes) => {
  expect((await checkSlowly(changes)).screens).toEqual([]);
});

test("who interrupts a check sees nothing of it", async () => {
  const controller = new AbortController();
  const written: string[] = [];
  const { status, output } = await checkSlowly({
    isErrorTerminal: true,
    writeError(text) {
      written.push(text);
      if (text.includes("Checking 32")) controller.abort();
    },
    interruption: () => controller.signal,
  });
  expect({ status, output }).toEqual({ status: undefined, output: "" });
  expect(screensOf(written).slice(-2)).toEqual([
    "Checking 32 of 100 posts…",
    "",
  ]);
});
