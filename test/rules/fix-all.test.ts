import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Document } from "../../server/src/markdown/document.js";
import { applyEdits } from "../../server/src/markdown/edits/apply.js";
import { parse } from "../../server/src/markdown/parse.js";
import { changedLines } from "../../server/src/rules/changed-lines.js";
import { checkPost } from "../../server/src/rules/check.js";
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

describe("for any text", { timeout: 60_000 }, () => {
  const piece = fc.constantFrom(
    "[a]",
    "[[b]]",
    "[[tullia]]",
    "[[tullia] b](/x)",
    "![[cicero]](/y)",
    "[[cicero]][a]",
    "[a]: ",
    "[b]:",
    "[c] : ",
    "https://example.org",
    "(https://example.org)",
    "[https://example.org]",
    "(a)",
    "done",
    "\n",
    "\r\n",
    "\n\n",
    "- ",
    "> ",
    "```",
    "<!-- weeknotes-disable-next-line -->",
    "{{ x }}",
    " ",
    "\\",
    "|",
    "🎉",
  );
  const text = fc.array(piece, { maxLength: 20 }).map((all) => all.join(""));

  test("fix-all comes to an end: a second one changes nothing", () => {
    fc.assert(
      fc.property(text, (before) => {
        const post = examplePost(before, { others });
        const after = applyEdits(post.document, fixAll(post));
        const again = { ...post, document: parse(after) };
        expect(fixAll(again)).toEqual([]);
      }),
    );
  });

  test("every fix is a valid edit, and no rule throws", () => {
    fc.assert(
      fc.property(text, (before) => {
        const post = examplePost(before, { others });
        const onCrash = (_rule: unknown, error: unknown) => {
          throw error;
        };
        for (const { finding } of checkPost(post, { onCrash })) {
          for (const fix of finding.fixes()) {
            if (fix.kind === "edit") applyEdits(post.document, fix.edits);
          }
        }
      }),
    );
  });

  test("no definition that is offered breaks a link or a reference", () => {
    fc.assert(
      fc.property(text, (before) => {
        const post = examplePost(before, { others });
        const intact = (document: Document) => [
          ...document.links.filter(({ form }) => form === "inline"),
          ...document.references.filter(({ definition }) => definition),
        ];
        for (const { rule, finding } of checkPost(post)) {
          if (rule.id !== "undefined-reference") continue;
          for (const fix of finding.fixes()) {
            if (fix.kind !== "edit" || !fix.title.startsWith("Add")) continue;
            const after = parse(applyEdits(post.document, fix.edits));
            expect(after.defined.size).toBeGreaterThan(
              post.document.defined.size,
            );
            expect(intact(after).length).toBeGreaterThan(
              intact(post.document).length,
            );
          }
        }
      }),
    );
  });

  test("certain fixes lose no definition that counts, and no link", () => {
    fc.assert(
      fc.property(text, (before) => {
        const post = examplePost(before, { others });
        const after = parse(applyEdits(post.document, fixAll(post)));
        for (const [key, { destination }] of post.document.defined) {
          // `[b]:` that took the line `[a]: url` below it for its URL may go.
          if (!/^\[.*\]:/.test(destination))
            expect(after.defined.has(key)).toBe(true);
        }
        expect(
          after.references.filter((r) => r.definition).length,
        ).toBeGreaterThanOrEqual(
          post.document.references.filter((r) => r.definition).length,
        );
      }),
    );
  });
});

describe("changed lines", () => {
  const lines = fc
    .array(fc.constantFrom("a\n", "b\n", "c\r\n", "d\r", "\n", "e"), {
      maxLength: 12,
    })
    .map((all) => all.join(""));

  test("make one text of another", () => {
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        expect(applyEdits(before, changedLines(before, after))).toBe(after);
      }),
    );
  });

  test("are none where nothing changed", () => {
    expect(changedLines("a\nb", "a\nb")).toEqual([]);
  });
});
