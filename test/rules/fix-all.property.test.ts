import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Document } from "../../server/src/markdown/document.js";
import { applyEdits } from "../../server/src/markdown/edits/apply.js";
import { parse } from "../../server/src/markdown/parse.js";
import { checkPost } from "../../server/src/rules/check.js";
import { fixAll } from "../../server/src/rules/fix-all.js";
import { examplePost } from "./example-post.js";

const others = {
  "last-week.md":
    "[[cicero]] [[tullia]]\n\n[cicero]: https://github.com/input-output-hk/cicero\n[tullia]: https://github.com/input-output-hk/tullia\n",
};

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
