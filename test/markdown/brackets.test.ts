import { describe, expect, test } from "vitest";
import { labelKey } from "../../server/src/markdown/label.js";
import { parse } from "../../server/src/markdown/parse.js";
import { referencesOf, slice, withDefinitions } from "./describe-references.js";

describe("which brackets are references", () => {
  test.each<[text: string, defined: string[], references: string[]]>([
    ["[x]", ["x"], ["[x] → /x"]],
    ["[x]", [], ["[x] → ?"]],
    ["[x][]", ["x"], ["[x][] → /x"]],
    ["[x][]", [], ["[x][] → ?"]],
    ["[t][x]", ["x"], ["[t][x] → /x"]],
    ["[t][x]", [], ["[t][x] → ?"]],
    ["[*t* `c`][x]", [], ["[*t* `c`][x] → ?"]],
    // Literal brackets around.
    ["[[x]]", ["x"], ["[x] → /x"]],
    ["[[x]]", [], ["[x] → ?"]],
    ["\\[[x]]", ["x"], ["[x] → /x"]],
    ["\\[[x]]", [], ["[x] → ?"]],
    ["[\\[x]]", ["x"], ["[\\[x] → ?"]],
    ["[[a]][[b]]", ["a", "b"], ["[a] → /a", "[b] → /b"]],
    ["[[a]][[b]]", [], ["[a] → ?", "[b] → ?"]],
    ["[[a][b]]", ["a", "b"], ["[a][b] → /b"]],
    ["[[a][b]]", [], ["[a][b] → ?"]],
    ["[[[x]]]", ["x"], ["[x] → /x"]],
    ["[*x* [y]]", ["y"], ["[y] → /y"]],
    // Labels in a row.
    ["[a][b]", ["a"], ["[a][b] → ?"]],
    ["[a][b][c]", ["a", "c"], ["[b][c] → /c"]],
    ["[a][b][c]", ["b"], ["[a][b] → /b", "[c] → ?"]],
    ["[a][b][c]", [], ["[a][b] → ?", "[c] → ?"]],
    ["[a][][b]", [], ["[a][] → ?", "[b] → ?"]],
    ["[x] []", ["x"], ["[x] → /x"]],
    ["[x] [y]", ["x"], ["[x] → /x", "[y] → ?"]],
    // remark links none of these, although commonmark.js does.
    ["[a][", ["a"], []],
    ["[a][", [], []],
    ["[a][ ]", ["a"], []],
    ["[a][ ]", [], []],
    // Inline links come first.
    ["[x](y)", ["x"], []],
    ["[x](y", ["x"], ["[x] → /x"]],
    ["[x] (y)", ["x"], ["[x] → /x"]],
    ["[[x]](y)", [], []],
    ["[[x]](y)", ["x"], ["[x] → /x"]],
    ["[[cardano-testnet] Fix it](u)", [], []],
    ["[[BUGFIX] a [b] c](u)", [], []],
    ["[[BUGFIX] a][x]", ["x"], ["[[BUGFIX] a][x] → /x"]],
    ["[[BUGFIX] a][x]", [], ["[[BUGFIX] a][x] → ?"]],
    ["[a](u)[b]", [], ["[b] → ?"]],
    // Images.
    ["![a]", ["a"], ["![a] → /a"]],
    ["![a]", [], ["![a] → ?"]],
    ["![t][a]", ["a"], ["![t][a] → /a"]],
    ["![[a]]", ["a"], ["[a] → /a"]],
    ["![[a]]", [], ["[a] → ?"]],
    ["\\![a]", ["a"], ["[a] → /a"]],
    ["![a [b]](u)", [], []],
    ["[![a]](u)", ["a"], ["![a] → /a"]],
    ["[![a](u)][b]", ["b"], ["[![a](u)][b] → /b"]],
    // Escapes.
    ["\\[x]", ["x"], []],
    ["[x\\]", ["x"], []],
    ["\\\\[x]", ["x"], ["[x] → /x"]],
    ["[a\\]b]", [], ["[a\\]b] → ?"]],
    // Code and HTML bind before brackets.
    ["[a`]`b]", [], []],
    ["[a`]`", [], []],
    ['[a<b c="]">', [], []],
  ])("%s with %j", (text, defined, references) => {
    expect(referencesOf(text, defined)).toEqual(references);
  });
});

describe("in a table", () => {
  const table = (cell: string) => `| h |\n| - |\n| ${cell} |`;
  test.each<[cell: string, defined: string[], references: string[]]>([
    ["[x]", ["x"], ["[x] → /x"]],
    ["[[x]]", [], ["[x] → ?"]],
    ["[[a\\|b]]", [], ["[a\\|b] → ?"]],
    ["[[a|b]]", [], []],
    ["`[x]`", [], []],
  ])("%s with %j", (cell, defined, references) => {
    expect(referencesOf(table(cell), defined)).toEqual(references);
  });

  test("outside one, `\\|` has no meaning in a label", () => {
    expect(referencesOf("[[a\\|b]]\n\n[a\\|b]: u")).toEqual(["[a\\|b] → u"]);
    expect(referencesOf("[[a\\|b]]\n\n[a|b]: u")).toEqual(["[a\\|b] → ?"]);
  });
});

describe("form, brackets, text and label", () => {
  test.each([
    ["[x]", "shortcut", false, "x", "x"],
    ["[[x]]", "shortcut", true, "x", "x"],
    ["[[x] y]", "shortcut", false, "x", "x"],
    ["[x][]", "collapsed", false, "x", "x"],
    ["[[x][]]", "collapsed", false, "x", "x"],
    ["[*t*][ x ]", "full", false, "*t*", " x "],
    ["[[t][x]]", "full", false, "t", "x"],
    ["![x]", "shortcut", false, "x", "x"],
  ])("%s", (text, form, bracketed, inText, inLabel) => {
    for (const defined of [["x"], []]) {
      const document = parse(withDefinitions(text, defined));
      const [reference] = document.references;
      expect(reference).toMatchObject({
        form,
        bracketed,
        image: text.startsWith("!"),
      });
      if (!reference) continue;
      expect(slice(document, reference.textSpan)).toBe(inText);
      expect(slice(document, reference.labelSpan)).toBe(inLabel);
      expect(reference.key).toBe(labelKey(inLabel));
    }
  });
});

describe("labels that must not be defined", () => {
  test.each<[text: string, latent: string[]]>([
    ["[[x]](y)", ["x"]],
    ["[[a] [b][c] d](u)", ["a", "b", "c"]],
    ["[[a] b][c]\n\n[c]: u", ["a"]],
    ["[[a] b][c]", ["a"]],
    ["[a][b](u)", ["b"]],
    ["[a][b][c]\n\n[c]: u", ["b"]],
    ["[^1](u)", []],
    ["![[a]](u)", []],
    ["[x](u)", []],
    ["[`[x]`](u)", []],
    ["[\\[x]](u)", []],
  ])("%s", (text, latent) => {
    const document = parse(text);
    const found = [...document.links, ...document.references].flatMap(
      ({ latentLabels }) => latentLabels,
    );
    expect(new Set(found)).toEqual(new Set(latent.map(labelKey)));
    for (const label of latent)
      expect(document.latent.get(labelKey(label))).toBeDefined();
  });
});
