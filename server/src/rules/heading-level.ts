import type { TextEdit } from "vscode-languageserver-types";
import type { Document, Heading } from "../markdown/document.js";
import { scalarIn } from "../workspace/front-matter.js";
import type { Post } from "../workspace/post.js";
import type { EditFix, Finding, Rule } from "./rule.js";

const fileName = "2022-09-20-consensus.md";
const siteFiles = { "authors.yml": "dnadales:\n  name: Damian Nadales\n" };

export const headingLevel: Rule = {
  id: "heading-level",
  summary:
    "A heading of level 1 that the page leaves out, or nobody can link to",
  severity: "warning",
  documentation: `
A page has one heading of level 1, its title. Docusaurus takes a post's first heading for that title if it is of level 1,
and takes it out of the text: where the front matter gives the title, the heading is on the page no more. Another heading
of level 1 stays, but is not in the table of contents and has no address.

Reported is, on a Docusaurus site, a first heading of level 1 that is lost so (as information, where it says the title in
other words), and as information each further heading of that level. A first heading that says what the title in the front matter says is left alone, and so is one that opens a post
whose front matter has no title: it is the title.
`.trim(),
  examples: [
    {
      title: "A first section that is taken for the title",
      fileName,
      siteFiles,
      markdown: `---
title: Consensus Team Update
---

# ⟦Executive summary⟧

We proposed a fix.

# ⟦Workstreams⟧

## UTxO HD
`,
      messages: [
        "The page leaves this heading out: it is taken for the post's title, which the front matter gives already.",
        "A heading of level 1 is not in the table of contents, and nothing can link to it.",
      ],
      fixed: `---
title: Consensus Team Update
---

## Executive summary

We proposed a fix.

## Workstreams

### UTxO HD
`,
    },
    {
      title: "A level too high",
      fileName,
      siteFiles,
      markdown:
        "---\ntitle: Hydra\n---\n\n## This week\n\n⟦Next week⟧\n=========\n\n### Goals\n",
      messages: [
        "A heading of level 1 is not in the table of contents, and nothing can link to it.",
      ],
      fixed:
        "---\ntitle: Hydra\n---\n\n## This week\n\nNext week\n---------\n\n### Goals\n",
    },
    {
      title: "Behind other text it is no title",
      fileName,
      siteFiles,
      markdown: "Hello.\n\n# ⟦Summary⟧\n",
      messages: [
        "The page leaves this heading out: a first heading of level 1 is taken for a title, and is one only at the start.",
      ],
    },
    {
      title: "The title, as the front matter has it",
      fileName,
      siteFiles,
      markdown:
        "---\ntitle: Consensus Team Update\n---\n\n# Consensus team update\n",
    },
    {
      title: "The title, without one in the front matter",
      fileName,
      siteFiles,
      markdown:
        "---\nauthors: dnadales\n---\n\n# Consensus Team Update\n\n## Done\n",
    },
    {
      title: "Other sites have other rules",
      fileName,
      markdown: "---\ntitle: A\n---\n\n# Summary\n",
    },
  ],
  convention: ({ headings: [first], frontMatter }) =>
    first?.depth === 1 &&
    frontMatter?.title !== undefined &&
    !sayTheSame(frontMatter.title, first.text),
  *check(post: Post) {
    const { document, knowledge } = post;
    if (!knowledge.site?.isDocusaurus) return;
    for (const heading of document.headings) {
      if (heading.depth !== 1 || heading.text === "") continue;
      const finding =
        heading === document.headings[0]
          ? lostHeading(document, heading)
          : further(document, heading);
      if (finding) yield finding;
    }
  },
};

function lostHeading(
  document: Document,
  heading: Heading,
): Finding | undefined {
  const title = scalarIn(document, "title")?.text;
  const start = document.frontMatter?.span.end ?? 0;
  const opens = /^[\s\uFEFF]*$/.test(document.slice(start, heading.span.start));
  if (title === undefined ? opens : sayTheSame(title, heading.text))
    return undefined;
  const repeats = title !== undefined && repeatsTitle(title, heading.text);
  return {
    span: heading.textSpan,
    ...(repeats && { severity: "information" as const }),
    message:
      title === undefined
        ? "The page leaves this heading out: a first heading of level 1 is taken for a title, and is one only at the start."
        : "The page leaves this heading out: it is taken for the post's title, which the front matter gives already.",
    fixes: () => deeperFixes(document, heading),
  };
}

function further(document: Document, heading: Heading): Finding {
  return {
    span: heading.textSpan,
    severity: "information",
    message:
      "A heading of level 1 is not in the table of contents, and nothing can link to it.",
    fixes: () => deeperFixes(document, heading),
  };
}

/** All headings, where the whole post is a level too high; else the one. */
function deeperFixes(document: Document, heading: Heading): EditFix[] {
  const { headings } = document;
  const top = headings.findIndex(({ depth }) => depth === 1);
  const all = headings.slice(top);
  const isShifted = top === 0 && all.some(({ depth }) => depth > 1);
  const edits = isShifted ? all.map((one) => deeper(document, one)) : [];
  const one = deeper(document, heading);
  const fixes: EditFix[] = [];
  const add = (title: string, changes: readonly TextEdit[]) =>
    fixes.push({
      kind: "edit",
      title,
      edits: changes,
      ...(fixes.length === 0 && { preferred: true }),
      certain: false,
    });
  if (isShifted && edits.every((edit) => edit !== undefined))
    add("Make all headings one level deeper", edits);
  if (one) add("Make it a heading of level 2", [one]);
  return fixes;
}

/** A heading of level 6 stays as it is in Markdown; one underlined with hyphens needs another notation. */
function deeper(
  document: Document,
  { depth, span }: Heading,
): TextEdit | undefined {
  const { lines } = document;
  if (document.charAt(span.start) === "#") {
    const at = { start: span.start, end: span.start };
    return depth === 6 ? undefined : { range: lines.rangeOf(at), newText: "#" };
  }
  const underline = /=+[ \t]*$/.exec(document.slice(span.start, span.end));
  if (depth !== 1 || !underline) return undefined;
  const start = span.start + underline.index;
  return {
    range: lines.rangeOf({ start, end: start + underline[0].length }),
    newText: underline[0].replaceAll("=", "-"),
  };
}

/** Little is lost of a heading that says the title in other words. */
function repeatsTitle(title: string, heading: string): boolean {
  const words = (text: string) =>
    new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu));
  const [said, given] = [words(heading), words(title)];
  const shared = [...said].filter((word) => given.has(word)).length;
  return shared * 3 >= Math.min(said.size, given.size) * 2;
}

function sayTheSame(title: string, heading: string): boolean {
  const plain = (text: string) =>
    text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
  return plain(title) === plain(heading);
}
