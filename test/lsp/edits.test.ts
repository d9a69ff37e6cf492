import { expect, test } from "vitest";
import { workspaceEdit } from "../../server/src/lsp/edits.js";
import { parse } from "../../server/src/markdown/parse.js";

const uri = "file:///posts/week.md";
const document = parse("One.\n");
const open = {
  uri,
  version: 3,
  text: "One.\n",
  syntax: "commonmark" as const,
  document,
};
const edits = [
  {
    range: { start: { line: 0, character: 0 }, end: { line: 0, character: 3 } },
    newText: "Two",
  },
];

function edit(made: typeof document, versionedEdits: boolean) {
  return workspaceEdit(
    { client: { versionedEdits }, documents: { get: () => open } },
    { uri, document: made },
    edits,
  );
}

test("edits carry the version they were made for, where the client knows versions", () => {
  expect(edit(document, true)).toEqual({
    documentChanges: [{ textDocument: { uri, version: 3 }, edits }],
  });
  expect(edit(document, false)).toEqual({ changes: { [uri]: edits } });
});

test("edits of a text that is gone are none", () => {
  expect(edit(parse("One.\n"), true)).toBeUndefined();
  expect(edit(parse("One.\n"), false)).toBeUndefined();
});
