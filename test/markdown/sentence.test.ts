import { describe, expect, test } from "vitest";
import { parse } from "../../server/src/markdown/parse.js";
import { sentenceAround } from "../../server/src/markdown/sentence.js";
import type { Syntax } from "../../server/src/markdown/syntax.js";

/** The sentence around the reference or link after `$0`. */
function check(
  fixture: string,
  expected: string | undefined,
  syntax?: Syntax,
): void {
  const start = fixture.indexOf("$0");
  const text = `${fixture.replace("$0", "")}\n\n[#1]: https://github.com/o/r/pull/1\n[it]: /\n`;
  const document = parse(text, syntax);
  expect(sentenceAround(document, { start, end: start + 1 })).toBe(expected);
}

describe("a paragraph", () => {
  test("one sentence of several, over lines", () =>
    check(
      "We met.  We made\nthe cache in [$0#1] as fast as it was. Now we rest.",
      "We made the cache in #1 as fast as it was.",
    ));
  test("its markup is gone", () =>
    check(
      "The *new* `cache` of **[[$0#1]]** is ~~slow~~ &copy; \\*us\\*, [really][it]<br>.",
      "The new cache of [#1] is slow © *us*, really.",
    ));
  test("full stops that end nothing", () => {
    check(
      "For some, e.g. Ada, version 1.35.5 of v.2.io has [$0#1] in it. Good.",
      "For some, e.g. Ada, version 1.35.5 of v.2.io has #1 in it.",
    );
    check(
      "It is there (cf. Plutus, i.e. Marlowe vs. others) since [$0#1]! Good.",
      "It is there (cf. Plutus, i.e. Marlowe vs. others) since #1!",
    );
  });
  test("within brackets, and at either end", () => {
    check(
      "Old. We merged two fixes for peers (see [$0#1]). New.",
      "We merged two fixes for peers (see #1).",
    );
    check("[$0#1] made peers share more. New.", "#1 made peers share more.");
    check(
      "Old. What made peers share more is [$0#1]",
      "What made peers share more is #1",
    );
  });
  test("a link's text is never cut", () =>
    check(
      "We have read [What is it? An answer.]($0https://a.example) twice or so. New.",
      "We have read What is it? An answer. twice or so.",
    ));
  test("an address in the text", () => {
    check(
      "Old one. We gave it to https://$0a.example/x.y?z today. New.",
      "We gave it to https://a.example/x.y?z today.",
    );
    check(
      "Old one. We gave it to [some <https://$0a.example>] today. New.",
      "We gave it to [some https://a.example] today.",
    );
    check(
      "Old one. We gave it (see $0https://a.example/b) to [some https://a.example/c]. New.",
      "We gave it (see https://a.example/b) to [some https://a.example/c].",
    );
  });
});

describe("where it says little, what leads to it", () => {
  test("the sentence before it", () => {
    check(
      "Old one. We fixed what consensus logs. See more at\n[$0#1]",
      "We fixed what consensus logs. See more at #1",
    );
    check(
      "We fixed what consensus logs. [$0#1].",
      "We fixed what consensus logs. #1.",
    );
  });
  test("the paragraph above a list", () =>
    check(
      "Old. We have a new format of the topology file. For more see:\n\n* [it]\n* [$0#1]\n",
      "We have a new format of the topology file. For more see: #1",
    ));
  test("the item above a nested list", () =>
    check(
      "- We looked for leaks in memory:\n  - [it]\n  - [$0#1], [it]\n- Other things",
      "We looked for leaks in memory: #1, it",
    ));
  test("a paragraph that ends in a colon, and no other", () => {
    check(
      "We wait for the next benchmarks. See more at:\n\n[$0#1]",
      "We wait for the next benchmarks. See more at: #1",
    );
    check("We wait for the next benchmarks.\n\nIn [$0#1]", "In #1");
  });
  test("what stands apart is not joined", () => {
    check("We wait for benchmarks:\n\n## Done\n\n- Is [$0#1]", "Is #1");
    check("- We wait for benchmarks\n- Is [$0#1]", "Is #1");
  });
});

describe("other blocks", () => {
  test("a list item", () => {
    check(
      "* One thing\n* [x] We merged [[$0#1]] for peers\n  at last\n* Three",
      "We merged [#1] for peers at last",
    );
    check("1) We merged [$0#1] for peers\n2) Three", "We merged #1 for peers");
  });
  test("a heading", () =>
    check("## The cache, [$0#1]\n\nText.", "The cache, #1"));
  test("a row of a table", () =>
    check(
      "| what | where |\n| --- | --- |\n| peers | [$0#1] |\n| cache | [it] |",
      "peers · #1",
    ));
  test("a quote", () =>
    check(
      "> Old.\n> We merged the fix\n> of peers in [$0#1]. New.\n",
      "We merged the fix of peers in #1.",
    ));
  test("MDX, and a directive", () => {
    check(
      "import A from 'a'\n\nWe merged <b>[$0#1]</b> for {peers}.",
      "We merged #1 for .",
      "mdx",
    );
    check(
      ":::note[Title]\n\nWe merged [$0#1] for peers.\n\n:::",
      "We merged #1 for peers.",
    );
  });
  test("nothing is said by a definition or a reference alone", () => {
    check("We merged it.\n\n[$0x]: https://a.example", undefined);
    check("We merged it.\n\n[[$0#1]], $0https://a.example/b", undefined);
  });
  test("behind a byte order mark and front matter, with any line ending", () => {
    check(
      "\uFEFF---\ntitle: a\n---\nOld. We merged [$0#1] for peers.",
      "We merged #1 for peers.",
    );
    check(
      "\uFEFFOld one. We merged\r\n[$0#1]\r\nfor peers.",
      "We merged #1 for peers.",
    );
  });
});

test("a language without spaces between words", () =>
  check("你好。我们合并了 [$0#1]。再见。", "你好。 我们合并了 #1。"));

test("nothing is too long", () => {
  check(
    `Old. We merged [$0#1]${" and".repeat(20_000)}`,
    `We merged #1${" and".repeat(20_000)}`,
  );
  check(
    `We merged ${"x".repeat(80_000)} [$0#1]. New.`,
    `We merged ${"x".repeat(80_000)} #1.`,
  );
  check(
    `- We merged [$0#1].\n${"- another item of the list\n".repeat(5000)}`,
    undefined,
  );
});
