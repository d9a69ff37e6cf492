import { expect, test } from "vitest";
import { DocumentHighlightKind } from "vscode-languageserver-types";
import { documentHighlights } from "../../server/src/features/document-highlight.js";
import { mark, postWithCursor } from "./marks.js";

function check(marked: string): void {
  const { document, position } = postWithCursor(marked.replace(/[⟦⟧]/g, ""));
  const found = documentHighlights(document, position);
  expect(
    mark(
      document,
      found.map(({ range }) => range),
    ),
  ).toBe(marked.replace("$0", ""));
}

test.each([
  [
    "every form, inner brackets alone",
    "[[⟦x$0⟧]] [⟦X⟧][] [t][⟦x⟧] ![⟦x⟧]\n\n[⟦x⟧]: /u\n",
  ],
  ["from the definition", "[⟦x⟧]\n\n[⟦$0x⟧]: /u\n[⟦X⟧]: /v\n"],
  ["an undefined label", "[[⟦x$0⟧]] and [t][⟦x⟧]\n"],
  ["a label with an emoji before it", "🎉 [[⟦x$0⟧]]\n\n[⟦x⟧]: /u\n"],
  ["not the text of a full reference", "[t$0][x]\n\n[x]: /u\n"],
  ["not a destination", "[x]\n\n[x]: /$0u\n"],
  ["not code", "`[x$0]` [x]\n\n[x]: /u\n"],
])("highlights a label: %s", (_, marked) => check(marked));

test("a definition writes, a use reads", () => {
  const { document, position } = postWithCursor("[x$0]\n\n[x]: /u\n");
  expect(
    documentHighlights(document, position).map(({ kind }) => kind),
  ).toEqual([DocumentHighlightKind.Read, DocumentHighlightKind.Write]);
});
