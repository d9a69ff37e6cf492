import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import {
  figuresOf,
  findingsIn,
  judge,
  partOf,
} from "../bench/precision/measure.js";
import { readVerdicts } from "../bench/precision/verdicts.js";

const folder = fileURLToPath(new URL("../fixtures/precision", import.meta.url));
const verdictFile = `${folder}/verdicts.tsv`;

describe("posts with mistakes and traps", async () => {
  const { judged, unjudged, missed } = judge(
    await findingsIn(folder),
    readVerdicts(verdictFile),
  );

  test("every finding has been read by somebody", () => {
    expect(unjudged).toEqual([]);
  });

  test("no finding is wrong", () => {
    expect(judged.filter(({ verdict }) => !verdict.right)).toEqual([]);
  });

  test("every mistake is found", () => {
    expect(missed).toEqual([]);
    expect(judged.length).toBeGreaterThan(100);
  });
});

test("findings meet their verdicts one by one", () => {
  const place = { path: "a.md", line: 3, rule: "r" };
  const found = { ...place, severity: "warning", message: "m" } as const;
  const right = { ...place, right: true, reason: "so it is" };
  const wrong = { ...right, right: false };
  const judged = judge(
    [found, found, found, { ...found, rule: "s" }],
    [right, wrong, { ...right, line: 4 }, { ...wrong, line: 5 }],
  );
  expect(figuresOf(judged)).toEqual({
    right: 1,
    wrong: 1,
    missed: 1,
    unjudged: 2,
  });
  expect(figuresOf(partOf(judged, "s"))).toEqual({
    right: 0,
    wrong: 0,
    missed: 0,
    unjudged: 1,
  });
});

test("a file of another form is told of", () => {
  expect(() => readVerdicts(`${folder}/weeknotes.json`)).toThrow(
    "the first line is not",
  );
});
