import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pasteUrls } from "../../server/src/features/paste-urls.js";
import { refactoringKinds as kinds } from "../../server/src/features/refactorings/kinds.js";
import { applyEdits } from "../../server/src/markdown/edits/apply.js";
import { parse } from "../../server/src/markdown/parse.js";
import { numRuns, timeout } from "../markdown/arbitraries.js";
import { render } from "../markdown/render.js";
import { fakeGitHub } from "./fake-github.js";
import { openSelection, refactor } from "./refactor.js";
import { pull } from "./statuses.js";

const url = "https://github.com/o/r/pull/1";
const other = "https://github.com/o/s/pull/7";

/** Pieces of a post around links of all forms, some of which break when they change. */
const linked = fc
  .array(
    fc.constantFrom(
      ...[`[t](${url})`, `[t](${url} "x")`, `<${url}>`, url, "[t](/u)"],
      ...["[r-pull-1]", "[[r-pull-1]]", "[t][a]", "[a][]", "[[a]](/u)", "![a]"],
      ...[`[[b] t](${url})`, `![i](${url})`, `[![i](/i)](${url})`, "[a|b](/u)"],
      ...["r#1", "#1", "o/r#2", "`", "[", "]", "(", ")", "|", "!", "\\", ": "],
      ...[
        " ",
        " ",
        "\n",
        "\n\n",
        "\n- ",
        "\n> ",
        "\n# ",
        "\n| a | b |\n| - | - |\n| ",
      ],
      ...[
        "\n\n[a]: /u\n\n",
        `\n\n[a]: ${url} 't'\n\n`,
        "[^1]",
        "\n\n[^1]: n\n\n",
      ],
      ...["\n```\n", "<!-- ", " -->", "    ", "\n\n\n", ":::note\n", "\n:::\n"],
    ),
    { minLength: 1, maxLength: 14 },
  )
  .map((parts) => parts.join(""));

const post = fc
  .tuple(linked, fc.boolean())
  .map(([text, crlf]) => (crlf ? text.replaceAll("\n", "\r\n") : text));

/** Where the cursor stands, or what is selected: parts of the text's length. */
const place = fc.tuple(
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.boolean(),
);

function select(
  text: string,
  [a, b, isCursor]: readonly [number, number, boolean],
): string {
  const [start = 0, end = 0] = [a, isCursor ? a : b]
    .map((part) => Math.round(part * text.length))
    .sort((x, y) => x - y);
  return isCursor
    ? `${text.slice(0, start)}$0${text.slice(start)}`
    : `${text.slice(0, start)}$0${text.slice(start, end)}$0${text.slice(end)}`;
}

const anywhere = fc.tuple(post, place).map(([text, at]) => select(text, at));

/** A cursor on one of the references, whose labels are defined. */
const onReference = fc.tuple(post, fc.nat()).map(([start, choice]) => {
  const text = `${start}\n\n[a]: /u\n[r-pull-1]: ${url}\n`;
  const { references } = parse(text);
  const at = references[choice % references.length]?.labelSpan.start ?? 0;
  return `${text.slice(0, at)}$0${text.slice(at)}`;
});

test.each([
  [kinds.toReference, anywhere],
  [kinds.allToReferences, anywhere],
  [kinds.toInlineLink, onReference],
  [kinds.separateBlocks, anywhere],
])("%s keeps the page", { timeout }, async (kind, fixture) => {
  let made = 0;
  await fc.assert(
    fc.asyncProperty(fixture, async (text) => {
      const { before, after } = await refactor(text, kind);
      if (after === undefined) return;
      made++;
      expectSamePage(before, after);
      const ends = (text: string) => /[\n\r]$/.test(text);
      if (!/[ \t]$/.test(before)) expect(ends(after)).toBe(ends(before));
    }),
    { numRuns: numRuns * 3 },
  );
  expect(made).toBeGreaterThan(0);
});

/** The same, except that a label may show where a bare address showed. */
function expectSamePage(before: string, after: string): void {
  const hasBare = parse(before).links.some(({ form }) => form !== "inline");
  const words = hasBare ? withoutWords : (html: string) => html;
  // A comment that nothing closes in a list ends where the list ends, with the blank line below it.
  const page = (text: string) =>
    words(render(text)).replace(/[\r\n]+(?=<\/li>)/g, "\n");
  expect(page(after)).toBe(page(before));
}

function withoutWords(html: string): string {
  return html.replace(
    /[[\]]*(<a href="[^"]*")[^>]*>[^<]*(<\/a>)[[\]]*/g,
    "$1$2",
  );
}

describe.each([
  "examples/blog",
  "test/fixtures/posts",
  "test/vscode/workspace",
])("the posts in %s", (folder) => {
  const root = join(import.meta.dirname, "../..", folder);
  const posts = readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => ({ name, text: readFileSync(join(root, name), "utf8") }));

  test.each(posts)("$name: to references and back", async ({ text }) => {
    const there = await refactor(`$0${text}`, kinds.allToReferences);
    const after = there.after ?? text;
    expectSamePage(text, after);
    const back = await refactor(`$0${after}$0`, kinds.toInlineLink);
    if (back.after !== undefined)
      expect(render(back.after)).toBe(render(after));
  });

  test.each(posts)("$name: blocks apart", async ({ text }) => {
    const { after } = await refactor(`$0${text}`, kinds.separateBlocks);
    expect(render(after ?? text)).toBe(render(text));
    expect(
      (await refactor(`$0${after ?? text}`, kinds.separateBlocks)).after,
    ).toBeUndefined();
  });
});

test("a title from GitHub is text alone", { timeout }, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.constantFrom(
          ...[
            "[",
            "]",
            "(",
            ")",
            "<b>",
            "&amp;",
            "*",
            "_",
            "`",
            "\\",
            "!",
            "|",
          ],
          ...[":a", "~~", "^", "#", "{", " ", "a", "https://e.co", "www.e.co"],
          ...["a@b.co", "[^1]", "<!--", "\n", '"', "'", "$", "++", "==", "-"],
        ),
        { minLength: 1, maxLength: 8 },
      ),
      async (parts) => {
        const title = parts.join("");
        fc.pre(title.trim() !== "");
        const { after = "" } = await refactor(
          `One [[a$0]] two\n\n[a]: ${url}\n`,
          kinds.toTitledLink,
          { github: fakeGitHub({ cached: { [url]: { ...pull, title } } }) },
        );
        const html = render(after);
        const [, shown] =
          /^<p>One <a href="[^"]*">([^<]*)<\/a> two<\/p>$/.exec(html) ?? [];
        expect(unescaped(shown ?? html)).toBe(
          title.replace(/\s+/g, " ").trim(),
        );
      },
    ),
    { numRuns },
  );
});

function unescaped(html: string): string {
  return html.replaceAll("&#x3C;", "<").replaceAll("&#x26;", "&");
}

const labels = ["r-pull-1", "PR 1", "r#1", "#1", "pull-1", "R-PULL-1", "a"];
const named = fc.constantFrom(...labels);

test("updated labels lead where they led", { timeout }, async () => {
  const definitions = fc.array(
    fc.tuple(named, fc.constantFrom(url, url.replace("/1", "/2"), "/u")),
    { minLength: 1, maxLength: 4 },
  );
  const uses = fc.array(
    fc
      .tuple(fc.constantFrom("[_]", "[[_]]", "[t][_]", "[[_] t](/u)"), named)
      .map(([form, label]) => form.replace("_", label)),
    { minLength: 1, maxLength: 5 },
  );
  let made = 0;
  await fc.assert(
    fc.asyncProperty(uses, definitions, async (used, defined) => {
      const text = `${used.join(" ")}\n\n${defined.map(([label, to]) => `[${label}]: ${to}\n`).join("")}`;
      const { before, after } = await refactor(
        `$0${text}`,
        kinds.updateLabels,
        {
          others: {
            "a.md": `[r-pull-9]\n\n[r-pull-9]: ${url.replace("/1", "/9")}\n`,
          },
        },
      );
      if (after === undefined) return;
      made++;
      const leads = (source: string) =>
        parse(source).references.map(
          ({ definition }) => definition?.destination,
        );
      expect(leads(after)).toEqual(leads(before));
    }),
    { numRuns: numRuns * 2 },
  );
  expect(made).toBeGreaterThan(0);
});

test("a pasted URL adds its link to the page and takes none away", {
  timeout,
}, () => {
  let made = 0;
  fc.assert(
    fc.property(post, place, fc.boolean(), (text, at, isList) => {
      const { context, range } = openSelection(select(text, at));
      const { document } = context.post;
      const urls = isList ? [other, other.replace("7", "8")] : [other];
      const pasted = pasteUrls(context.post, range, urls.join("\n"));
      if (!pasted) return;
      made++;
      const { newText, below, edits } = pasted;
      const after = applyEdits(document, [
        { range, newText: newText + below },
        ...edits,
      ]);
      const count = (source: string) =>
        render(source).match(/<a href="(?!#user-content)/g)?.length ?? 0;
      expect(count(after)).toBe(count(text) + urls.length);
      expect(render(after)).toContain(`<a href="${other}"`);
    }),
    { numRuns: numRuns * 3 },
  );
  expect(made).toBeGreaterThan(0);
});
