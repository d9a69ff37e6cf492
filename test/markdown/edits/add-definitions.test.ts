import { describe, expect, test } from "vitest";
import { addDefinitions } from "../../../server/src/markdown/edits/add-definitions.js";
import { applyEdits } from "../../../server/src/markdown/edits/apply.js";
import type { NewDefinition } from "../../../server/src/markdown/edits/write-definition.js";
import { parse } from "../../../server/src/markdown/parse.js";

const url = (label: string): NewDefinition => ({ label, destination: "u" });
const at = (label: string, destination: string): NewDefinition => ({
  label,
  destination,
});

/** `$0` in the text is where the author is. */
function check(
  marked: string,
  added: readonly NewDefinition[],
  expected: string,
): void {
  const cursor = marked.indexOf("$0");
  const document = parse(marked.replace("$0", ""));
  const near = cursor < 0 ? undefined : { start: cursor, end: cursor };
  const result = applyEdits(document, addDefinitions(document, added, near));
  expect(result).toBe(expected);
  const known = new Set(document.definitions.map(({ key }) => key));
  expect(parse(result).definitions).toHaveLength(
    document.definitions.length +
      added.filter(({ label }) => !known.has(label)).length,
  );
}

describe("a text without definitions gets them at its end, after a blank line", () => {
  test.each([
    ["a paragraph", "text\n", "text\n\n[x]: u\n"],
    ["no final newline", "text", "text\n\n[x]: u"],
    ["a blank line at the end", "text\n\n", "text\n\n[x]: u\n"],
    ["white space at the end", "text\n  ", "text\n  \n[x]: u"],
    ["CRLF", "text\r\n", "text\r\n\r\n[x]: u\r\n"],
    ["lone CR", "a\rb\r", "a\rb\r\r[x]: u\r"],
    ["a list item", "- a\n", "- a\n\n[x]: u\n"],
    ["a nested list item", "- a\n  - b", "- a\n  - b\n\n[x]: u"],
    ["a table", "| a |\n| - |\n| b |\n", "| a |\n| - |\n| b |\n\n[x]: u\n"],
    ["a quote", "> a\n", "> a\n\n[x]: u\n"],
    ["a footnote", "a[^1]\n\n[^1]: n\n", "a[^1]\n\n[^1]: n\n\n[x]: u\n"],
    ["an HTML block", "<div>\na\n", "<div>\na\n\n[x]: u\n"],
    ["front matter alone", "---\na: b\n---\n", "---\na: b\n---\n\n[x]: u\n"],
    ["the empty text", "", "[x]: u"],
    ["a byte order mark", "\uFEFF", "\uFEFF[x]: u"],
  ])("%s", (_name, before, after) => {
    check(before, [url("x")], after);
  });
});

describe("nothing goes into a block that nothing closes", () => {
  test.each([
    ["a fence", "a\n\n```\nb\n", "a\n\n[x]: u\n\n```\nb\n"],
    ["a fence glued to text", "a\n~~~\nb", "a\n\n[x]: u\n\n~~~\nb"],
    ["an indented fence", "a\n\n  ```\nb", "a\n\n[x]: u\n\n  ```\nb"],
    ["a fence that starts the text", "```\nb", "[x]: u\n\n```\nb"],
    ["a comment", "a\n\n<!-- b\n\nc\n", "a\n\n[x]: u\n\n<!-- b\n\nc\n"],
    ["an indented comment", "a\n\n <!-- b\n", "a\n\n[x]: u\n\n <!-- b\n"],
    ["a <pre>", "a\n\n<pre>\n\nb\n", "a\n\n[x]: u\n\n<pre>\n\nb\n"],
    ["a directive", "a\n\n:::note\nb\n", "a\n\n[x]: u\n\n:::note\nb\n"],
    [
      "a fence after the definitions",
      "[a]: u\n\n```\nb",
      "[a]: u\n[x]: u\n\n```\nb",
    ],
    [
      "a fence in a list item ends with it",
      "- ```\n  b",
      "- ```\n  b\n\n[x]: u",
    ],
    ["a closed fence", "```\nb\n```\n", "```\nb\n```\n\n[x]: u\n"],
    ["a closed comment", "<!-- b -->\n", "<!-- b -->\n\n[x]: u\n"],
    ["a closed directive", ":::note\nb\n:::\n", ":::note\nb\n:::\n\n[x]: u\n"],
  ])("%s", (_name, before, after) => {
    check(before, [url("x")], after);
  });
});

describe("the definitions that are there keep their order", () => {
  const repository = (name: string, number: number) =>
    `https://github.com/o/${name}/pull/${number}`;

  test("natural: numbers by value", () => {
    check(
      "[p-9]: u\n[p-100]: u\n",
      [url("p-20"), url("p-1"), url("p-101")],
      "[p-1]: u\n[p-9]: u\n[p-20]: u\n[p-100]: u\n[p-101]: u\n",
    );
  });
  test("alphabetical: numbers by digits", () => {
    check(
      "[p-100]: u\n[p-9]: u\n[q]: u\n",
      [url("p-20")],
      "[p-100]: u\n[p-20]: u\n[p-9]: u\n[q]: u\n",
    );
  });
  test("by repository", () => {
    check(
      `[z-2]: ${repository("z", 2)}\n[z-4]: ${repository("z", 4)}\n[b-1]: ${repository("b", 1)}\n`,
      [at("z-3", repository("z", 3))],
      `[z-2]: ${repository("z", 2)}\n[z-3]: ${repository("z", 3)}\n[z-4]: ${repository("z", 4)}\n[b-1]: ${repository("b", 1)}\n`,
    );
  });
  test("by use", () => {
    check(
      "[c] [x] [a] [b]\n\n[c]: u\n[a]: u\n[b]: u\n",
      [url("x")],
      "[c] [x] [a] [b]\n\n[c]: u\n[x]: u\n[a]: u\n[b]: u\n",
    );
  });
  test("natural but for one", () => {
    check(
      "[a]: u\n[c]: u\n[b]: u\n[d]: u\n[e]: u\n[g]: u\n",
      [url("f")],
      "[a]: u\n[c]: u\n[b]: u\n[d]: u\n[e]: u\n[f]: u\n[g]: u\n",
    );
  });
  test("by kind of label", () => {
    check(
      "[pull-7]: u\n[pull-9]: u\n[issue-3]: u\n[issue-1]: u\n",
      [url("pull-8"), url("issue-2")],
      "[pull-7]: u\n[pull-8]: u\n[pull-9]: u\n[issue-3]: u\n[issue-1]: u\n[issue-2]: u\n",
    );
  });
  test("as `sort` does: punctuation does not count", () => {
    check(
      "[cicero-9]: u\n[ci-world]: u\n[cj]: u\n",
      [url("cicero-8"), url("ci-x")],
      "[cicero-8]: u\n[cicero-9]: u\n[ci-world]: u\n[ci-x]: u\n[cj]: u\n",
    );
  });
  test("none: at the end", () => {
    check(
      "[b] [a]\n\n[z]: u\n[c]: u\n[a]: u\n[b]: u\n",
      [url("x")],
      "[b] [a]\n\n[z]: u\n[c]: u\n[a]: u\n[b]: u\n[x]: u\n",
    );
  });
  test("the block of its repository", () => {
    check(
      `[a-1]: ${repository("a", 1)}\n\n[b-1]: ${repository("b", 1)}`,
      [at("a-2", repository("a", 2)), at("b-2", repository("b", 2))],
      `[a-1]: ${repository("a", 1)}\n[a-2]: ${repository("a", 2)}\n\n[b-1]: ${repository("b", 1)}\n[b-2]: ${repository("b", 2)}`,
    );
  });
  test("no final newline", () => {
    check("[a]: u", [url("b")], "[a]: u\n[b]: u");
  });
  test("a title on its own line", () => {
    check('[a]: u\n  "t"\n', [url("b")], '[a]: u\n  "t"\n[b]: u\n');
  });
  test("a quoted line below does not become a title", () => {
    check(
      '[a]: u "t"\n"text"\n\n[z]: u\n',
      [url("b")],
      '[a]: u "t"\n"text"\n\n[b]: u\n[z]: u\n',
    );
  });
  test("a list above", () => {
    check("- i\n\n[b]: u\n", [url("a")], "- i\n\n[a]: u\n[b]: u\n");
  });
});

describe("where sections have their own definitions", () => {
  const sections = "# A\n[a]\n\n[a]: u\n\n# B\n[b]\n\n[b]: u\n";

  test("the section of the author's place", () => {
    check(
      sections.replace("[a]\n", "[a] $0\n"),
      [url("x")],
      "# A\n[a] \n\n[a]: u\n[x]: u\n\n# B\n[b]\n\n[b]: u\n",
    );
  });
  test("definitions that open their section", () => {
    check(
      "# A\n[a]: u\n\n[a] $0\n\n# B\n[b]: u\n\n[b]\n",
      [url("x")],
      "# A\n[a]: u\n[x]: u\n\n[a] \n\n# B\n[b]: u\n\n[b]\n",
    );
  });
  test("smaller headings inside the section", () => {
    check(
      "## A\n### x\n$0\n### y\n[a]\n\n[a]: u\n\n## B\n[b]\n\n[b]: u\n",
      [url("x")],
      "## A\n### x\n\n### y\n[a]\n\n[a]: u\n[x]: u\n\n## B\n[b]\n\n[b]: u\n",
    );
  });
  test("without a place: at the end", () => {
    check(sections, [url("x")], `${sections}[x]: u\n`);
  });
  test("definitions that other sections use are no section's own", () => {
    check(
      "# A\n[b] $0\n\n[a]: u\n\n# B\n[a]\n\n[b]: u\n",
      [url("x")],
      "# A\n[b] \n\n[a]: u\n\n# B\n[a]\n\n[b]: u\n[x]: u\n",
    );
  });
  test("a paragraph that happens to read as a definition is no place for others", () => {
    check("[a]: done\n\ntext\n", [url("x")], "[a]: done\n\ntext\n\n[x]: u\n");
  });
});

describe("how it is written", () => {
  test.each([
    ["a space", "a b", "<a b>"],
    ["nothing", "", "<>"],
    ["balanced parentheses", "a(b(c))", "a(b(c))"],
    ["unbalanced parentheses", "a(b", "<a(b>"],
    ["a closing parenthesis first", "a)b(", "<a)b(>"],
    ["angle brackets", "<a>", "<\\<a\\>>"],
    ["a backslash", "a\\*b", "a\\\\*b"],
    ["a character reference", "a?b&copy;", "a?b\\&copy;"],
    ["an ampersand", "a?b=1&c=2", "a?b=1&c=2"],
    ["a line ending", "a\nb", "a%0Ab"],
  ])("a destination with %s", (_name, destination, written) => {
    const document = parse("");
    const edits = addDefinitions(document, [{ label: "x", destination }]);
    expect(applyEdits(document, edits)).toBe(`[x]: ${written}`);
  });

  test.each([
    ["plain", "t", '"t"'],
    ["empty", "", '""'],
    ["with double quotes", 'a "b"', "'a \"b\"'"],
    ["with both quotes", `"a" 'b'`, `"\\"a\\" 'b'"`],
    ["with a line ending", "a\n\nb", '"a b"'],
  ])("a title: %s", (_name, title, written) => {
    const document = parse("");
    const edits = addDefinitions(document, [
      { label: "x", destination: "u", title },
    ]);
    expect(applyEdits(document, edits)).toBe(`[x]: u ${written}`);
  });

  test("what is defined, twice the same, or no label is left out", () => {
    const document = parse("[a]: u\n");
    const added = ["A", " ", "[b", "^1", "c", "C"].map(url);
    expect(applyEdits(document, addDefinitions(document, added))).toBe(
      "[a]: u\n[c]: u\n",
    );
  });
});

describe("several at one place stand in the order that the others follow", () => {
  const pull = (n: number) => at(`r-${n}`, `https://e.co/o/r/pull/${n}`);
  test.each([
    [
      "natural order",
      "[r-1]: u\n[r-20]: u\n",
      [pull(10), pull(3), pull(30), pull(2), pull(25)],
      ["r-1", "r-2", "r-3", "r-10", "r-20", "r-25", "r-30"],
    ],
    [
      "the order of use",
      "[c] [d] [x] [y] [b] [z]\n\n[c]: u\n[d]: u\n[b]: u\n",
      [url("z"), url("y"), url("x")],
      ["c", "d", "x", "y", "b", "z"],
    ],
    [
      "natural order, in a text without definitions",
      "[z] [b] [y]\n",
      [url("b"), url("y"), url("z")],
      ["b", "y", "z"],
    ],
    [
      "above text that belongs to the last",
      "[r-1]: u\n[r-2]: u\nb\n",
      [pull(9), pull(3)],
      ["r-1", "r-3", "r-9", "r-2"],
    ],
  ])("%s", (_name, text, added, labels) => {
    const document = parse(text);
    const result = applyEdits(document, addDefinitions(document, added));
    expect(parse(result).definitions.map(({ label }) => label)).toEqual(labels);
  });
});
