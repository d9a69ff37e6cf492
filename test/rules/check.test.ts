import { expect, test } from "vitest";
import { allRules } from "../../server/src/rules/all-rules.js";
import { checkPost } from "../../server/src/rules/check.js";
import type { Rule } from "../../server/src/rules/rule.js";
import type { SeveritySetting } from "../../server/src/workspace/settings.js";
import { examplePost } from "./example-post.js";

const text =
  "See [[x]] and [y](https://example.org).\n\n[a]: https://example.org/1\n[b]: https://example.org/2\n[b]: https://example.org/2\n\nUse [b].\n";

function severities(rules: Record<string, SeveritySetting>): string[] {
  return checkPost(examplePost(text, { settings: { rules } })).map(
    ({ rule, severity }) => `${rule.id} ${severity}`,
  );
}

test("a finding has the severity of its confidence, in order of position", () => {
  expect(severities({})).toEqual([
    "undefined-reference warning",
    "unused-definition hint",
    "duplicate-definition hint",
  ]);
});

test("a setting changes the severity, or leaves it to the rule", () => {
  expect(
    severities({
      "undefined-reference": "error",
      "duplicate-definition": "information",
      "unused-definition": "default",
    }),
  ).toEqual([
    "undefined-reference error",
    "unused-definition hint",
    "duplicate-definition information",
  ]);
});

test("a rule that is off says nothing", () => {
  expect(severities({ "unused-definition": "off" })).toEqual([
    "undefined-reference warning",
    "duplicate-definition hint",
  ]);
});

test("a rule that throws is told of, and takes no other down", () => {
  const broken: Rule = {
    id: "broken",
    summary: "",
    severity: "warning",
    documentation: "",
    examples: [],
    *check() {
      yield { span: { start: 0, end: 1 }, message: "", fixes: () => [] };
      throw new Error("broken");
    },
  };
  const crashes: string[] = [];
  const found = checkPost(examplePost(text), {
    rules: [broken, ...allRules],
    onCrash: (rule, error) => crashes.push(`${rule.id}: ${error}`),
  });
  expect(crashes).toEqual(["broken: Error: broken"]);
  expect(found.map(({ rule }) => rule.id)).toEqual([
    "undefined-reference",
    "unused-definition",
    "duplicate-definition",
  ]);
});

test("a fix that throws is told of, and offers nothing", () => {
  const broken: Rule = {
    id: "broken",
    summary: "",
    severity: "warning",
    documentation: "",
    examples: [],
    check: () => [
      {
        span: { start: 0, end: 1 },
        message: "m",
        fixes: () => {
          throw new Error("broken");
        },
      },
    ],
  };
  const crashes: string[] = [];
  const [found] = checkPost(examplePost(text), {
    rules: [broken],
    onCrash: ({ id }) => crashes.push(id),
  });
  expect(found?.finding.fixes()).toEqual([]);
  expect(crashes).toEqual(["broken"]);
});

test("every rule has an id of its own, in kebab-case", () => {
  const ids = allRules.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
});

test("labels that are names of JavaScript's own are ordinary labels", () => {
  const post = examplePost(
    "[[__proto__]] [[constructor]]\n\n[__proto__]: https://example.org\n[toString]: https://example.org\n",
    { settings: { rules: { toString: "off" as const } } },
  );
  expect(checkPost(post).map(({ finding }) => finding.message)).toEqual([
    "[constructor] is not defined, so it shows as text.",
    "Nothing in this post uses [toString].",
  ]);
});
