import fc from "fast-check";

/** Raise it to look harder: `WEEKNOTES_RUNS=20000 npx vitest run test/markdown`. */
export const numRuns = Number(process.env.WEEKNOTES_RUNS ?? 25);

/** Milliseconds: each run has a quarter of a second, so that a busy machine fails nothing. */
export const timeout = Math.max(30_000, numRuns * 250);

/** Any UTF-16 code units, lone surrogates included. */
export const anyText: fc.Arbitrary<string> = fc
  .array(fc.integer({ min: 0, max: 0xffff }))
  .map((units) => String.fromCharCode(...units));

/** Text made of what Markdown gives a meaning to, in no sensible order. */
export const anyMarkup: fc.Arbitrary<string> = fc
  .array(
    fc.constantFrom(
      ...["[", "]", "[", "]", "(", ")", "!", "\\", "`", "^", "<", ">", ":"],
      ...["|", "*", "_", "~", "-", "+", "#", "=", "&", ";", "{", "}", '"'],
      ...[" ", "\t", "\n", "\r\n", "\r", "\uFEFF", "\0", "🎉", "\uD83C", "a"],
      ...["[a]", "[b]", "[[a]]", "[a][b]", "[a]: u", "[^1]", "[^1]: n", "(u)"],
      ...["\n\n", "- ", "> ", "    ", "```", "---\n", ":::note", "<!--", "-->"],
      ...["https://e.co", "www.e.co", "a@b.co", "| - |", "[ ] ", "[x] "],
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(""));

const label = fc.constantFrom("a", "B", "c d", "p-10", "p-9", "ẞ", "__proto__");
const destination = fc.constantFrom(
  "https://e.co/o/r/pull/1",
  "https://e.co/o/s",
  "<u v>",
  "<>",
);
const title = fc.constantFrom("", "", ' "t"', "\n  't'");
const indent = fc.constantFrom("", "", "", "  ");

const definition = fc
  .tuple(indent, label, destination, title)
  .map(([before, name, to, titled]) => `${before}[${name}]: ${to}${titled}`);
const reference = fc
  .tuple(fc.constantFrom("[_]", "[[_]]", "[_][]", "[t][_]", "![_]"), label)
  .map(([form, name]) => form.replace("_", name));
const line = fc.oneof(
  reference,
  fc.constantFrom("text", "`[a]`", "🎉 e\u0301"),
);

const flow = fc.oneof(
  { weight: 5, arbitrary: definition },
  {
    weight: 3,
    arbitrary: fc
      .array(line, { minLength: 1, maxLength: 3 })
      .map((lines) => lines.join(" ")),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      "# heading",
      "```\n[a]\n```",
      "<!-- [a] -->",
      "<div>\n[a]\n</div>",
      "| h | [a] |\n| - | - |\n| b | [[p-9]] |",
      "[^1]: note [a]",
      ":::note[[a]]\n[B]\n:::",
      "***",
    ),
  },
);

const glue = fc.constantFrom("\n", "\n\n", "\n\n", "\n\n\n");

function joined(part: fc.Arbitrary<string>, maxLength: number) {
  return fc
    .array(fc.tuple(part, glue), { minLength: 1, maxLength })
    .map((parts) => parts.map(([text, after]) => text + after).join(""));
}

function contained(first: string, others: string) {
  return joined(flow, 3).map((text) =>
    text
      .trimEnd()
      .split("\n")
      .map((each, index) => (index === 0 ? first : others) + each)
      .join("\n"),
  );
}

const block = fc.oneof(
  { weight: 6, arbitrary: flow },
  { weight: 1, arbitrary: contained("- ", "  ") },
  { weight: 1, arbitrary: contained("> ", "> ") },
  { weight: 1, arbitrary: contained("> 1. ", ">    ") },
);

/** Posts with definitions and references in all kinds of blocks; nothing in them is latent in a link's text. */
export const anyPost: fc.Arbitrary<string> = fc
  .record({
    mark: fc.constantFrom("", "", "\uFEFF"),
    front: fc.constantFrom("", "---\ntitle: [a]\n---\n"),
    body: joined(block, 6),
    end: fc.constantFrom("", "", "```\n[a]", "<!-- [a]", "text", "   "),
    eol: fc.constantFrom("\n", "\r\n", "\r"),
    finalNewline: fc.boolean(),
  })
  .map(({ mark, front, body, end, eol, finalNewline }) => {
    const text = front + body + end;
    const ended = finalNewline ? text : text.trimEnd();
    return mark + ended.replaceAll("\n", eol);
  });
