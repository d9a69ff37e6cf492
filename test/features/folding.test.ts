import { expect, test } from "vitest";
import { foldingRanges } from "../../server/src/features/folding.js";
import { parse } from "../../server/src/markdown/parse.js";

/** Each line with the numbers of the folds that begin (`>1`) and end (`<1`) in it. */
function check(expected: string): void {
  const text = expected.replace(/ *(?: [><]\d)+$/gm, "");
  const lines = text.split("\n");
  foldingRanges(parse(text)).forEach(({ startLine, endLine }, index) => {
    lines[startLine] += ` >${index + 1}`;
    lines[endLine] += ` <${index + 1}`;
  });
  expect(lines.join("\n")).toBe(expected);
}

test("definitions that follow each other", () => {
  check("Text [a].\n\n[a]: /x >1\n[b]: /y\n\n[c]: /z <1\n");
});

test("one definition is no fold, one of two lines is", () => {
  check("[a]: /x\n\nText.\n\n[b]: >1\n  /y <1\n\n> [c]: /z\n> [d]: /z\n");
});

test("front matter", () => {
  check("--- >1\ntitle: x\n--- <1\n\nText.\n");
});

test("sections, up to the next heading of their depth or above", () => {
  check(
    "# A >1\n\n## B >2\n\ntext <2\n\n## C >3\n\ntext <1 <3\n\n# D >4\n\n> # E\n> x <4\n",
  );
});

test("nothing in a text of one line", () => {
  check("# A");
  check("");
});
