import { expect, test } from "vitest";
import { connect, uri } from "./connect.js";

test("a dangling label in an open post is reported, and its quick fix defines it", async () => {
  const { connection, open } = await connect();
  await open("See [[cardano-node-pull-12]].\n");
  const { items } = await connection.sendRequest<{
    items: { range: object; message: string }[];
  }>("textDocument/diagnostic", { textDocument: { uri } });
  expect(items).toMatchObject([
    {
      range: {
        start: { line: 0, character: 5 },
        end: { line: 0, character: 27 },
      },
      source: "weeknotes",
      code: "undefined-reference",
    },
  ]);
  const actions = await connection.sendRequest("textDocument/codeAction", {
    textDocument: { uri },
    range: items[0]?.range,
    context: { diagnostics: items },
  });
  expect(actions).toMatchObject([{ kind: "quickfix" }]);
});
