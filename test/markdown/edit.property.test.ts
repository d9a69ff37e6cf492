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

test("of many definitions in one block, only those near an edit are read anew", () => {
  const lines = Array.from({ length: 200 }, (_, n) => `[d${n}]: /u${n}\n`);
  const before = parse(`[d1]\n\n${lines.join("")}\nText [d9].\n`);
  const shared = (put: string, at = before.text.indexOf("[d100]")) => {
    const after = edit(before, [{ span: { start: at, end: at }, text: put }]);
    expectSame(after, parseAsOne(after.text, "commonmark"));
    return after.chunks.all.filter((it) => before.chunks.all.includes(it))
      .length;
  };
  const all = before.chunks.all.length;
  expect(all).toBeGreaterThan(10);
  expect(shared("[new]: /n\n")).toBe(all - 1);
  expect(shared("x", before.text.indexOf("/u100"))).toBe(all - 1);
  // The lines below are text of one paragraph now.
  expect(shared("x\n")).toBeLessThan(all / 2 + 3);
});

test("an underlined heading begins below the definitions above it", () => {
  const text = "[a]: u\n[b]: v\nTitle\n===\n";
  const [heading] = parse(text).headings;
  expect(heading?.span).toEqual({ start: 14, end: 23 });
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
