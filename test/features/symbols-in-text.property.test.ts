import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { tests } from "commonmark-spec";
import fc from "fast-check";
import { expect, test } from "vitest";
import { mayHoldSymbol } from "../../server/src/features/symbols-in-text.js";
import { workspaceSymbols } from "../../server/src/features/workspace-symbols.js";
import { parse } from "../../server/src/markdown/parse.js";
import type { Syntax } from "../../server/src/markdown/syntax.js";
import { factsOf } from "../../server/src/workspace/facts.js";
import { corpusOf } from "../bench/corpus.js";
import {
  anyMarkup,
  anyPost,
  anyText,
  numRuns,
  timeout,
} from "../markdown/arbitraries.js";
import { nearlyPlain } from "../markdown/nearly-plain.js";

const found = (text: string, query: string, syntax?: Syntax) =>
  workspaceSymbols(
    [factsOf("file:///u", parse(text, syntax), [])],
    query,
    true,
  );

/** Whether the text is told to hold each symbol that is found in it, by all its letters and by some of them. */
function expectHeld(text: string, syntax: Syntax = "commonmark"): void {
  for (const { name } of found(text, "", syntax))
    for (const query of [
      name,
      name.toUpperCase(),
      [...name].filter((_, at) => at % 2 === 0).join(""),
      name.slice(-1),
    ])
      if (found(text, query, syntax).length > 0)
        expect([text, query, mayHoldSymbol(query)(text)]).toEqual([
          text,
          query,
          true,
        ]);
}

const symbols = [
  ...["A", "b c", "K\u212A", "&#90;ed", "\\[x\\]", "Week *two*", "`code`"],
  ...["\u0130", "[t][a]", "![i](u)", "a\nb", "a\n\\[b", "a  \n  b", "é", "# #"],
];
const holders = [
  ...["# _", "> - ## _ ##", "_\n===", "- _\n  -", "[_]: u", "> [_]: <u> 't'"],
  ...["_\n\n---", "[^1]: # _", "    _\n---", "| _ |\n| - |", "1. _\n   ---"],
  ...["---\na: b\n---\n_\n---", "_\n    ---\nx\n---", "[^1]: [_]: u"],
];

test("no symbol is missed, wherever it stands", { timeout }, () => {
  for (const holder of holders)
    for (const symbol of symbols) {
      const text = `${holder.replace("_", () => symbol)}\n`;
      for (const end of ["\n", "\r\n", "\r"])
        expectHeld(text.replaceAll("\n", end));
    }
});

/** But for what the parser's own assertions, which only tests run, take for a mistake: a box below a bare bullet. */
const parsed = anyMarkup.filter((text) => !/[-*+]\s*\[[ x]\]\s/.test(text));

test("nor one of a random text", { timeout }, () => {
  fc.assert(
    fc.property(fc.oneof(anyText, parsed, anyPost, nearlyPlain), (text) =>
      expectHeld(text),
    ),
    { numRuns: numRuns * 10 },
  );
});

test("nor one of CommonMark's examples, the sample posts and made-up reports", {
  timeout,
}, () => {
  for (const { markdown } of tests) expectHeld(markdown.replaceAll("→", "\t"));
  for (const { text } of corpusOf({ posts: 3 })) expectHeld(text);
  for (const folder of ["../fixtures/posts", "../vscode/workspace/blog"]) {
    const path = new URL(folder, import.meta.url).pathname;
    for (const name of readdirSync(path).filter((one) => /\.mdx?$/.test(one)))
      expectHeld(
        readFileSync(join(path, name), "utf8"),
        name.endsWith("x") ? "mdx" : "commonmark",
      );
  }
});

test.each([
  "# Other\n",
  "Week\n\n---\n",
  "---\ntitle: Week\n---\n\nText.\n",
  "See [[week]], [week](u) and [w][week].\n\n- eek: [x]\n",
  "[other]: https://github.com/o/week/pull/1\n",
])("a text without it is left alone: %j", (text) => {
  expect(found(text, "week")).toEqual([]);
  expect(mayHoldSymbol("week")(text)).toBe(false);
});

test("a text with underline upon underline takes no time that grows with its square", () => {
  const text = "a\n=\n".repeat(100_000);
  expect(mayHoldSymbol("zz")(text)).toBe(true);
});
