import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyEdits } from "../../server/src/markdown/edits/apply.js";
import { changedLines } from "../../server/src/rules/changed-lines.js";

describe("changed lines", () => {
  const lines = fc
    .array(fc.constantFrom("a\n", "b\n", "c\r\n", "d\r", "\n", "e"), {
      maxLength: 12,
    })
    .map((all) => all.join(""));

  test("make one text of another", () => {
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        expect(applyEdits(before, changedLines(before, after))).toBe(after);
      }),
    );
  });

  test("are none where nothing changed", () => {
    expect(changedLines("a\nb", "a\nb")).toEqual([]);
  });
});
