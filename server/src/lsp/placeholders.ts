import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  DiagnosticSeverity,
  type Range,
} from "vscode-languageserver-types";
import type { FeatureContext } from "../features/context.js";
import { overlaps } from "../markdown/span.js";
import type { Post } from "../workspace/post.js";

export function diagnostics({ document }: Post): Diagnostic[] {
  return document.references
    .filter(({ definition, bracketed }) => !definition && bracketed)
    .map(({ span, label }) => ({
      range: document.lines.rangeOf(span),
      severity: DiagnosticSeverity.Warning,
      source: "weeknotes",
      code: "undefined-reference",
      message: `No definition for "${label}".`,
    }));
}

export function codeActions(
  { post }: FeatureContext,
  range: Range,
): CodeAction[] {
  const { document } = post;
  const asked = document.lines.spanOf(range);
  return document.references
    .filter(
      ({ definition, bracketed, span }) =>
        !definition && bracketed && overlaps(span, asked),
    )
    .map(({ label }) => ({
      title: `Add the definition of "${label}"`,
      kind: CodeActionKind.QuickFix,
      edit: {
        changes: {
          [post.uri]: [
            {
              range: document.lines.rangeOf({
                start: document.text.length,
                end: document.text.length,
              }),
              newText: `${document.eol}${document.eol}[${label}]: https://github.com/${document.eol}`,
            },
          ],
        },
      },
    }));
}
