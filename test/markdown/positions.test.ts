import { describe, expect, test } from "vitest";
import type { Document } from "../../server/src/markdown/document.js";
import { parse } from "../../server/src/markdown/parse.js";
import type { Span } from "../../server/src/markdown/span.js";

/** `line:column-line:column`, counted from 0 in UTF-16 code units. */
function at(document: Document, span: Span | undefined): string {
  if (!span) return "";
  const { start, end } = document.lines.rangeOf(span);
  return `${start.line}:${start.character}-${end.line}:${end.character}`;
}

describe("references: the whole and the label", () => {
  test.each([
    ["plain", "a [t][x]", "0:2-0:8", "0:6-0:7"],
    ["shortcut", "a [x]", "0:2-0:5", "0:3-0:4"],
    ["collapsed", "a [x][]", "0:2-0:7", "0:3-0:4"],
    ["image", "a ![x]", "0:2-0:6", "0:4-0:5"],
    ["bracketed", "a [[x]]", "0:3-0:6", "0:4-0:5"],
    ["an emoji is two columns", "🎉 [[x]]", "0:4-0:7", "0:5-0:6"],
    ["an emoji in the label", "[[🎉🎉]]", "0:1-0:7", "0:2-0:6"],
    ["a lone surrogate", "\uD83C [x]", "0:2-0:5", "0:3-0:4"],
    ["LF", "a\n[x]", "1:0-1:3", "1:1-1:2"],
    ["CRLF", "a\r\n[x]", "1:0-1:3", "1:1-1:2"],
    ["lone CR", "a\r[x]", "1:0-1:3", "1:1-1:2"],
    ["mixed line endings", "a\rb\r\nc\n[x]", "3:0-3:3", "3:1-3:2"],
    ["a label over two lines", "[a\r\nb]", "0:0-1:2", "0:1-1:1"],
    ["a label over two lines of a quote", "> [a\n> b]", "0:2-1:4", "0:3-1:3"],
    ["a tab before it", "\ta\n\n-\t[x]", "2:2-2:5", "2:3-2:4"],
    ["tabs in a list", "-\ta\n\n\t[x]", "2:1-2:4", "2:2-2:3"],
    ["half a tab in a quote", ">\t[x]", "0:2-0:5", "0:3-0:4"],
    ["a tab in the label", "[a\tb]", "0:0-0:5", "0:1-0:4"],
    ["a byte order mark", "\uFEFF[x]", "0:1-0:4", "0:2-0:3"],
    ["a byte order mark, next line", "\uFEFF\n[x]", "1:0-1:3", "1:1-1:2"],
    ["NUL", "\0 [x]", "0:2-0:5", "0:3-0:4"],
    ["a character reference", "&amp; [x]", "0:6-0:9", "0:7-0:8"],
    ["a table cell", "| a |\n| - |\n| \\| [x] |", "2:5-2:8", "2:6-2:7"],
  ])("%s", (_name, text, whole, label) => {
    for (const source of [text, `${text}\n\n[x]: u\n\n[a b]: u\n\n[🎉🎉]: u`]) {
      const document = parse(source);
      const [reference] = document.references;
      expect(at(document, reference?.span)).toBe(whole);
      expect(at(document, reference?.labelSpan)).toBe(label);
    }
  });
});

describe("definitions: the whole, label, destination and title", () => {
  test.each([
    ["plain", '[a]: u "t"', "0:0-0:10", "0:1-0:2", "0:5-0:6", "0:8-0:9"],
    ["angle brackets", "[a]: <u>", "0:0-0:8", "0:1-0:2", "0:6-0:7", ""],
    ["nothing", "[a]: <>", "0:0-0:7", "0:1-0:2", "0:6-0:6", ""],
    [
      "nothing, and a title",
      "[a]: <> 't'",
      "0:0-0:11",
      "0:1-0:2",
      "0:6-0:6",
      "0:9-0:10",
    ],
    [
      "over lines",
      "[a]:\r\nu\r\n't'",
      "0:0-2:3",
      "0:1-0:2",
      "1:0-1:1",
      "2:1-2:2",
    ],
    ["emoji", "[🎉]: 🎉", "0:0-0:8", "0:1-0:3", "0:6-0:8", ""],
    ["indented", "  [a]: u ", "0:2-0:8", "0:3-0:4", "0:7-0:8", ""],
    ["in a quote", "> [a]: u", "0:2-0:8", "0:3-0:4", "0:7-0:8", ""],
    ["a byte order mark", "\uFEFF[a]: u", "0:1-0:7", "0:2-0:3", "0:6-0:7", ""],
    ["lone CR", "x\r\r[a]: u", "2:0-2:6", "2:1-2:2", "2:5-2:6", ""],
  ])("%s", (_name, text, whole, label, destination, title) => {
    const document = parse(text);
    const [definition] = document.definitions;
    expect(at(document, definition?.span)).toBe(whole);
    expect(at(document, definition?.labelSpan)).toBe(label);
    expect(at(document, definition?.destinationSpan)).toBe(destination);
    expect(at(document, definition?.titleSpan)).toBe(title);
  });

  test("behind a byte order mark a reference still has its definition", () => {
    const document = parse("\uFEFF[a]\n\n[a]: u");
    expect(document.references[0]?.definition).toBe(document.definitions[0]);
    expect(document.defined.get("A")).toBe(document.definitions[0]);
  });
});

describe("links: form, the whole, text and destination", () => {
  test.each([
    ["[t](u)", "inline", "0:0-0:6", "0:1-0:2", "0:4-0:5", "u"],
    ["![t](u)", "inline", "0:0-0:7", "0:2-0:3", "0:5-0:6", "u"],
    ["🎉[🎉](u)", "inline", "0:2-0:9", "0:3-0:5", "0:7-0:8", "u"],
    ["[t](<u v> 'w')", "inline", "0:0-0:14", "0:1-0:2", "0:5-0:8", "u v"],
    ["[t]()", "inline", "0:0-0:5", "0:1-0:2", "0:4-0:4", ""],
    ["[t](<>)", "inline", "0:0-0:7", "0:1-0:2", "0:5-0:5", ""],
    ["[](u)", "inline", "0:0-0:5", "0:1-0:1", "0:3-0:4", "u"],
    ["[a\nb](\nu)", "inline", "0:0-2:2", "0:1-1:1", "2:0-2:1", "u"],
    [
      "<http://a.b>",
      "autolink",
      "0:0-0:12",
      "0:1-0:11",
      "0:1-0:11",
      "http://a.b",
    ],
    ["<a@b.c>", "autolink", "0:0-0:7", "0:1-0:6", "0:1-0:6", "mailto:a@b.c"],
    [
      "🎉 http://a.b.",
      "bare",
      "0:3-0:13",
      "0:3-0:13",
      "0:3-0:13",
      "http://a.b",
    ],
    [
      "(www.a.b/c)",
      "bare",
      "0:1-0:10",
      "0:1-0:10",
      "0:1-0:10",
      "http://www.a.b/c",
    ],
    ["a@b.co", "bare", "0:0-0:6", "0:0-0:6", "0:0-0:6", "mailto:a@b.co"],
  ])("%s", (text, form, whole, inText, inDestination, destination) => {
    const document = parse(text);
    expect(document.links).toHaveLength(1);
    const [link] = document.links;
    expect(link?.form).toBe(form);
    expect(link?.destination).toBe(destination);
    expect(at(document, link?.span)).toBe(whole);
    expect(at(document, link?.textSpan)).toBe(inText);
    expect(at(document, link?.destinationSpan)).toBe(inDestination);
  });

  test.each([
    ["in brackets", "[see http://a.b/c]", ["0:5-0:17"]],
    ["in unclosed brackets", "[ http://a.b", ["0:2-0:12"]],
    ["two", "[http://a.b http://a.b]", ["0:1-0:11", "0:12-0:22"]],
    ["behind an escape", "[\\* http://a.b]", ["0:4-0:14"]],
    ["behind a character reference", "[&amp; http://a.b]", ["0:7-0:17"]],
    ["in a quote", "> [a\n> http://a.b]", ["1:2-1:12"]],
    ["behind a byte order mark", "\uFEFF[http://a.b]", ["0:2-0:12"]],
    ["in a heading", "# [http://a.b]", ["0:3-0:13"]],
    ["in a table", "| a |\n| - |\n| [http://a.b] |", ["2:3-2:13"]],
    ["in emphasis", "*[http://a.b]*", ["0:2-0:12"]],
    [
      "behind code that looks like it",
      "`http://a.b` [http://a.b]",
      ["0:14-0:24"],
    ],
    ["not in code", "`http://a.b`", []],
    ["not in a definition", "[a]: http://a.b", []],
    ["not in a link's text", "[http://a.b](u)", []],
  ])("bare URLs %s", (_name, text, expected) => {
    const document = parse(text);
    const bare = document.links.filter(({ form }) => form === "bare");
    expect(bare.map(({ span }) => at(document, span))).toEqual(expected);
    for (const { span } of bare)
      expect(text.slice(span.start, span.end)).toBe(
        "http://a.b/c".slice(0, span.end - span.start),
      );
  });
});

describe("headings: the whole and the text", () => {
  test.each([
    ["# a", 1, "0:0-0:3", "0:2-0:3", "a"],
    ["### *a* `b` ##", 3, "0:0-0:14", "0:4-0:11", "a b"],
    ["## 🎉 [x]", 2, "0:0-0:9", "0:3-0:9", "🎉 [x]"],
    ["a\nb\n---", 2, "0:0-2:3", "0:0-1:1", "a\nb"],
    ["> # a", 1, "0:2-0:5", "0:4-0:5", "a"],
    ["#", 1, "0:0-0:1", "0:1-0:1", ""],
    ["# [http://a.b]", 1, "0:0-0:14", "0:2-0:14", "[http://a.b]"],
  ])("%s", (text, depth, whole, inText, content) => {
    const document = parse(text);
    const [heading] = document.headings;
    expect(heading).toMatchObject({ depth, text: content });
    expect(at(document, heading?.span)).toBe(whole);
    expect(at(document, heading?.textSpan)).toBe(inText);
  });
});

describe("front matter: the whole and the YAML", () => {
  test.each([
    ["---\na: b\n---\n", "0:0-2:3", "1:0-1:4"],
    ["---\r\na: b\r\nc: d\r\n---", "0:0-3:3", "1:0-2:4"],
    ["---\ra: b\r---", "0:0-2:3", "1:0-1:4"],
    ["---  \na: b\n---\t\n", "0:0-2:4", "1:0-1:4"],
    ["---\n---", "0:0-1:3", "1:0-1:0"],
    ["---\n\n---", "0:0-2:3", "1:0-1:0"],
    ["\uFEFF---\na: b\n---\n", "0:1-2:3", "1:0-1:4"],
    ["\n---\na: b\n---\n", "", ""],
    ["---\na: b\n", "", ""],
    ["+++\na = 1\n+++\n", "", ""],
  ])("%j", (text, whole, yaml) => {
    const document = parse(text);
    expect(at(document, document.frontMatter?.span)).toBe(whole);
    expect(at(document, document.frontMatter?.yamlSpan)).toBe(yaml);
  });
});

describe("blocks that nothing closes", () => {
  test.each<[text: string, unclosed: boolean]>([
    ["```\na", true],
    ["```\na\n```", false],
    ["```", true],
    ["````\na\n```", true],
    ["````\na\n`````", false],
    ["~~~\na\n```", true],
    ["   ```\na\n   ```  \n", false],
    ["   ```\na\n    ```", true],
    ["```\na\n\n\n", true],
    ["```\r\na\r\n```\r\n", false],
    ["```\ra\r```", false],
    ["    ```", false],
    ["<!-- a", true],
    ["<!-- a -->", false],
    ["<!-->", false],
    ["  <!-- a\n\nb", true],
    ["<pre>\n\na", true],
    ["<PRE>\n\na</pre>", false],
    ["<script>\n", true],
    ["<?php\n\na", true],
    ["<!DOCTYPE html>", false],
    ["<!DOCTYPE", true],
    ["<![CDATA[\n\n]]>", false],
    ["<![CDATA[\n\na", true],
    ["<div>\na", false],
    ["<b>\na", false],
    [":::note\na", true],
    [":::note\na\n:::", false],
    ["::::note\n:::a\n:::", true],
    ["- ```\n  a", false],
    ["> ```\n> a", false],
    ["a", false],
    ["```\na\n```\n\n\u00A0", false],
  ])("%j: %s", (text, unclosed) => {
    const { blocks } = parse(text);
    expect(blocks.some((block) => block.unclosed)).toBe(unclosed);
  });
});

test.each<[text: string, eol: Document["eol"]]>([
  ["a", "\n"],
  ["a\r\nb", "\r\n"],
  ["a\rb", "\r"],
  ["a\nb\nc\r\nd", "\n"],
  ["a\r\nb\r\nc\nd", "\r\n"],
])("the line ending of %j is %j", (text, eol) => {
  expect(parse(text).eol).toBe(eol);
});
