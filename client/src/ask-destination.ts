import { type Disposable, window } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import {
  type AskDestinationParams,
  askDestination,
} from "../../server/src/protocol/protocol.js";
import { destinationProblem } from "./destination.js";

export function answerAskDestination(client: BaseLanguageClient): Disposable {
  return client.onRequest(
    askDestination,
    async ({ label }: AskDestinationParams): Promise<string | null> => {
      const destination = await window.showInputBox({
        title: `Define [${label}]`,
        prompt: "Where does this reference lead?",
        placeHolder: "https://github.com/owner/repository/pull/1",
        ignoreFocusOut: true,
        validateInput: destinationProblem,
      });
      return destination?.trim() ?? null;
    },
  );
}
