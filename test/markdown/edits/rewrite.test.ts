import { expect, test } from "vitest";
import { applyEdits } from "../../../server/src/markdown/edits/apply.js";
import { rewrite } from "../../../server/src/markdown/edits/rewrite.js";
import { parse } from "../../../server/src/markdown/parse.js";

/** Puts texts in the place of `⟦…⟧`, in order, and defines some labels. */
function check(
  marked: string,
  texts: readonly string[],
  labels: readonly string[],
  expected: string,
): void {
  const parts = marked.split(/[⟦⟧]/);
  const starts = parts.map((_, index) => parts.slice(0, index).join("").length);
  const document = parse(parts.join(""));
  const changes = texts.map((text, index) => ({
    text,
    span: {
      start: starts[index * 2 + 1] ?? 0,
      end: starts[index * 2 + 2] ?? 0,
    },
  }));
  const { edits, document: rewritten } = rewrite(
    document,
    changes.toReversed(),
    labels.map((label) => ({ label, destination: `/${label}` })),
  );
  expect(applyEdits(document, edits)).toBe(expected);
  expect(rewritten.text).toBe(expected);
  const spans = edits.map(({ range }) => document.lines.spanOf(range));
  for (const [index, { start }] of spans.slice(1).entries())
    expect(start).toBeGreaterThan(spans[index]?.end ?? 0);
}

test("changes, and the definitions of what they bring", () => {
  check(
    "⟦one⟧ ⟦two⟧ x\n\nz",
    ["[a]", "[b]"],
    ["a", "b"],
    "[a] [b] x\n\nz\n\n[a]: /a\n[b]: /b",
  );
  check(
    "⟦one⟧ [b]\n\n[b]: /b\n",
    ["[a]"],
    ["a"],
    "[a] [b]\n\n[a]: /a\n[b]: /b\n",
  );
});

test("a definition that touches a change is a part of it", () => {
  check("x ⟦⟧", ["[a]"], ["a"], "x [a]\n\n[a]: /a");
  check("⟦⟧", ["[a] [b]"], ["b", "a"], "[a] [b]\n\n[a]: /a\n[b]: /b");
  check("x ⟦y⟧\n", ["[a]"], ["a"], "x [a]\n\n[a]: /a\n");
});

test("changes below the definitions, and a definition that goes", () => {
  check(
    "[b]\n\n⟦[b]: /b\n⟧[c]: /c\n\n⟦x⟧ [c]\n",
    ["", "[d]"],
    ["d"],
    "[b]\n\n[c]: /c\n\n[d] [c]\n\n[d]: /d\n",
  );
});
