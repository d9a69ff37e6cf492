import { deepStrictEqual } from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import type { Change } from "../../server/src/markdown/change.js";
import type { Chunk } from "../../server/src/markdown/chunk.js";
import { chunksAfter, edit } from "../../server/src/markdown/edit.js";
import { parse, parseAsOne } from "../../server/src/markdown/parse.js";
import type { Syntax } from "../../server/src/markdown/syntax.js";
import { anyMarkup, anyPost } from "./arbitraries.js";
import { nearlyPlain } from "./nearly-plain.js";
import { expectSame } from "./said.js";

const editsPerText = 10;

/** Edits random texts, and compares after each edit with the parse of the whole text. Throws, with the seed, if they differ. */
export function checkEdits(edits: number, seed?: number): void {
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
    {
      numRuns: Math.ceil(edits / editsPerText),
      ...(seed !== undefined && { seed }),
    },
  );
}

/** The same for changes from the last to the first, each as random, and for the chunks that they leave. */
export function checkManyChanges(texts: number): void {
  fc.assert(
    fc.property(
      fc
        .array(text, { minLength: 1, maxLength: 5 })
        .map((all) => all.join("\n\n")),
      syntax,
      fc.array(anyChange, { minLength: 2, maxLength: 8 }),
      (start, readAs, steps) => {
        const document = parse(start, readAs);
        const ordered = inOrder(start, steps);
        const changes = ordered.toReversed();
        const changed = changes.reduce(
          (text, { span, text: put }) =>
            text.slice(0, span.start) + put + text.slice(span.end),
          start,
        );
        const edited = edit(document, changes);
        expectSame(edited, parseAsOne(changed, readAs));
        deepStrictEqual(
          chunksAfter(document, ordered).all.map(contentOf),
          edited.chunks.all.map(contentOf),
        );
      },
    ),
    { numRuns: texts },
  );
}

function contentOf({ content }: Chunk) {
  return content;
}

/** As changes of the text as it is, which do not overlap but may touch. */
function inOrder(text: string, steps: readonly AnyChange[]): Change[] {
  let done = 0;
  return steps
    .flatMap((step) => applied(text, [step]).changes)
    .sort((a, b) => a.span.start - b.span.start)
    .map(({ span: { start, end }, text }) => {
      const span = { start: Math.max(start, done), end: Math.max(end, done) };
      done = span.end;
      return { span, text };
    });
}

const fixtures = "test/fixtures/posts";
/** In pieces: reading a whole post for each edit would take most of the time. */
const posts = readdirSync(fixtures).flatMap(
  (name) =>
    readFileSync(join(fixtures, name), "utf8").match(/(?:.*\n?){1,25}/g) ?? [],
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

/** So many definitions in one block that they are read as several chunks; now and then a line that is something else. */
const manyDefinitions = fc
  .record({
    ahead: fc.constantFrom("", "", "Text [d1].\n\n", "> q\n", "- a\n\n", "p\n"),
    lines: fc.array(
      fc.tuple(
        fc.nat(50),
        fc.oneof(
          { weight: 30, arbitrary: fc.constant("") },
          {
            weight: 1,
            arbitrary: fc.constantFrom(" 't'", " ", "\n't'", "\nx"),
          },
        ),
      ),
      { minLength: 15, maxLength: 70 },
    ),
    behind: fc.constantFrom(
      "",
      "\n",
      "\n\n[d2] and [d3]\n",
      "\n===\n",
      "\np [d4]",
    ),
  })
  .map(({ ahead, lines, behind }) => {
    const all = lines.map(
      ([number, more]) => `[d${number}]: /u${number}${more}`,
    );
    return `${ahead}${all.join("\n")}${behind}`;
  });

const text = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom(...posts) },
  { weight: 4, arbitrary: manyDefinitions },
  { weight: 10, arbitrary: anyPost },
  { weight: 10, arbitrary: nearlyPlain },
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
export const anyChange = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.oneof(fc.constant(0), fc.nat(6), fc.nat(60)),
  inserted: fc.oneof(fc.constant(""), fragment, fragment, anyMarkup),
  moved: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { freq: 8 }),
});
type AnyChange = typeof anyChange extends fc.Arbitrary<infer It> ? It : never;

export function applied(
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
