import { expect, test } from "vitest";
import { github } from "../../server/src/cli/formats/github.js";
import { json } from "../../server/src/cli/formats/json.js";
import { pretty } from "../../server/src/cli/formats/pretty.js";
import type { FileReport } from "../../server/src/cli/report.js";

const context = { cwd: "/site", color: false, version: "1.2.3", now: 0 };

const at = (line: number, start: number, end: number) => ({
  start: { line, character: start },
  end: { line, character: end },
});

const reports: readonly FileReport[] = [
  {
    path: "/site/blog/a.md",
    fixed: 2,
    problems: [],
    messages: [
      {
        ruleId: "undefined-reference",
        severity: "warning",
        message: "[[x-pull-1]] has no definition",
        range: at(0, 5, 15),
        fix: {
          start: 19,
          end: 19,
          text: "[x-pull-1]: /x\n",
          range: at(2, 0, 0),
        },
      },
      {
        ruleId: "unused-definition",
        severity: "hint",
        message: "Nothing uses [y]: 100%,\nsurely",
        range: at(2, 0, 7),
      },
    ],
  },
  { path: "/site/blog/b.md", messages: [], fixed: 0, problems: [] },
];

test("pretty", () => {
  expect(pretty(reports, context)).toMatchInlineSnapshot(`
    "blog/a.md
     1:6  warning  [[x-pull-1]] has no definition  undefined-reference
     3:1  hint     Nothing uses [y]: 100%, surely  unused-definition

    1 warning, 1 hint in 1 of 2 files. 2 findings fixed. --fix can take care of one."
  `);
  expect(pretty(reports.slice(1), context)).toBe("No findings in 1 file.");
});

test("pretty keeps GitHub's text from driving the terminal", () => {
  const [report] = reports.slice(1);
  if (!report) throw new Error("no report");
  const target = { kind: "user", host: "github.com", login: "x" } as const;
  const result = {
    kind: "release",
    repository: "a/b",
    tag: "v1",
    title: "\u001b[31mred\u202e",
    state: "published",
    author: undefined,
    publishedAt: undefined,
    body: "",
  } as const;
  const output = pretty(
    [
      {
        ...report,
        statuses: [{ label: "v1", target, answer: { result, at: 0 } }],
      },
    ],
    context,
  );
  expect(output).toContain("published");
  expect(output).not.toContain("\u001b");
  expect(output).not.toContain("\u202e");
});

test("json has ESLint's shape", () => {
  expect(JSON.parse(json(reports, context))).toEqual([
    {
      filePath: "/site/blog/a.md",
      messages: [
        {
          ruleId: "undefined-reference",
          severity: 1,
          level: "warning",
          message: "[[x-pull-1]] has no definition",
          line: 1,
          column: 6,
          endLine: 1,
          endColumn: 16,
          fix: { range: [19, 19], text: "[x-pull-1]: /x\n" },
        },
        {
          ruleId: "unused-definition",
          severity: 1,
          level: "hint",
          message: "Nothing uses [y]: 100%,\nsurely",
          line: 3,
          column: 1,
          endLine: 3,
          endColumn: 8,
        },
      ],
      errorCount: 0,
      warningCount: 2,
    },
    {
      filePath: "/site/blog/b.md",
      messages: [],
      errorCount: 0,
      warningCount: 0,
    },
  ]);
});

test("github writes workflow commands, escaped", () => {
  expect(github(reports, context)).toBe(
    [
      "::warning file=blog/a.md,line=1,endLine=1,col=6,endColumn=16,title=undefined-reference::[[x-pull-1]] has no definition",
      "::notice file=blog/a.md,line=3,endLine=3,col=1,endColumn=8,title=unused-definition::Nothing uses [y]: 100%25,%0Asurely",
    ].join("\n"),
  );
});
