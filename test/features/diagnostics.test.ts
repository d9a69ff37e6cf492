import { expect, test } from "vitest";
import { DiagnosticSeverity, DiagnosticTag } from "vscode-languageserver-types";
import { diagnostics } from "../../server/src/features/diagnostics.js";
import { open, type Workspace } from "./context.js";

function check(text: string, workspace?: Workspace, docsUrl?: string) {
  return diagnostics(open(text, workspace).context.post, docsUrl);
}

test("a dangling label is a warning, with the page that explains it", () => {
  expect(
    check("🎉 See [[cicero]].\n", {}, "https://docs.example/rules/"),
  ).toEqual([
    {
      range: {
        start: { line: 0, character: 8 },
        end: { line: 0, character: 16 },
      },
      severity: DiagnosticSeverity.Warning,
      source: "weeknotes",
      code: "undefined-reference",
      codeDescription: {
        href: "https://docs.example/rules/undefined-reference.md",
      },
      message: "[cicero] is not defined, so it shows as text.",
    },
  ]);
});

test("an unused definition is a hint, greyed out", () => {
  expect(check("[a]: https://example.org\n")).toMatchObject([
    {
      severity: DiagnosticSeverity.Hint,
      tags: [DiagnosticTag.Unnecessary],
      code: "unused-definition",
    },
  ]);
});

test("a duplicate leads to the first", () => {
  const text =
    "[a]\n\n[a]: https://example.org/1\n[A]: https://example.org/2\n";
  expect(check(text)).toMatchObject([
    {
      severity: DiagnosticSeverity.Warning,
      relatedInformation: [
        {
          location: {
            uri: "file:///blog/2022-10-20.md",
            range: {
              start: { line: 2, character: 0 },
              end: { line: 2, character: 26 },
            },
          },
        },
      ],
    },
  ]);
});

test("without a place for the pages there is no link to one", () => {
  expect(check("[[a]]\n")[0]).not.toHaveProperty("codeDescription");
});

test("settings change the severity", () => {
  const settings = { rules: { "undefined-reference": "error" as const } };
  expect(check("[[a]]\n", { settings })).toMatchObject([
    { severity: DiagnosticSeverity.Error },
  ]);
});
