import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { tests } from "commonmark-spec";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "../../server/src/markdown/parse.js";
import { scan } from "../../server/src/markdown/scan.js";
import type { Syntax } from "../../server/src/markdown/syntax.js";
import { factsOf } from "../../server/src/workspace/facts.js";
import { corpusOf } from "../bench/corpus.js";
import { said } from "../workspace/said.js";
import {
  anyMarkup,
  anyPost,
  anyText,
  numRuns,
  timeout,
} from "./arbitraries.js";

const hosts = ["github.com"];

/** Whether a scan knows its way through a text; it must not think otherwise than the parser then. */
function isScanned(text: string, syntax: Syntax = "commonmark"): boolean {
  const scanned = scan(text, syntax);
  if (!scanned) return false;
  expect(said(factsOf("u", scanned, hosts))).toEqual(
    said(factsOf("u", parse(text, syntax), hosts)),
  );
  return true;
}

const shareOf = (texts: readonly string[]) =>
  texts.filter((text) => isScanned(text)).length / texts.length;

test("CommonMark's examples", () => {
  const texts = tests.map(({ markdown }) => markdown.replaceAll("→", "\t"));
  expect(shareOf(texts)).toBeGreaterThan(0.6);
});

test(
  "generated reports, with either line ending",
  () => {
    const texts = [...corpusOf({ posts: 5 })].map(({ text }) => text);
    expect(shareOf(texts)).toBe(1);
    expect(shareOf(texts.map((text) => text.replaceAll("\n", "\r\n")))).toBe(1);
  },
  timeout,
);

describe("sample posts", () => {
  const folders = ["../fixtures/posts", "../vscode/workspace/blog"];
  const paths = folders
    .map((folder) => new URL(folder, import.meta.url).pathname)
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
    .filter((path) => /\.mdx?$/.test(path));
  test.for(paths)("%s", (path) => {
    isScanned(
      readFileSync(path, "utf8"),
      path.endsWith("x") ? "mdx" : "commonmark",
    );
  });
});

/** What reports are made of, and what looks like it, closely packed. */
const line = fc
  .tuple(
    fc.constantFrom(
      "",
      "",
      "",
      "- ",
      "  - ",
      "  ",
      "    ",
      "* ",
      "1. ",
      "2) ",
      "> ",
      "### ",
      "   ",
    ),
    fc.array(
      fc.constantFrom(
        ...[
          "[a]",
          "[[a]]",
          "[t][a]",
          "[a][]",
          "![a]",
          "[a](u)",
          "[a]: u",
          "[b]: https://e.co/p",
        ],
        ...[
          "[t\n",
          "[a][b]",
          "[ ] ",
          "[x] ",
          "`[a]`",
          "``",
          "`",
          "*b*",
          "_",
          "a_b",
          "\\",
          "\\[",
          "&amp;",
        ],
        ...[
          "https://e.co/x",
          "http://e.co.",
          "(https://e.co)",
          "<https://e.co>",
          "www.e.co",
          "a@b.co",
        ],
        ...[
          "|",
          "| a | b |",
          "|---|---|",
          "---",
          "===",
          "```",
          "~~~",
          "<!-- [a] -->",
          "<b>",
          ":x",
          "::x",
        ],
        ...[
          " ",
          " ",
          "text",
          ".",
          "!",
          '"t"',
          "'t'",
          "(t)",
          "[^1]",
          "[^1]: n",
          "#",
          "é",
          "  ",
        ],
      ),
      { maxLength: 4 },
    ),
  )
  .map(([start, parts]) => start + parts.join(""));
const anyReport = fc
  .record({
    front: fc.constantFrom("", "", "---\nauthors: a\n---\n", "---\n"),
    lines: fc.array(line, { maxLength: 8 }),
    eol: fc.constantFrom("\n", "\n", "\r\n"),
    end: fc.constantFrom(
      "",
      "\n",
      "\n\n[a]: https://e.co/a\n",
      "\n[a]: <u> 't'",
    ),
  })
  .map(({ front, lines, eol, end }) =>
    (front + lines.join("\n") + end).replaceAll("\n", eol),
  );

test.each([
  ["reports", anyReport],
  ["posts", anyPost],
  ["markup", anyMarkup],
  ["text", anyText],
] as const)(
  "random %s",
  (_, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        isScanned(text);
      }),
      { numRuns: numRuns * 4 },
    );
  },
  timeout,
);
