import fc from "fast-check";
import { expect, test } from "vitest";
import { parse, parseAsOne } from "../../server/src/markdown/parse.js";
import { readPlain } from "../../server/src/markdown/plain.js";
import { corpusOf } from "../bench/corpus.js";
import { numRuns, timeout } from "./arbitraries.js";
import { expectSame } from "./said.js";

/** What begins a line, most of it as in a report. */
const opening = fc.constantFrom(
  ...["", "", "", "", "- ", "- ", "- ", "  - ", "    - ", "  ", "  ", "    "],
  ...["# ", "## ", "###### ", "* ", "  * ", "+ ", "1. ", "1) ", "-", "*", "#"],
  ...[" ", "   ", "\t", "> ", "---", "===", "***", "___", "```", "~~~", ":::"],
  ...[
    "-  ",
    "- # ",
    "- - ",
    "- > ",
    "[^1]: ",
    "[a]: u",
    "[b]: v ",
    "[a]:",
    "| ",
  ],
);

const piece = fc.constantFrom(
  ...[
    "word",
    "two words",
    "A.",
    "x",
    "X",
    "1",
    "12",
    "2.",
    "3)",
    "é",
    "🎉",
    " ",
  ],
  ...[
    " ",
    " ",
    " ",
    ", ",
    ".",
    ":",
    ": ",
    ":a",
    "::",
    ":1",
    "!",
    "! ",
    "?",
    "'",
  ],
  ...[
    "[a]",
    "[a]",
    "[b]",
    "[[a]]",
    "[[b]]",
    "[[c]]",
    "[t][a]",
    "[t][c]",
    "[a][]",
  ],
  ...[
    "[c][]",
    "[#1](u)",
    "[a](https://e.co/p/1)",
    "[a](#b)",
    "[x]",
    "[ ]",
    "[x] ",
  ],
  ...[
    "[a b]",
    "[c  d]",
    "[ a]",
    "[a ]",
    "[#12]",
    "[(a)]",
    "[a_b]",
    "[*a*]",
    "[a.b]",
  ],
  ...[
    "[",
    "]",
    "(",
    ")",
    "(u)",
    "[[",
    "]]",
    "![",
    "[]",
    "[^1]",
    "{",
    "}",
    "\\",
    "<",
  ],
  ...[
    "`",
    "``",
    "`a`",
    "`[a]`",
    "`a` ",
    "*",
    "**",
    "*b*",
    "**b**",
    "_",
    "__",
    "_b_",
  ],
  ...[
    "~",
    "~~s~~",
    "#",
    " #",
    "&",
    "&amp;",
    "<b>",
    "<!--",
    "-->",
    ">",
    "|",
    "-",
    "=",
  ],
  ...[
    "https://e.co",
    "http:",
    "www.e.co",
    "a@b.co",
    "@a",
    "mailto:",
    "$",
    "%",
    "^",
    "+",
  ],
  ...["\u00A0", "\t", "\r", "\uFEFF", "\0", "---", "- ", "/", '"', ";", "  "],
);

const line = fc
  .tuple(opening, fc.array(piece, { maxLength: 5 }))
  .map(([begin, pieces]) => begin + pieces.join(""));
const definition = fc.constantFrom(
  ...["[a]: u", "[b]: https://e.co/b", "[a b]: u", "[c d]: /v", "[#12]: u#x"],
  ...[
    "[a]: u 'x'",
    "'x'",
    "[a]: <u>",
    "[a]:u",
    "[a]: u v",
    "[(a)]: u",
    "[x]: y",
  ],
);
const ending = fc.constantFrom(
  "\n",
  "\n",
  "\n",
  "\n\n",
  "\n\n",
  "\n\n\n",
  "\n \n",
  "",
);

const nearlyPlain = fc
  .array(
    fc.tuple(fc.oneof({ weight: 4, arbitrary: line }, definition), ending),
    {
      maxLength: 8,
    },
  )
  .map((lines) => lines.flat().join(""));

test("what is read without a parser says what a parser makes of it", {
  timeout,
}, () => {
  fc.assert(
    fc.property(nearlyPlain, (text) => {
      expectSame(parse(text), parseAsOne(text));
    }),
    { numRuns: numRuns * 20 },
  );
});

test("most of a report is read without a parser", () => {
  let all = 0;
  let plain = 0;
  for (const { text } of corpusOf({ posts: 20 })) {
    const reader = {
      text,
      syntax: "commonmark",
      isDefined: () => true,
    } as const;
    let start = 0;
    for (const { length } of parse(text).chunks.all) {
      all += length;
      if (readPlain(reader, start, text.length)?.length === length)
        plain += length;
      start += length;
    }
  }
  expect(plain / all).toBeGreaterThan(0.8);
});
