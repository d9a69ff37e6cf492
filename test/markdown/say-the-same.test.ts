import { expect, test } from "vitest";
import { edit } from "../../server/src/markdown/edit.js";
import { parse } from "../../server/src/markdown/parse.js";
import {
  leadToTheSame,
  sayTheSame,
} from "../../server/src/markdown/say-the-same.js";

const text =
  "---\ntags: [a]\n---\n\n# Week\n\nMerged [[x]], see [y](u).\n\nMore text.\n\n[x]: v\n";

test.each([
  ["Merged", "Reviewed", true],
  ["More text.", "More text [[z]].", true],
  ["# Week\n", "# Week\n\n", true],
  ["[[x]]", "[[y]]", false],
  ["(u)", "(w)", false],
  ["[y](u)", "![y](u)", false],
  ["]: v", "]: w", false],
  ["[x]: v", "[z]: v", false],
  ["More text.", "More [[x]].", false],
  ["# Week", "## Week", false],
  ["# Week", "# Weeks", false],
  ["tags: [a]", "tags: [b]", false],
])("%j → %j: %s", (before, after, same) => {
  const document = parse(text);
  const start = text.indexOf(before);
  const span = { start, end: start + before.length };
  const edited = edit(document, [{ span, text: after }]);
  expect(sayTheSame(document, edited)).toBe(same);
  expect(sayTheSame(edited, document)).toBe(same);
  expect(sayTheSame(document, parse(edited.text))).toBe(same);
});

test.each([
  ["More text.", "More text [[z]].", true],
  ["[[x]]", "[[y]]", true],
  ["# Week", "## Weeks", true],
  ["tags: [a]", "tags: [b]", true],
  ["(u)", "(w)", false],
  ["[y](u)", "![y](u)", false],
  ["]: v", "]: w", false],
  ["[x]: v", "[z]: v", false],
  ["[x]: v", "[x]: v\n[z]: v", false],
])("%j → %j leads to the same: %s", (before, after, same) => {
  const document = parse(text);
  const start = text.indexOf(before);
  const span = { start, end: start + before.length };
  const edited = edit(document, [{ span, text: after }]);
  expect(leadToTheSame(document, edited)).toBe(same);
  expect(leadToTheSame(edited, document)).toBe(same);
});
