import fc from "fast-check";
import { expect, test } from "vitest";
import { edit } from "../../server/src/markdown/edit.js";
import { parse, parseAsOne } from "../../server/src/markdown/parse.js";
import { numRuns, timeout } from "./arbitraries.js";
import { anyChange, applied } from "./random-edits.js";
import { expectSame } from "./said.js";

/** More than a chunk holds. */
const definitions = (count: number) =>
  Array.from({ length: count }, (_, n) => `[l-${n}]: /u/${n}\n`);

test("definitions are cut into chunks, of which a key changes one", () => {
  const text = `[l-50]\n\n${definitions(200).join("")}\n[l-199]\n`;
  const before = parse(text);
  expect(before.chunks.all.length).toBeGreaterThan(5);
  const at = text.indexOf("/u/100") + 3;
  const after = edit(before, [{ span: { start: at, end: at }, text: "9" }]);
  expectSame(after, parseAsOne(after.text));
  const changed = after.chunks.all.filter(
    (chunk) => !before.chunks.all.includes(chunk),
  );
  expect(changed).toHaveLength(1);
});

const line = fc.oneof(
  { weight: 200, arbitrary: fc.nat(150).map((n) => `[l-${n}]: /u/${n}\n`) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      ...["\n", "text [l-1]\n", "[l-2]\n", "[[l-3]] [l-4]:\n", "- [l-5]\n"],
      ...["```\n", '"title"\n', "[^1]: note [l-6]\n", " [l-7]: /u\n", "===\n"],
      ...["[l-8]: /u 't'\n", "[l-9]:\n", "/u\n", "> [l-10]\n", "<!--\n"],
    ),
  },
);

const insertion = fc.constantFrom(
  ...["\n", " ", "[", "]", "x", ":", '"t"\n', "[l-1]: /v\n", "\n\n", "```\n"],
  ...["[l-2]\n", "    ", "- ", "[l-3]: /u\n[l-4]: /u\n", "(", "<", "\\", "^"],
);

/** At a place in a line, as often where one begins as anywhere in it. */
const change = fc.record({
  row: fc.double({ min: 0, max: 1, noNaN: true }),
  column: fc.oneof(fc.constant(0), fc.constant(-1), fc.nat(12)),
  removed: fc.oneof(fc.constant(0), fc.constant(1), fc.nat(30)),
  inserted: fc.oneof(fc.constant(""), insertion),
});

function changeIn(
  text: string,
  {
    row,
    column,
    removed,
    inserted,
  }: typeof change extends fc.Arbitrary<infer It> ? It : never,
) {
  const starts = [
    0,
    ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1),
  ];
  const lineStart = starts[Math.floor(row * starts.length)] ?? 0;
  const start = Math.max(0, Math.min(lineStart + column, text.length));
  const end = Math.min(text.length, start + removed);
  return { span: { start, end }, text: inserted };
}

test(
  "edits among many definitions leave what the whole text says",
  () => {
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 100, size: "max" }),
        fc.array(change, { minLength: 1, maxLength: 6 }),
        fc.boolean(),
        anyChange,
        (lines, steps, atOnce, any) => {
          const text = `# h [l-1]\n\n${lines.join("")}\n[l-2] [l-3]\n`;
          let document = parse(text);
          expectSame(document, parseAsOne(text));
          if (atOnce) {
            let end = Infinity;
            const changes = steps
              .map((step) => changeIn(text, step))
              .sort((a, b) => b.span.start - a.span.start)
              .filter(({ span }) => {
                const isApart = span.end <= end;
                if (isApart) end = span.start;
                return isApart;
              });
            document = edit(document, changes);
          } else
            for (const step of steps)
              document = edit(document, [changeIn(document.text, step)]);
          expectSame(document, parseAsOne(document.text));
          document = edit(document, applied(document.text, [any]).changes);
          expectSame(document, parseAsOne(document.text));
        },
      ),
      { numRuns: numRuns * 3 },
    );
  },
  timeout,
);
