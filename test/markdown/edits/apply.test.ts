import { expect, test } from "vitest";
import { applyEdits } from "../../../server/src/markdown/edits/apply.js";

const edit = (
  line: number,
  start: number,
  end: number,
  newText: string,
  endLine = line,
) => ({
  range: {
    start: { line, character: start },
    end: { line: endLine, character: end },
  },
  newText,
});

test.each([
  ["none", "ab", [], "ab"],
  [
    "in any order",
    "ab\ncd",
    [edit(1, 0, 1, "C"), edit(0, 1, 2, "B")],
    "aB\nCd",
  ],
  [
    "insertions keep theirs",
    "ab",
    [edit(0, 1, 1, "1"), edit(0, 1, 1, "2")],
    "a12b",
  ],
  ["touching", "abc", [edit(0, 0, 1, ""), edit(0, 1, 2, "")], "c"],
  ["over lines", "a\r\nb\rc", [edit(0, 1, 0, "-", 2)], "a-c"],
  ["beyond the text", "a", [edit(9, 9, 9, "!")], "a!"],
])("%s", (_name, text, edits, expected) => {
  expect(applyEdits(text, edits)).toBe(expected);
});

test("overlapping edits are refused", () => {
  expect(() =>
    applyEdits("abc", [edit(0, 0, 2, ""), edit(0, 1, 3, "")]),
  ).toThrow("overlap at line 1");
});
