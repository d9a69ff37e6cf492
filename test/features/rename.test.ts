import { expect, test } from "vitest";
import { prepareRename, rename } from "../../server/src/features/rename.js";
import { applyEdits } from "../../server/src/markdown/edits/apply.js";
import { mark, postWithCursor } from "./marks.js";

function check(before: string, newName: string, expected: string): void {
  const { document, position } = postWithCursor(before);
  const result = rename(document, position, newName);
  expect(
    "problem" in result
      ? `refused: ${result.problem}`
      : applyEdits(document, result.edits),
  ).toBe(expected);
}

test("renames every use and the definition", () => {
  check(
    "[[a$0]] [A][] [t][a] [b]\n\n[a]: /x 'T'\n",
    "new",
    "[[new]] [new][] [t][new] [b]\n\n[new]: /x 'T'\n",
  );
  check("[a]\n\n[$0a]: /x\n", "A", "[A]\n\n[A]: /x\n");
});

test("renames a label that has no definition yet", () => {
  check("[[a$0]] [t][a]\n", "b", "[[b]] [t][b]\n");
});

test("refuses with a reason", () => {
  check("[a$0]\n\n[a]: /x\n[b]: /y\n", "B", "refused: “B” is defined already.");
  check("[a$0]\n\n[a]: /x\n", "", "refused: A label cannot be empty.");
  check("te$0xt\n", "b", "refused: There is no label here to rename.");
});

test.each([
  ["the inner label", "[[⟦a$0⟧]]\n", "a"],
  ["the label of a full reference", "[t][⟦$0a⟧]\n\n[a]: /x\n", "a"],
  ["a definition's label", "[⟦a$0⟧]: /x\n", "a"],
])("prepares %s", (_, marked, placeholder) => {
  const { document, position } = postWithCursor(marked.replace(/[⟦⟧]/g, ""));
  const found = prepareRename(document, position);
  expect(mark(document, found ? [found.range] : [])).toBe(
    marked.replace("$0", ""),
  );
  expect(found?.placeholder).toBe(placeholder);
});

test.each(["te$0xt [a]\n\n[a]: /x\n", "[t$0][a]\n\n[a]: /x\n", "[a]: /$0x\n"])(
  "prepares nothing at %j",
  (text) => {
    const { document, position } = postWithCursor(text);
    expect(prepareRename(document, position)).toBeUndefined();
  },
);
