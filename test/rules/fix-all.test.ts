import { expect, test } from "vitest";
import { applyEdits } from "../../server/src/markdown/edits/apply.js";
import { fixAll } from "../../server/src/rules/fix-all.js";
import { examplePost, type PostAround } from "./example-post.js";

function check(before: string, after: string, around?: PostAround): void {
  const post = examplePost(before, around);
  expect(applyEdits(post.document, fixAll(post))).toBe(after);
}

const others = {
  "last-week.md":
    "[[cicero]] [[tullia]]\n\n[cicero]: https://github.com/input-output-hk/cicero\n[tullia]: https://github.com/input-output-hk/tullia\n",
};

test("adds all definitions that are certain, once for each label", () => {
  check(
    "[[cicero-pull-66]], [[tullia]], [[Tullia]] and [[unheard-of]].\n",
    "[[cicero-pull-66]], [[tullia]], [[Tullia]] and [[unheard-of]].\n\n[cicero-pull-66]: https://github.com/input-output-hk/cicero/pull/66\n[tullia]: https://github.com/input-output-hk/tullia\n",
    { others },
  );
});

test("defines each label in the section that uses it, where each has its definitions", () => {
  check(
    "# One\n\n[[a]], [[cicero]]\n\n[a]: /a\n\n# Two\n\n[[b]], [[tullia]]\n\n[b]: /b\n",
    "# One\n\n[[a]], [[cicero]]\n\n[a]: /a\n[cicero]: https://github.com/input-output-hk/cicero\n\n# Two\n\n[[b]], [[tullia]]\n\n[b]: /b\n[tullia]: https://github.com/input-output-hk/tullia\n",
    { others },
  );
});

test("mends different mistakes together", () => {
  check(
    "[[tullia]] [CHaP] (https://example.org)\n\n[a] : https://example.org/a\n\nSee [a], [b].\n[b]: https://example.org/b\n\n[c]: https://example.org/c\n[c]: https://example.org/c\n",
    "[[tullia]] [CHaP](https://example.org)\n\n[a]: https://example.org/a\n\nSee [a], [b].\n\n[b]: https://example.org/b\n\n[c]: https://example.org/c\n[tullia]: https://github.com/input-output-hk/tullia\n",
    { others },
  );
});

test("mends lines that stand under one another from the top", () => {
  check(
    "See [a], [b], [c].\n\n[a] : /a\n[b] : /b\n[c]: /c\n",
    "See [a], [b], [c].\n\n[a]: /a\n[b]: /b\n[c]: /c\n",
  );
});

test("leaves what an author must decide", () => {
  const text =
    "[[cadano-node]] and [b].\n\n[cardano-node]: https://github.com/input-output-hk/cardano-node\n[b]: https://example.org/1\n[b]: https://example.org/2\n\n[c]: done\n";
  check(text, text);
});

test("defines no label that stands in a link's text", () => {
  const text = "[[cicero] Fix](https://example.org) and [[cicero]].\n";
  check(text, text, { others });
});

test("leaves what a comment silences", () => {
  const text =
    "<!-- weeknotes-disable-next-line -->\n[[tullia]] and [a] (https://example.org)\n";
  check(text, text, { others });
});

test("keeps line endings, a missing last one, and a byte order mark", () => {
  check(
    "\uFEFF[[tullia]]\r\n\r\n[a]: /a\r\n[a]: /a\r\n\r\n[a] (https://example.org)",
    "\uFEFF[[tullia]]\r\n\r\n[a]: /a\r\n\r\n[a] (https://example.org)\r\n\r\n[tullia]: https://github.com/input-output-hk/tullia",
    { others },
  );
});

test("reads MDX as MDX", () => {
  check(
    "{/* [[tullia]] */}\n\n[a] (https://example.org) {[[1]]}\n",
    "{/* [[tullia]] */}\n\n[a](https://example.org) {[[1]]}\n",
    { others, fileName: "post.mdx" },
  );
});

test("touches only lines that change", () => {
  const post = examplePost(
    "One.\n\n[a] (https://example.org/a)\n\nTwo.\n\n[b] (https://example.org/b)\n",
  );
  expect(fixAll(post).map(({ range }) => range.start.line)).toEqual([2, 6]);
});
