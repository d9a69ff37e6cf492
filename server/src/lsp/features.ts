import { CodeActionKind, type ServerCapabilities } from "vscode-languageserver";
import { diagnosticsFeature } from "./diagnostics.js";
import { codeActions } from "./placeholders.js";
import type { Session } from "./session.js";

/** A feature registers its handlers and returns the capabilities it thereby provides: advertised is implemented. */
export type Feature = (session: Session) => ServerCapabilities;

export const features: readonly Feature[] = [
  diagnosticsFeature,
  ({ connection, handlers }) => {
    connection.onCodeAction(
      handlers.forDocument(null, (context, { range }) =>
        codeActions(context, range),
      ),
    );
    return {
      codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
    };
  },
];
