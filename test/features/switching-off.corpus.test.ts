import { describe, expect, test } from "vitest";
import { disableRuleEdit } from "../../server/src/features/disable-rule.js";
import { applyEdits } from "../../server/src/markdown/edits/apply.js";
import { parse } from "../../server/src/markdown/parse.js";
import { allRules } from "../../server/src/rules/all-rules.js";
import { checkPost } from "../../server/src/rules/check.js";
import type { Rule } from "../../server/src/rules/rule.js";
import type { Post } from "../../server/src/workspace/post.js";
import { examplePost } from "../rules/example-post.js";
import { readMarks } from "../rules/marks.js";

/** The rule's examples of what is wrong. */
function wrongPosts(rule: Rule): Post[] {
  return rule.examples
    .filter(({ messages = [] }) => messages.length > 0)
    .map((example) => {
      const { repositories = [], settings } = example;
      return examplePost(readMarks(example.markdown).text, {
        ...example,
        settings: { repositories, ...settings },
      });
    });
}

function findings(rule: Rule, post: Post) {
  return checkPost(post, { rules: [rule] });
}

function withSetting(post: Post, rule: Rule, level: "off" | "error"): Post {
  const { settings } = post;
  const rules = { ...settings.rules, [rule.id]: level };
  return { ...post, settings: { ...settings, rules } };
}

describe.each(allRules)("$id", (rule) => {
  const posts = wrongPosts(rule);

  test("is off, or of another severity, by a setting", () => {
    for (const post of posts) {
      expect(findings(rule, withSetting(post, rule, "off"))).toEqual([]);
      const severities = findings(rule, withSetting(post, rule, "error")).map(
        ({ severity }) => severity,
      );
      expect(new Set(severities)).toEqual(new Set(["error"]));
    }
  });

  test("is off for a line, by the comment that the light bulb offers", () => {
    let offered = 0;
    for (const post of posts) {
      const before = findings(rule, post);
      for (const { finding } of before) {
        const edit = disableRuleEdit(post, rule.id, finding.span);
        if (!edit) continue;
        offered++;
        const { document } = post;
        const text = applyEdits(document, [edit]);
        const silenced = { ...post, document: parse(text, document.syntax) };
        expect(findings(rule, silenced).length, text).toBeLessThan(
          before.length,
        );
      }
    }
    expect(offered).toBeGreaterThan(0);
  });

  test("is off for a file, by a comment at its start", () => {
    for (const post of posts) {
      const { document } = post;
      const { frontMatter, syntax } = document;
      const at = frontMatter?.yamlSpan.start ?? 0;
      const comment = frontMatter
        ? `# weeknotes-disable ${rule.id}\n`
        : syntax === "mdx"
          ? `{/* weeknotes-disable ${rule.id} */}\n\n`
          : `<!-- weeknotes-disable ${rule.id} -->\n\n`;
      const text =
        document.text.slice(0, at) + comment + document.text.slice(at);
      const silenced = { ...post, document: parse(text, syntax) };
      expect(findings(rule, silenced), text).toEqual([]);
    }
  });
});
