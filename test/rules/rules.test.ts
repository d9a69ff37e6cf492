import { describe, expect, test } from "vitest";
import { applyEdits } from "../../server/src/markdown/edits/apply.js";
import { parse } from "../../server/src/markdown/parse.js";
import { allRules } from "../../server/src/rules/all-rules.js";
import { checkPost } from "../../server/src/rules/check.js";
import type { Rule } from "../../server/src/rules/rule.js";
import { rulePage } from "../../server/src/rules/rule-page.js";
import type { Post } from "../../server/src/workspace/post.js";
import { examplePost } from "./example-post.js";
import { readMarks } from "./marks.js";

/** Only the author knows what to do. */
const withoutFix = new Set(["missing-target", "private-target"]);

describe.each(allRules)("$id", (rule) => {
  test.each(rule.examples)("$title", (example) => {
    const { markdown, messages = [], fixed, repositories = [] } = example;
    const { text, spans } = readMarks(markdown);
    const post = examplePost(text, {
      ...example,
      settings: { repositories, ...example.settings },
    });
    const found = checkPost(post, { rules: [rule], onCrash: rethrow });
    expect(found.map(({ finding }) => finding.message)).toEqual(messages);
    expect(found.map(({ finding }) => finding.span)).toEqual(spans);
    for (const { finding } of found) {
      const preferred = finding
        .fixes()
        .filter((fix) => fix.kind === "edit" && fix.preferred);
      expect(preferred.length).toBeLessThanOrEqual(1);
      const titles = finding.fixes().map(({ title }) => title);
      expect(new Set(titles).size).toBe(titles.length);
    }
    if (fixed !== undefined) expect(applyFirstFixes(post, rule)).toBe(fixed);
  });

  test("shows a text that is wrong, one that is right, and a fix if it has any", () => {
    expect(rule.examples.some(({ messages }) => messages?.length)).toBe(true);
    expect(rule.examples.some(({ messages }) => !messages?.length)).toBe(true);
    expect(rule.examples.some(({ fixed }) => fixed !== undefined)).toBe(
      !withoutFix.has(rule.id),
    );
  });

  test("has a page that Markdown reads as it is meant", () => {
    const page = rulePage(rule);
    const document = parse(page);
    expect(document.headings.map(({ text }) => text)).toEqual(
      expect.arrayContaining([
        rule.id,
        ...rule.examples.map(({ title }) => title),
      ]),
    );
    expect(document.references.filter(({ bracketed }) => bracketed)).toEqual(
      [],
    );
    expect(page).not.toMatch(/[⟦⟧]/);
  });
});

/** Applies the first fix of the first finding until none is left: one fix may mend two findings. */
function applyFirstFixes(post: Post, rule: Rule): string {
  let current = post;
  for (let round = 0; round < 20; round++) {
    const [first] = checkPost(current, { rules: [rule], onCrash: rethrow });
    const fix = first?.finding.fixes()[0];
    if (fix?.kind !== "edit") return current.document.text;
    const text = applyEdits(current.document, fix.edits);
    current = { ...current, document: parse(text) };
  }
  throw new Error("The fixes do not come to an end.");
}

function rethrow(_rule: Rule, error: unknown): never {
  throw error;
}
