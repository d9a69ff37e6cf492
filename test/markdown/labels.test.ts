import { describe, expect, test } from "vitest";
import { isLabel, labelKey } from "../../server/src/markdown/label.js";
import { definitionsOf, referencesOf } from "./describe-references.js";

describe("the same label", () => {
  test.each([
    ["a line ending", "a b", "a\nb"],
    ["a carriage return", "a b", "a\r\nb"],
    ["two spaces", "a b", "a  b"],
    ["a tab", "a b", "a\tb"],
    ["white space around it", "a b", " \n a b\t"],
    ["another case", "Haskell.nix", "haskell.NIX"],
    ["Unicode case folding: ẞ", "ẞ", "SS"],
    ["Unicode case folding: ß", "ß", "SS"],
    ["Unicode case folding: ς", "ς", "Σ"],
  ])("%s", (_name, defined, used) => {
    expect(labelKey(used)).toBe(labelKey(defined));
    expect(referencesOf(`[${used}]`, [defined])).toEqual([
      `[${used}] → /${defined}`,
    ]);
  });
});

describe("different labels", () => {
  test.each([
    ["composed and decomposed é", "\u00E9", "e\u0301"],
    ["a no-break space", "a b", "a\u00A0b"],
    ["a backslash escape", "a\\_b", "a_b"],
    ["a character reference", "a&amp;b", "a&b"],
    ["markup", "*a*", "a"],
    ["a dash", "a-b", "a b"],
  ])("%s", (_name, defined, used) => {
    expect(labelKey(used)).not.toBe(labelKey(defined));
    expect(referencesOf(`[${used}]\n\n[${defined}]: u`)).toEqual([
      `[${used}] → ?`,
    ]);
  });
});

describe("labels that look unusual", () => {
  test.each([
    ["haskell.nix"],
    ["#12"],
    ["PR #12"],
    ["ouroboros-network#4067"],
    ["a\\]b"],
    ["a\\[b"],
    ["__proto__"],
    ["constructor"],
    ["toString"],
    ["🎉"],
    ["!x"],
    ["x|y"],
    ["`"],
    ["a".repeat(999)],
  ])("%s", (label) => {
    expect(isLabel(label)).toBe(true);
    expect(referencesOf(`[${label}]\n\n[${label}]: u`)).toEqual([
      `[${label}] → u`,
    ]);
    expect(referencesOf(`[${label}]`)).toEqual([`[${label}] → ?`]);
    expect(definitionsOf(`[${label}]: u`)).toEqual([`${label} → u`]);
  });
});

describe("no labels", () => {
  test.each([
    ["1000 characters", "a".repeat(1000)],
    ["nothing", ""],
    ["white space", " \t\n "],
    ["an opening bracket", "a[b"],
    ["a closing bracket", "a]b"],
    ["a backslash at its end", "a\\"],
  ])("%s", (_name, label) => {
    expect(isLabel(label)).toBe(false);
    const found = referencesOf(`[${label}]\n\n[${label}]: u`);
    expect(found.filter((each) => each.startsWith(`[${label}]`))).toEqual([]);
    expect(definitionsOf(`[${label}]: u`)).toEqual([]);
  });

  test("an astral character counts as two, as in micromark", () => {
    expect(isLabel("🎉".repeat(499))).toBe(true);
    expect(isLabel("🎉".repeat(500))).toBe(false);
  });
});

test("labels of Object's own are not defined unless the text defines them", () => {
  expect(referencesOf("[__proto__] [constructor]", ["hasOwnProperty"])).toEqual(
    ["[__proto__] → ?", "[constructor] → ?"],
  );
});
