import fc from "fast-check";
import { expect, test } from "vitest";
import { letterBits, lettersTest } from "../../server/src/features/letters.js";

const anyText = fc.oneof(
  fc.string({ unit: fc.constantFrom(..."abzq019-#./ üßİ😀é") }),
  fc.string({ unit: "grapheme" }),
);

test("the bits of a label pass over none that has the letters", () => {
  fc.assert(
    fc.property(anyText, anyText, fc.boolean(), (label, other, isPart) => {
      const letters = label.toLowerCase();
      const typed = isPart
        ? [...label].filter((_, index) => index % 2 === 0).join("")
        : other;
      const test = lettersTest(typed);
      expect(test(letters, letterBits(letters))).toBe(test(letters));
    }),
    { numRuns: 500 },
  );
});

test.each([
  ["npl12", "node-pull-12", true],
  ["NPL", "node-pull-12", true],
  ["n p", "node-pull-12", true],
  ["12pull", "node-pull-12", false],
  ["nz", "node-pull-12", false],
  ["", "", true],
  ["ß", "straße", true],
  ["😀", "a😀b", true],
])("%j in %j: %s", (typed, letters, expected) => {
  expect(lettersTest(typed)(letters, letterBits(letters))).toBe(expected);
});

test("the bits tell most labels apart, with no look at their letters", () => {
  const hasBits = (label: string, typed: string) =>
    (letterBits(label) & letterBits(typed)) === letterBits(typed);
  expect(hasBits("node-pull-12", "led")).toBe(true);
  expect(hasBits("node-pull-12", "hyd")).toBe(false);
  expect(hasBits("ledger", "2")).toBe(false);
  expect(hasBits("ledger", "-")).toBe(false);
});
