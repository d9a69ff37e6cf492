import { expect, test } from "vitest";
import { defineLabel } from "../../server/src/features/define-label.js";
import { applyEdits } from "../../server/src/markdown/edits/apply.js";
import { open } from "./context.js";

function check(text: string, after: string): void {
  const { context, document } = open(text);
  const edits = defineLabel(context.post, "A  b", "https://example.org");
  expect(applyEdits(document, edits)).toBe(after);
}

test("a new definition", () => {
  check("[[a b]]\n", "[[a b]]\n\n[A b]: https://example.org\n");
});

test("the empty one there is", () => {
  check("[[a b]]\n\n[a b]:\n", "[[a b]]\n\n[a b]: https://example.org\n");
  check(
    "[[a b]] [c]\n\n[a b]:  \n[c]: /c\n",
    "[[a b]] [c]\n\n[a b]: https://example.org\n[c]: /c\n",
  );
});

test("none where it is defined by now, or would break a link", () => {
  check("[[a b]]\n\n[a b]: /x\n", "[[a b]]\n\n[a b]: /x\n");
  check("[[a b] x](/y) [[a b]]\n", "[[a b] x](/y) [[a b]]\n");
});
