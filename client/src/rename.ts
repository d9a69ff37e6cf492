import { WorkspaceEdit, window } from "vscode";
import type { Middleware } from "vscode-languageclient";

/**
 * VS Code takes a refused rename to the next provider: its own for Markdown, which would join two labels without a
 * word. So a refusal is shown here and answered with an edit of nothing.
 */
export const renameMiddleware: Middleware = {
  async provideRenameEdits(document, position, newName, token, next) {
    try {
      return await next(document, position, newName, token);
    } catch (error) {
      if (token.isCancellationRequested) throw error;
      void window.showWarningMessage(
        error instanceof Error ? error.message : String(error),
      );
      return new WorkspaceEdit();
    }
  },
};
