import fc from "fast-check";
import { expect, test } from "vitest";
import { parse, parseAsOne } from "../../server/src/markdown/parse.js";
import { readPlain } from "../../server/src/markdown/plain.js";
import { corpusOf } from "../bench/corpus.js";
import { numRuns, timeout } from "./arbitraries.js";
import { nearlyPlain } from "./nearly-plain.js";
import { expectSame } from "./said.js";

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

test.each([
  "- b\nb\n\n\n- b\n",
  "x\n- b\nb\n\n- c\n\nd\n",
  "- b\n  - c\nb\n\n* c\n",
])("a line without indentation leaves the list open: %j", (text) => {
  expectSame(parse(text), parseAsOne(text));
});

test("a label that front matter seems to define is read again without taking it apart", () => {
  const text = "---\n[a]: u\n\n---\ntitle: [a]\n---\n[B]: v";
  const document = parse(text);
  expect(document.frontMatter?.span).toEqual({ start: 0, end: 15 });
  expectSame(document, parseAsOne(text));
});

test("most of a report is read without a parser", () => {
  let all = 0;
  let plain = 0;
  for (const { text } of corpusOf({ posts: 20 })) {
    const reader = {
      text,
      syntax: "commonmark",
      opensDocument: true,
      isDefined: () => true,
    } as const;
    let start = 0;
    for (const chunk of parse(text).chunks.all) {
      const { length } = chunk.text;
      all += length;
      if (readPlain(reader, start, text.length)?.text === chunk.text)
        plain += length;
      start += length;
    }
  }
  expect(plain / all).toBeGreaterThan(0.8);
});
