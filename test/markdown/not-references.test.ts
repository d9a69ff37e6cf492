import { describe, expect, test } from "vitest";
import { parse } from "../../server/src/markdown/parse.js";
import { referencesOf } from "./describe-references.js";

describe("what looks like a reference", () => {
  test.each<[name: string, text: string, references: string[]]>([
    ["code", "`[x]`", []],
    ["code that starts in brackets", "[x `a]` b", []],
    ["a fence", "```\n[x]\n```", []],
    ["an unclosed fence", "~~~\n[x]\n\n[x]", []],
    ["indented code", "    [x]", []],
    ["a comment", "<!-- [x] -->", []],
    ["a comment in a line", "a <!-- [x] --> [y]", ["[y] → ?"]],
    ["an attribute", 'a <b title="[x]">[y]</b>', ["[y] → ?"]],
    ["an HTML block", "<div>\n[x]\n</div>", []],
    ["below an HTML block", "<div>\n\n[x]\n\n</div>", ["[x] → ?"]],
    ["an autolink", "<https://example.com/[x]>", []],
    ["a bare URL", "https://example.com/[x]", []],
    ["front matter", "---\ntitle: [x]\n---\n[y]", ["[y] → ?"]],
    ["TOML front matter", '+++\na = ["x"]\n+++\n[y]', ["[y] → ?"]],
    ["no front matter: below a blank line", "\n---\na: [x]\n---", ["[x] → ?"]],
    ["no front matter: nothing closes it", "---\na: [x]", ["[x] → ?"]],
    ["an open task", "- [ ] a", []],
    ["a done task", "- [x] a", []],
    ["a done task, upper case", "1. [X] a [x]", ["[x] → ?"]],
    ["a task whose text is a reference", "- [x] [y]", ["[y] → ?"]],
    ["an item that is no task: nothing follows", "- [x]", ["[x] → ?"]],
    ["an item that is no task: mid-text", "- a [x] b", ["[x] → ?"]],
    ["an item that is no task: no space", "- [x]b", ["[x] → ?"]],
    ["an item that is no task: another letter", "- [y] b", ["[y] → ?"]],
    ["a paragraph is no task", "[x] a", ["[x] → ?"]],
    ["a footnote", "a[^1]\n\n[^1]: [x]", ["[x] → ?"]],
    ["a footnote without its text", "a[^1]", []],
    ["an alert", "> [!NOTE]\n> [x]", ["[x] → ?"]],
    ["an alert's name elsewhere", "> a [!NOTE]", ["[!NOTE] → ?"]],
    ["an alert outside a quote", "[!NOTE]", ["[!NOTE] → ?"]],
    ["a directive's title", ":::note[Title]\na\n:::", []],
    ["in a directive's title", ":::note[a [x]]\na\n:::", ["[x] → ?"]],
    ["in a directive", ":::note\n[x]\n:::", ["[x] → ?"]],
    ["a leaf directive's text", "::video[Title]", []],
    ["a text directive's text", "a :abbr[HTML] b", []],
    ["no directive: nothing before the bracket", "a:[x]", ["[x] → ?"]],
    ["a heading", "# [x]", ["[x] → ?"]],
    ["a setext heading", "[x]\n===", ["[x] → ?"]],
    ["emphasis", "*[x]* ~~[y]~~", ["[x] → ?", "[y] → ?"]],
    ["a definition", "[x]: u", []],
    ["a definition's title", '[x]: u "[y]"', []],
    ["a link's destination", "[x](<[y]>)", []],
    ["a link's title", '[x](u "[y]")', []],
    ["MDX in a CommonMark text", "{[x]}", ["[x] → ?"]],
  ])("%s", (_name, text, references) => {
    expect(referencesOf(text)).toEqual(references);
  });
});

describe("MDX", () => {
  test.each<[name: string, text: string, references: string[]]>([
    ["an expression", "a {b[x]} [y]", ["[y] → ?"]],
    ["a block expression", "{[x]}\n\n[y]", ["[y] → ?"]],
    ["an attribute", "<A b={[x]} c='[x]'>[y]</A>", ["[y] → ?"]],
    ["text in JSX", "<A>\n\n[y]\n\n</A>", ["[y] → ?"]],
    ["a comment", "{/* [x] */} [y]", ["[y] → ?"]],
    ["indented code is text", "    [x]", ["[x] → ?"]],
    ["no MDX: read as CommonMark", "{ [x]", ["[x] → ?"]],
    ["no MDX: an unclosed tag", "<div>\n\n[x]", ["[x] → ?"]],
  ])("%s", (_name, text, references) => {
    expect(referencesOf(text, [], "mdx")).toEqual(references);
  });
});

describe("comments", () => {
  test.each<[name: string, text: string, comments: string[]]>([
    ["a block", "<!-- a -->", [" a "]],
    ["in a line", "b <!-- a --> c <!--d-->", [" a ", "d"]],
    ["over lines", "<!--\na\n-->", ["\na\n"]],
    ["in a quote", "> <!-- a -->", [" a "]],
    ["in an HTML block", "<div>\n<!-- a -->\n</div>", [" a "]],
    ["none in code", "`<!-- a -->`", []],
    ["none that is unclosed", "<!-- a", []],
  ])("%s", (_name, text, comments) => {
    const found = parse(text).comments;
    expect(found.map(({ value }) => value)).toEqual(comments);
    for (const { span, value } of found)
      expect(text.slice(span.start, span.end)).toBe(`<!--${value}-->`);
  });

  test.each<[text: string, comments: string[]]>([
    ["{/* a */}", [" a "]],
    ["b {/*a*/} c", ["a"]],
    ["{a}", []],
  ])("MDX: %s", (text, comments) => {
    const found = parse(text, "mdx").comments;
    expect(found.map(({ value }) => value)).toEqual(comments);
  });
});
