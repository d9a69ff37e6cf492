import { describe, expect, test } from "vitest";
import { applyEdits } from "../../../server/src/markdown/edits/apply.js";
import { removeDefinitions } from "../../../server/src/markdown/edits/remove-definitions.js";
import { parse } from "../../../server/src/markdown/parse.js";

/** Removes the definitions whose label starts with `x`. */
function check(before: string, expected: string): void {
  const document = parse(before);
  const removed = document.definitions.filter(({ key }) => key.startsWith("X"));
  const result = applyEdits(document, removeDefinitions(document, removed));
  expect(result).toBe(expected);
  expect(parse(result).definitions).toHaveLength(
    document.definitions.length - removed.length,
  );
}

describe("whole lines go", () => {
  test.each([
    ["the first", "[x]: u\n[a]: u\n", "[a]: u\n"],
    ["one in the middle", "[a]: u\n[x]: u\n[b]: u\n", "[a]: u\n[b]: u\n"],
    ["the last", "[a]: u\n[x]: u\n", "[a]: u\n"],
    ["the last, without a final newline", "[a]: u\n[x]: u", "[a]: u"],
    ["two last, without a final newline", "[a]: u\n[x]: u\n[xx]: u", "[a]: u"],
    ["CRLF", "[a]: u\r\n[x]: u\r\n", "[a]: u\r\n"],
    ["a title on its own line", '[x]: u\n  "t"\n[a]: u\n', "[a]: u\n"],
    ["a destination on its own line", "[x]:\nu\n[a]: u\n", "[a]: u\n"],
    ["an indented one", "   [x]: <u>  \n[a]: u\n", "[a]: u\n"],
    ["all there is", "[x]: u", ""],
    ["all but the byte order mark", "\uFEFF[x]: u\n", "\uFEFF"],
  ])("%s", (_name, before, after) => {
    check(before, after);
  });
});

describe("no blank lines are left double", () => {
  test.each([
    ["in the middle", "a\n\n[x]: u\n\nb\n", "a\n\nb\n"],
    ["at the end", "a\n\n[x]: u\n", "a\n"],
    ["at the end, without a final newline", "a\n\n[x]: u", "a"],
    ["at the end, with blank lines after it", "a\n\n[x]: u\n\n", "a\n\n"],
    ["at the start", "[x]: u\n\na\n", "a\n"],
    ["after front matter", "---\n---\n\n[x]: u\n\na\n", "---\n---\n\na\n"],
    ["two apart", "a\n\n[x]: u\n\n[xx]: u\n\nb", "a\n\nb"],
    ["two apart at the end", "a\n\n[x]: u\n\n[xx]: u\n", "a\n"],
    ["below a heading", "# h\n[x]: u\n\na\n", "# h\n\na\n"],
    ["above text", "a\n\n[x]: u\nb\n", "a\n\nb\n"],
    ["the author's own stay", "a\n\n\n[x]: u\n[b]: u\n", "a\n\n\n[b]: u\n"],
  ])("%s", (_name, before, after) => {
    check(before, after);
  });
});

describe("the block it stood in stays", () => {
  test.each([
    ["a quote", "> a\n>\n> [x]: u\n\nb\n", "> a\n\nb\n"],
    ["a quote's start", "a\n\n> [x]: u\n>\n> b\n", "a\n\n> b\n"],
    ["a quote's middle", "> a\n>\n> [x]: u\n>\n> b\n", "> a\n>\n> b\n"],
    ["a multi-line one in a quote", "> [x]:\n> u\n> b\n", "> b\n"],
    ["a list item", "- a\n\n  [x]: u\n- b\n", "- a\n\n- b\n"],
    ["a list item's start", "- [x]: u\n  a\n", "- a\n"],
    ["a list item's start, blank line", "- [x]: u\n\n  a\n", "- a\n"],
    ["two at a list item's start", "- [x]: u\n  [xx]: u\n  a\n", "- a\n"],
    [
      "a list item that has nothing else",
      "- a\n- [x]: u\n- b\n",
      "- a\n-\n- b\n",
    ],
    ["a list item's start, title below", "- [x]: u\n  't'\n- a\n", "-\n- a\n"],
    ["a list item's start, lazy text", "a\n-   [x]: u\n  b\n", "a\n-   b\n"],
    ["a numbered item in a quote", "> 1. [x]: u\n>    a\n", "> 1. a\n"],
    ["a list below a paragraph", "a\n- [x]: u\n", "a\n"],
    ["a directive", ":::note\n[x]: u\na\n:::\n", ":::note\na\n:::\n"],
  ])("%s", (_name, before, after) => {
    check(before, after);
  });
});

describe("one stays that keeps what is around it apart", () => {
  test.each([
    [
      "a list and an indented line",
      "> [a]: u\n-   [b]: u\n\n  [x]: u\n\n    [c]: u\n",
    ],
    ["two lists", "- a\n\n[x]: u\n\n- b\n"],
    ["a list and code", "- a\n\n[x]: u\n\n      b\n"],
    ["a quote and a line without its mark", "> [x]: u\na\n"],
    ["the start and what looks like front matter", "[x]: u\n---\na: b\n---\n"],
    ["text of a quote and a number", "> [b]: u\na\n> 1. [x]: u\n"],
  ])("%s", (_name, text) => {
    const document = parse(text);
    const removed = document.definitions.filter(({ key }) => key === "X");
    expect(removed).toHaveLength(1);
    expect(removeDefinitions(document, removed)).toEqual([]);
  });

  test("the others go", () => {
    const document = parse("- a\n\n[x]: u\n[xx]: u\n\n- b\n\n[xxx]: u\n");
    const edits = removeDefinitions(document, document.definitions);
    expect(applyEdits(document, edits)).toBe("- a\n\n[xx]: u\n\n- b\n");
  });
});
