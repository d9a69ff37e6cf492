import { expect, test } from "vitest";
import {
  type PasteUrlsParams,
  type PasteUrlsResult,
  pasteUrls,
} from "../../server/src/protocol/protocol.js";
import { connect, uri } from "./connect.js";

const url = "https://github.com/input-output-hk/cicero/pull/66";

async function paste(text: string): Promise<PasteUrlsResult | null> {
  const { open, request } = await connect();
  await open("Merged .\n\n[a]: /a\n");
  const at = { line: 0, character: 7 };
  return request<PasteUrlsResult | null>(pasteUrls, {
    textDocument: { uri },
    range: { start: at, end: at },
    text,
  } satisfies PasteUrlsParams);
}

test("a pasted URL is a reference, and its definition an edit elsewhere", async () => {
  const end = { line: 2, character: 7 };
  expect(await paste(url)).toEqual({
    title: "Insert reference [cicero-pull-66]",
    newText: "[[cicero-pull-66]]",
    below: "",
    edits: [
      {
        range: { start: end, end },
        newText: `\n[cicero-pull-66]: ${url}`,
      },
    ],
  });
});

test("other text is nothing to it", async () => {
  expect(await paste("words")).toBeNull();
});
