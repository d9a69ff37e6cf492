import { tests as examples } from "commonmark-spec";
import { describe, expect, test } from "vitest";
import { edit } from "../../server/src/markdown/edit.js";
import { parse, parseAsOne } from "../../server/src/markdown/parse.js";
import { checkEdits, checkManyChanges } from "./random-edits.js";
import { expectSame } from "./said.js";

/** How many random edits are compared with the parse of the whole text; `npm run fuzz` compares more, and faster. */
const edits = Number(process.env.WEEKNOTES_EDITS ?? 1000);
const timeout = Math.max(60_000, edits * 100);

test(`${edits} random edits leave what the whole text says`, {
  timeout,
}, () => {
  checkEdits(edits);
});

test("chunks that an edit does not reach are shared", () => {
  const before = parse("# a\n\n[b]\n\n```\n\nc\n\n```\n\nd [e]\n\n[b]: u\n");
  const at = before.text.indexOf("d [e]");
  const after = edit(before, [{ span: { start: at, end: at }, text: "new " }]);
  const shared = after.chunks.all.map((chunk) =>
    before.chunks.all.includes(chunk),
  );
  expect(shared).toEqual([true, true, true, false, true]);
});

test("a definition is read anew where it is asked for, and nowhere else", () => {
  const before = parse("[a]\n\nb\n\n[a [c]](u)\n\n[c]: v\n");
  const at = before.text.indexOf("c]: v");
  const after = edit(before, [{ span: { start: at, end: at + 1 }, text: "d" }]);
  expect(before.links).toHaveLength(0);
  expect(after.links).toHaveLength(1);
  const shared = after.chunks.all.map((chunk) =>
    before.chunks.all.includes(chunk),
  );
  expect(shared).toEqual([true, true, false, false]);
});

test.each(["mdx", "commonmark"] as const)(
  "a fence that only MDX takes for closed: %s",
  (syntax) => {
    const text = "~~~\n    ~~~\n    ";
    expectSame(parse(text, syntax), parseAsOne(text, syntax));
  },
);

describe("CommonMark's examples", () => {
  const sections = [...new Set(examples.map(({ section }) => section))];
  test.each(sections)("one after the other: %s", (section) => {
    const parts = examples
      .filter((example) => example.section === section)
      .map(({ markdown }) => markdown.replaceAll("→", "\t"));
    for (const whole of [
      parts.join("\n\n"),
      parts.join("\n\nText [foo] and [bar].\n\n"),
      parts.map((part) => `- a\n\n${part}\n# h\n\n`).join(""),
    ]) {
      expectSame(parse(whole), parseAsOne(whole));
    }
  });
});

test("many changes at once leave what the whole text says", {
  timeout,
}, () => {
  checkManyChanges(Math.ceil(edits / 5));
});
