import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { figures, measure } from "../bench/claims/measure.js";

const measured = measure(
  fileURLToPath(new URL("../bench/claims/sentences.txt", import.meta.url)),
);

describe("labelled sentences", () => {
  test.each(measured)("$text", ({ expected, read }) => {
    // What is read is so; not all that is so is read.
    expect(expected).toEqual(expect.arrayContaining([...read]));
  });

  test("nearly all claims are read", () => {
    const { sentences, right, missed } = figures(measured);
    expect(sentences).toBeGreaterThan(200);
    expect(right / (right + missed)).toBeGreaterThan(0.95);
  });
});
