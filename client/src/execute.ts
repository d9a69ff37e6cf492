import type { BaseLanguageClient } from "vscode-languageclient";

/** Has the server run one of its commands. */
export function execute<R>(
  client: BaseLanguageClient,
  command: string,
  ...given: unknown[]
): Promise<R> {
  return client.sendRequest("workspace/executeCommand", {
    command,
    arguments: given,
  });
}
