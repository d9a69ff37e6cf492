import { describe, expect, test } from "vitest";
import { parse } from "../../server/src/markdown/parse.js";
import { definitionsOf, referencesOf } from "./describe-references.js";

describe("the first definition counts", () => {
  test.each([
    ["in document order", "[a]\n\n[a]: 1\n[a]: 2", "[a] → 1"],
    ["in another case", "[a]\n\n[A]: 1\n[a]: 2", "[a] → 1"],
    ["one in a quote", "> [a]: 1\n\n[a]\n\n[a]: 2", "[a] → 1"],
    ["one in a list", "- [a]: 1\n\n[a]: 2\n\n[a]", "[a] → 1"],
    ["one in a footnote", "[^n]: [a]: 1\n\n[a]: 2\n\n[a] [^n]", "[a] → 1"],
    ["one in a directive", ":::note\n[a]: 1\n:::\n\n[a]", "[a] → 1"],
    ["the scope is the document", "- [a]\n\n> > [a]: 1", "[a] → 1"],
  ])("%s", (_name, text, expected) => {
    expect(referencesOf(text)).toEqual([expected]);
  });

  test("all are listed, the first is the one that is defined", () => {
    const document = parse("[a]: 1\n[A]: 2\n");
    expect(document.definitions).toHaveLength(2);
    expect(document.defined.get("A")).toBe(document.definitions[0]);
    expect(document.defined.size).toBe(1);
  });
});

describe("where a definition can stand", () => {
  test.each<[name: string, text: string, definitions: string[]]>([
    ["it cannot interrupt a paragraph", "See [a].\n[a]: u", []],
    ["nor a list item's paragraph", "- See\n[a]: u", []],
    ["nor a quote's", "> See\n[a]: u", []],
    ["nor a table", "| a |\n| - |\n| b |\n[a]: u", []],
    ["nor a footnote", "[^1]\n\n[^1]: n\n[a]: u", []],
    ["nor an HTML block", "<div>\n[a]: u", []],
    ["below a heading", "# h\n[a]: u", ["a → u"]],
    ["below a setext heading", "h\n=\n[a]: u", ["a → u"]],
    ["below a thematic break", "***\n[a]: u", ["a → u"]],
    ["below a fence", "```\n```\n[a]: u", ["a → u"]],
    ["below another", "[a]: u\n[b]: v", ["a → u", "b → v"]],
    ["at the start of a paragraph", "[a]: u\ntext", ["a → u"]],
    ["with a word", "[a]: done", ["a → done"]],
    ["at the start of a list item", "- [a]: u", ["a → u"]],
    ["in an unclosed fence", "```\n[a]: u", []],
    ["in front matter", "---\n[a]: u\n---", []],
    ["in a comment", "<!--\n\n[a]: u\n\n-->", []],
    ["in a directive", ":::note\n[a]: u\n:::", ["a → u"]],
    ["indented by 3", "   [a]: u", ["a → u"]],
    ["indented by 4", "    [a]: u", []],
    ["indented by a tab", "\t[a]: u", []],
    ["a footnote", "[^1]: u", []],
  ])("%s", (_name, text, definitions) => {
    expect(definitionsOf(text)).toEqual(definitions);
  });
});

describe("how a definition is written", () => {
  test.each<[text: string, definitions: string[]]>([
    ["[a]:u", ["a → u"]],
    ["[a]:\tu", ["a → u"]],
    ["[a] : u", []],
    ["[a]:", []],
    ["[a]:\n", []],
    ["[a]: <>", ["a → "]],
    ["[a]: <u v>", ["a → u v"]],
    ["[a]: u v", []],
    ["[a]: u junk", []],
    ['[a]: u "t"', ["a → u (t)"]],
    ["[a]: u 't'", ["a → u (t)"]],
    ["[a]: u (t)", ["a → u (t)"]],
    ['[a]: u "t" junk', []],
    ['[a]: u\n"t"', ["a → u (t)"]],
    ['[a]: u\n"t" ok', ["a → u"]],
    ["[a]:\nu", ["a → u"]],
    ["[a]:\n\nu", []],
    ['[a]: u"t"', ['a → u"t"']],
    ["[a]: u\\*v&amp;w", ["a → u*v&w"]],
    ["[ a\n b ]: u", [" a\n b  → u"]],
    ["[]: u", []],
    ["[a]: u   ", ["a → u"]],
  ])("%j", (text, definitions) => {
    expect(definitionsOf(text)).toEqual(definitions);
  });

  test("the definition glued below an empty one is lost with it", () => {
    expect(definitionsOf("[a]:\n[b]: u")).toEqual([]);
  });
});

test("a definition knows its block", () => {
  const { blocks, definitions } = parse("text\n\n- [a]: u\n\n[b]: v");
  expect(definitions.map(({ block }) => blocks[block]?.type)).toEqual([
    "list",
    "definition",
  ]);
});
