import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { tests as examples } from "commonmark-spec";
import { describe, expect, test } from "vitest";
import { parse } from "../../server/src/markdown/parse.js";
import {
  destinationsByCommonmark,
  destinationsByUs,
  linkedByRemark,
  linkedByUs,
} from "./reference-parsers.js";

const fixtures = join(import.meta.dirname, "../fixtures/posts");
/** A folder of posts of your own to run over too: `WEEKNOTES_POSTS=~/site/blog npx vitest run test/markdown`. */
const ownPosts = process.env.WEEKNOTES_POSTS;

describe("CommonMark's examples", () => {
  test("are all there", () => {
    expect(examples).toHaveLength(652);
  });

  const sections = [...new Set(examples.map(({ section }) => section))];
  describe.each(sections)("%s", (section) => {
    const documents = examples
      .filter((example) => example.section === section)
      .map(({ number, markdown }) => {
        const text = markdown.replaceAll("→", "\t");
        return { text, name: `example ${number}`, document: parse(text) };
      });

    test("remark links the same", () => {
      for (const { name, text, document } of documents)
        expect(linkedByUs(document), name).toEqual(linkedByRemark(text));
    });

    // No example is an exception: none has a table, a footnote, front matter or a directive around a link.
    test("commonmark.js links to the same", () => {
      for (const { name, text, document } of documents)
        expect(destinationsByUs(document), name).toEqual(
          destinationsByCommonmark(text),
        );
    });

    test("so it is with CRLF behind a byte order mark", () => {
      for (const { name, text, document } of documents) {
        const variant = parse(`\uFEFF${text.replaceAll("\n", "\r\n")}`);
        expect(destinationsByUs(variant), name).toEqual(
          destinationsByUs(document),
        );
        expect([...variant.defined.keys()], name).toEqual([
          ...document.defined.keys(),
        ]);
      }
    });
  });
});

describe.each(
  [fixtures, ...(ownPosts ? [ownPosts] : [])].map((folder) => ({ folder })),
)("the posts in $folder", ({ folder }) => {
  const posts = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => ({ name, text: readFileSync(join(folder, name), "utf8") }));

  test.each(posts)("remark links the same in $name", ({ text }) => {
    expect(linkedByUs(parse(text))).toEqual(linkedByRemark(text));
  });
});

test("the posts' references, defined and not", () => {
  const text = readFileSync(join(fixtures, "2022-11-02-tooling.md"), "utf8");
  const { references } = parse(text);
  const labels = (isDefined: boolean) =>
    references
      .filter(({ definition }) => (definition !== undefined) === isDefined)
      .map(({ label }) => label);
  expect(labels(true)).toEqual([
    "haskell.nix",
    "tullia-pull-9",
    "tullia-pull-7",
    "bitte-cells-pull-40",
    "cardano-node-pull-4489",
    "Plutus",
    "tullia-pull-7",
  ]);
  expect(labels(false)).toEqual(["scheduler-pull-13", "CACHE-12"]);
});

test("an MDX post's references", () => {
  const text = readFileSync(join(fixtures, "2022-12-01-cli.mdx"), "utf8");
  expect(
    parse(text, "mdx").references.map(({ label, definition }) => [
      label,
      definition !== undefined,
    ]),
  ).toEqual([
    ["cli-pull-3", true],
    ["cli-pull-4", false],
    ["cli-pull-3", true],
  ]);
});
