import { expect, test } from "vitest";
import type { CompletionList } from "vscode-languageserver-protocol";
import { connect, uri } from "./connect.js";

const many = 1_000;
const text = [
  "See [[label-1]].",
  ...Array.from({ length: many }, (_, n) => `[label-${n}]: https://e.org/${n}`),
].join("\n\n");
const textDocument = { uri };
const position = { line: 0, character: "See [[label-1".length };

/** A computer on which everything takes long. */
async function slowEditor() {
  let time = Date.UTC(2022, 7, 12);
  const editor = await connect({
    environment: {
      now: () => {
        time += 5;
        return time;
      },
    },
  });
  await editor.open(text);
  return editor.connection;
}

test("a list of many labels lets the next question in", async () => {
  const connection = await slowEditor();
  const answers: string[] = [];
  await Promise.all([
    connection
      .sendRequest<CompletionList>("textDocument/completion", {
        textDocument,
        position,
      })
      .then(({ items }) => answers.push(`${items.length} items`)),
    connection
      .sendRequest("textDocument/documentHighlight", { textDocument, position })
      .then(() => answers.push("highlights")),
  ]);
  expect(answers).toEqual(["highlights", "100 items"]);
});
