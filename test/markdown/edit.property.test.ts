import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { tests as examples } from "commonmark-spec";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Change, edit } from "../../server/src/markdown/edit.js";
import { parse, parseAsOne } from "../../server/src/markdown/parse.js";
import type { Syntax } from "../../server/src/markdown/syntax.js";
import { anyMarkup, anyPost } from "./arbitraries.js";
import { expectSame } from "./said.js";

/**
 * How many random edits are compared with the parse of the whole text. Raise it to look harder:
 * `WEEKNOTES_EDITS=200000 npx vitest run test/markdown/edit`.
 */
const edits = Number(process.env.WEEKNOTES_EDITS ?? 1000);
const editsPerText = 10;
const timeout = Math.max(60_000, edits * 100);

const fixtures = join(import.meta.dirname, "../fixtures/posts");
const posts = readdirSync(fixtures).map((name) =>
  readFileSync(join(fixtures, name), "utf8"),
);

/** What begins, ends or goes through blocks, and where it matters what is defined. */
const fragment = fc.constantFrom(
  ...[
    "\n\n",
    "\n\n",
    "\n \t\n",
    "\r\n",
    "\r",
    "    ",
    "\t",
    "\uFEFF",
    "\u00A0",
  ],
  ...["\n---\n", "---\ntitle: [a]\n---\n", "+++\n", "===\n", "\n# h [a]\n"],
  ...[
    "- ",
    "\n- a\n- b\n",
    "\n\n- [a]\n\n- b\n\n",
    "\n1. x\n\n2. y\n",
    "\n1)\n",
  ],
  ...["\n\n- ```\n\n", "\n\n> ```\n\n", "\n\n- <!--\n\n", "\n\n-\n\n  foo\n\n"],
  ...[
    "> ",
    "\n\n> q\nlazy\n\n",
    "\n\n    code\n\n    code\n\n",
    "\n> [!NOTE]\n",
  ],
  ...["```", "\n```\n", "\n\n```js\n\n[a]\n\n```\n\n", "~~~\n", "\n***\n\n"],
  ...["<!--", "-->", "\n<div>\n", "</div>\n\n", "\n<pre>\n\n", "</pre>", "<?"],
  ...[
    "?>",
    "<![CDATA[",
    "]]>",
    "<!X",
    "\n:::note[[a]]\n\n[a]\n\n:::\n",
    "\n:::\n",
  ],
  ...[
    "\n\n[a]: u\n\n",
    "\n\n[b]: v\n\n",
    "\n[c d]:\n  /w\n  'title\n  more'\n",
  ],
  ...[
    "[^1]",
    "\n\n[^1]: note [a]\n\n    more [b]\n\n",
    "[a][b]",
    "[x [a] y](u)",
  ],
  ...[
    "[[a]]",
    "![a]",
    "[a][",
    "\n| h | [a] |\n| - | - |\n",
    "\n\nText [b].\n\n",
  ],
  ...["<T>", "</T>", "\n\n<T>\n\n", "\n\n</T>\n\n", "{1}", "{/* c\n\n[a] */}"],
  "https://e.co",
);

const text = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom(...posts) },
  { weight: 10, arbitrary: anyPost },
  {
    weight: 20,
    arbitrary: fc
      .array(fragment, { maxLength: 16 })
      .map((parts) => parts.join("")),
  },
);

/** Mostly CommonMark: most random texts are no MDX, and are read as that. */
const syntax = fc.oneof(
  { weight: 5, arbitrary: fc.constant<Syntax>("commonmark") },
  { weight: 1, arbitrary: fc.constant<Syntax>("mdx") },
);

/** A change somewhere in a text, whatever its length; `moved` puts a part of the text itself in. */
const anyChange = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.oneof(fc.constant(0), fc.nat(6), fc.nat(60)),
  inserted: fc.oneof(fc.constant(""), fragment, fragment, anyMarkup),
  moved: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { freq: 8 }),
});
type AnyChange = typeof anyChange extends fc.Arbitrary<infer It> ? It : never;

test(`${edits} random edits leave what the whole text says`, {
  timeout,
}, () => {
  fc.assert(
    fc.property(
      text,
      syntax,
      fc.array(fc.array(anyChange, { minLength: 1, maxLength: 2 }), {
        minLength: editsPerText,
        maxLength: editsPerText,
      }),
      (start, readAs, steps) => {
        let document = parse(start, readAs);
        for (const step of steps) {
          const { changes, changed } = applied(document.text, step);
          document = edit(document, changes);
          expectSame(document, parseAsOne(changed, readAs));
        }
      },
    ),
    { numRuns: Math.ceil(edits / editsPerText) },
  );
});

test("chunks that an edit does not reach are shared", () => {
  const before = parse("# a\n\n[b]\n\n```\n\nc\n\n```\n\nd [e]\n\n[b]: u\n");
  const at = before.text.indexOf("d [e]");
  const after = edit(before, [{ span: { start: at, end: at }, text: "new " }]);
  const shared = after.chunks.all.map((chunk) =>
    before.chunks.all.includes(chunk),
  );
  expect(shared).toEqual([true, true, true, false, true]);
});

test("a definition is read anew where it is asked for, and nowhere else", () => {
  const before = parse("[a]\n\nb\n\n[a [c]](u)\n\n[c]: v\n");
  const at = before.text.indexOf("c]: v");
  const after = edit(before, [{ span: { start: at, end: at + 1 }, text: "d" }]);
  expect(before.links).toHaveLength(0);
  expect(after.links).toHaveLength(1);
  const shared = after.chunks.all.map((chunk) =>
    before.chunks.all.includes(chunk),
  );
  expect(shared).toEqual([true, true, false, false]);
});

describe("CommonMark's examples", () => {
  const sections = [...new Set(examples.map(({ section }) => section))];
  test.each(sections)("one after the other: %s", (section) => {
    const parts = examples
      .filter((example) => example.section === section)
      .map(({ markdown }) => markdown.replaceAll("→", "\t"));
    for (const whole of [
      parts.join("\n\n"),
      parts.join("\n\nText [foo] and [bar].\n\n"),
      parts.map((part) => `- a\n\n${part}\n# h\n\n`).join(""),
    ]) {
      expectSame(parse(whole), parseAsOne(whole));
    }
  });
});

function applied(
  text: string,
  step: readonly AnyChange[],
): { readonly changes: readonly Change[]; readonly changed: string } {
  const changes: Change[] = [];
  let changed = text;
  for (const { at, removed, inserted, moved } of step) {
    const start = Math.floor(at * changed.length);
    const end = Math.min(changed.length, start + removed);
    const from = Math.floor((moved ?? 0) * changed.length);
    const put = moved === null ? inserted : changed.slice(from, from + 60);
    changes.push({ span: { start, end }, text: put });
    changed = changed.slice(0, start) + put + changed.slice(end);
  }
  return { changes, changed };
}
