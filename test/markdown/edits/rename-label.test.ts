import { describe, expect, test } from "vitest";
import { applyEdits } from "../../../server/src/markdown/edits/apply.js";
import { renameLabel } from "../../../server/src/markdown/edits/rename-label.js";
import { labelKey } from "../../../server/src/markdown/label.js";
import { parse } from "../../../server/src/markdown/parse.js";

function rename(text: string, from: string, to: string): string {
  const document = parse(text);
  const result = renameLabel(document, labelKey(from), to);
  return "edits" in result
    ? applyEdits(document, result.edits)
    : `! ${result.problem}`;
}

describe("every use and definition changes", () => {
  test.each([
    ["shortcut", "[a]\n\n[a]: u", "[b]\n\n[b]: u"],
    ["bracketed", "[[a]]\n\n[a]: u", "[[b]]\n\n[b]: u"],
    ["collapsed", "[a][]\n\n[a]: u", "[b][]\n\n[b]: u"],
    ["full: its text stays", "[a][a]\n\n[a]: u", "[a][b]\n\n[b]: u"],
    ["images", "![a] ![t][a]\n\n[a]: u", "![b] ![t][b]\n\n[b]: u"],
    ["undefined", "[[a]] [t][a]", "[[b]] [t][b]"],
    ["by the Markdown rule", "[ A ]\n\n[a]: u", "[b]\n\n[b]: u"],
    ["every definition", "[a]: u\n[A]: v", "[b]: u\n[b]: v"],
    [
      "over a line break",
      "> [t][a\n> c] d\n\n[a c]: u",
      "> [t][b] d\n\n[b]: u",
    ],
    [
      "text that only looks alike stays",
      "`[a]` a\n\n[a]: u",
      "`[a]` a\n\n[b]: u",
    ],
  ])("%s", (_name, before, after) => {
    const from = before.includes("a c]") ? "a c" : "a";
    expect(rename(before, from, "b")).toBe(after);
  });

  test("the case alone", () => {
    expect(rename("[ab]\n\n[ab]: u", "ab", "AB")).toBe("[AB]\n\n[AB]: u");
  });
  test("white space is written as one space", () => {
    expect(rename("[a]\n\n[a]: u", "a", " b\n c ")).toBe("[b c]\n\n[b c]: u");
  });
});

describe("refused, with the reason", () => {
  test.each([
    ["nothing", "[a]", " ", "empty"],
    ["a bracket", "[a]", "b]", "backslash"],
    ["too long", "[a]", "b".repeat(1000), "999"],
    ["a footnote", "[a]", "^b", "footnote"],
    ["defined", "[a]\n\n[a]: u\n[b]: u", "B", "defined already"],
    ["used", "[a] [b]\n\n[a]: u", "b", "used already"],
    ["latent in a link", "[a] [[b] t](v)\n\n[a]: u", "b", "text of a link"],
    [
      "latent in a reference",
      "[a] [[b] t][c]\n\n[a]: u\n[c]: u",
      "b",
      "text of a link",
    ],
    ["a task box", "- [a] text\n\n[a]: u", "x", "not be read as a label"],
    [
      "a table's head",
      "| [a] |\n| - |\n\n[a]: u",
      "b|c",
      "not be read as a label",
    ],
    [
      "a table's cell",
      "| h |\n| - |\n| [a] |\n\n[a]: u",
      "b|c",
      "not be read as a label",
    ],
  ])("%s", (_name, text, to, reason) => {
    expect(rename(text, "a", to)).toMatch(new RegExp(`^! .*${reason}`));
  });
});
