import {
  type Diagnostic,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  type ServerCapabilities,
} from "vscode-languageserver";
import { diagnostics } from "./placeholders.js";
import type { Session } from "./session.js";

/** Diagnostics are pulled: there is no race between an answer and the text it was for. */
export function diagnosticsFeature({
  connection,
  handlers,
}: Session): ServerCapabilities {
  connection.languages.diagnostics.on(
    handlers.forDocument<
      Parameters<Parameters<typeof connection.languages.diagnostics.on>[0]>[0],
      DocumentDiagnosticReport
    >(full([]), ({ post }) => full(diagnostics(post))),
  );
  return {
    diagnosticProvider: {
      identifier: "weeknotes",
      interFileDependencies: true,
      workspaceDiagnostics: false,
    },
  };
}

function full(items: Diagnostic[]): DocumentDiagnosticReport {
  return { kind: DocumentDiagnosticReportKind.Full, items };
}
