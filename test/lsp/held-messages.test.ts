import { expect, test } from "vitest";
import type { Message, NotificationMessage } from "vscode-languageserver";
import { holdMessages } from "../../server/src/lsp/held-messages.js";

const notification = (method: string): NotificationMessage => ({
  jsonrpc: "2.0",
  method,
});

test.each([
  ["is ready", () => Promise.resolve()],
  ["cannot become ready", () => Promise.reject(new Error("no such file"))],
])("messages wait in their order until the server %s", async (_, settle) => {
  const handled: Message[] = [];
  const { strategy, until } = holdMessages();
  const receive = (method: string) =>
    strategy.handleMessage(notification(method), (message) => {
      handled.push(message);
      return undefined;
    });
  const methods = () =>
    handled.map((message) => "method" in message && message.method);

  receive("initialize");
  expect(methods()).toEqual(["initialize"]);
  let answer = () => {};
  until(new Promise<void>((resolve) => (answer = resolve)).then(settle));
  receive("initialized");
  receive("textDocument/didOpen");
  expect(methods()).toEqual(["initialize"]);
  answer();
  await new Promise((resolve) => setTimeout(resolve));
  expect(methods()).toEqual([
    "initialize",
    "initialized",
    "textDocument/didOpen",
  ]);
  receive("shutdown");
  expect(methods().at(-1)).toBe("shutdown");
});
