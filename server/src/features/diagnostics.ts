import {
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
} from "vscode-languageserver-types";
import { checkPost, type Diagnosed } from "../rules/check.js";
import type { Severity } from "../rules/rule.js";
import type { Post } from "../workspace/post.js";

/** `docsUrl`: the folder of the rules' pages, with its last slash. `diagnosed`: what the rules say, where that is known. */
export function diagnostics(
  post: Post,
  docsUrl: string | undefined,
  diagnosed: readonly Diagnosed[] = checkPost(post),
): Diagnostic[] {
  return diagnosed.map((one) => diagnosticOf(post, one, docsUrl));
}

export function diagnosticOf(
  { uri, document }: Post,
  { rule, finding, severity }: Diagnosed,
  docsUrl: string | undefined,
): Diagnostic {
  const { span, message, unnecessary, related } = finding;
  return {
    range: document.lines.rangeOf(span),
    severity: severities[severity],
    source: "weeknotes",
    code: rule.id,
    ...(docsUrl === undefined
      ? {}
      : { codeDescription: { href: `${docsUrl}${rule.id}.md` } }),
    message,
    ...(unnecessary ? { tags: [DiagnosticTag.Unnecessary] } : {}),
    ...(related && related.length > 0
      ? {
          relatedInformation: related.map((place) => ({
            location: { uri, range: document.lines.rangeOf(place.span) },
            message: place.message,
          })),
        }
      : {}),
  };
}

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};
