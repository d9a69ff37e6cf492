import fc from "fast-check";
import { expect, test } from "vitest";
import { completion } from "../../server/src/features/completion.js";
import { parse } from "../../server/src/markdown/parse.js";
import { apply, team } from "./complete.js";
import { open } from "./context.js";

test("what is accepted is a reference with a definition, whatever the text", {
  timeout: 60_000,
}, async () => {
  const parts = [
    ..."[[[[]]]]()!\\\\`|>#-*:<{}\n\n ax",
    "text ",
    "[[cardano-node",
    "[text](https://example.org)",
    "\n\n",
    "\n```\n",
    "\n- item ",
    "\n> ",
    "\n\n[a]: https://example.org/a\n",
    "<!-- ",
    "-->",
    "\n| a |\n|---|\n| ",
    "🎉",
  ];
  const texts = fc
    .array(fc.constantFrom(...parts), { maxLength: 12 })
    .map((chosen) => chosen.join(""));
  let accepted = 0;
  await fc.assert(
    fc.asyncProperty(
      texts,
      texts,
      fc.constantFrom("[[", "[", "[text][", ""),
      fc.constantFrom("2022-10-20.md", "2022-10-20.mdx"),
      async (before, after, opening, name) => {
        const { context, document, position, signal } = open(
          `${before}${opening}$0${after}`,
          { ...team, name },
        );
        const list = await completion(context, position, signal);
        for (const item of list?.items ?? []) {
          const [start = "", end = ""] = apply(document, item, true).split(
            "$0",
          );
          const written = parse(start + end, document.syntax);
          const reference = written.references.find(
            ({ label, labelSpan }) =>
              label === item.label && labelSpan.end <= start.length,
          );
          expect(reference?.definition, start + end).toBeDefined();
          accepted++;
        }
      },
    ),
    { numRuns: 100 },
  );
  expect(accepted).toBeGreaterThan(0);
});
