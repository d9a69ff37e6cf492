import { afterAll, beforeAll, expect, test } from "vitest";
import type { InlayHint } from "vscode-languageserver-protocol";
import { createGitHub } from "../../server/src/github/client.js";
import { type StandIn, startStandIn } from "../github-standin/server.js";
import { connect, until, uri } from "./connect.js";

let standIn: StandIn;
beforeAll(async () => {
  standIn = await startStandIn({ latency: 20 });
});
afterAll(() => standIn.close());

/** A post with more targets than the anonymous hour has requests; the last ten are in view. */
const count = 90;
const text = Array.from(
  { length: count },
  (_, index) => `<https://github.com/octo-org/many/pull/${index + 1}>\n`,
).join("\n");
const inView = {
  start: { line: 2 * (count - 10), character: 0 },
  end: { line: 2 * count, character: 0 },
};

test("without an account what is in view is asked first, and what is left of the hour goes to the rest", async () => {
  const editor = await connect({
    environment: { github: createGitHub, now: Date.now },
    initializationOptions: { apiUrl: standIn.url },
  });
  await editor.open(text);
  // The whole post is under way, from its beginning.
  await until(
    () => standIn.requests.length,
    (requests) => requests > 0,
  );
  const hints = await until(
    () =>
      editor.request<InlayHint[]>("textDocument/inlayHint", {
        textDocument: { uri },
        range: inView,
      }),
    (found) => found.length === 10,
  );
  expect(hints).toHaveLength(10);
  expect(standIn.requests.length).toBeLessThan(30);
  await until(
    () => standIn.requests.length,
    (requests) => requests >= 42,
  );
});
