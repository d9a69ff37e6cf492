import type { TextEdit } from "vscode-languageserver-types";
import type { Document } from "../markdown/document.js";
import type { Lines } from "../markdown/lines.js";
import { contains, type Span } from "../markdown/span.js";
import type { Post } from "../workspace/post.js";
import type { Saying } from "../workspace/said.js";
import { fieldsOf } from "../workspace/sayings.js";
import type { Site } from "../workspace/site.js";
import { firstLineOf } from "./first-line.js";
import { frontMatterField } from "./front-matter-fields.js";
import type { Finding, Rule } from "./rule.js";

const fileName = "2022-11-04-hydra.md";
const hydra = (date: string) =>
  `---\ntitle: Hydra Team Update\nslug: ${date}-hydra\nauthors: ch1bo\ntags: [hydra]\n---\n\nText.\n`;
const others = {
  "2022-10-14-hydra.md": hydra("2022-10-14"),
  "2022-10-21-hydra.md": hydra("2022-10-21"),
  "2022-10-28-hydra.md": hydra("2022-10-28"),
};

export const frontMatterMissing: Rule = {
  id: "front-matter-missing",
  summary: "Front matter that is none, because of where or how it is written",
  severity: "warning",
  documentation: `
Front matter begins on the first line of a file and ends at the next line of three hyphens. With a blank line before it, it
is no front matter but part of the page: a line across it, and the fields as a heading. The post appears without its title,
author and tags.

Reported is a block of fields behind blank lines or blanks; one that nothing closes; and a post without front matter where
the other posts of the folder have it. A byte order mark before the first hyphens does no harm and is left alone.
`.trim(),
  examples: [
    {
      title: "A blank line before it",
      fileName,
      markdown: "⟦\n---⟧\ntitle: Hydra Team Update\n---\n\nText.\n",
      messages: [
        "Front matter begins on the first line: this is none, and shows on the page.",
      ],
      fixed: "---\ntitle: Hydra Team Update\n---\n\nText.\n",
    },
    {
      title: "A blank line before it, and nothing that closes it",
      fileName,
      markdown: "\uFEFF⟦\n---⟧\ntitle: Hydra Team Update\n\nText.\n",
      messages: [
        "Front matter begins on the first line: this is none, and shows on the page.",
      ],
      fixed: "\uFEFF---\ntitle: Hydra Team Update\n---\n\nText.\n",
    },
    {
      title: "Nothing closes it",
      fileName,
      markdown:
        "⟦---⟧\ntitle: Hydra Team Update\ntags:\n  - hydra\n\n## High-level summary\n",
      messages: [
        "Nothing closes this front matter: a line of three hyphens is missing.",
      ],
      fixed:
        "---\ntitle: Hydra Team Update\ntags:\n  - hydra\n---\n\n## High-level summary\n",
    },
    {
      title: "None, where the other posts have it",
      fileName,
      others,
      markdown: "⟦## High-level summary⟧\n\nText.\n",
      messages: [
        "This post has no front matter; the other posts here have title, slug, authors, tags.",
      ],
      fixed:
        "---\ntitle: Hydra Team Update\nslug: 2022-11-04-hydra\nauthors: ch1bo\ntags: [hydra]\n---\n\n## High-level summary\n\nText.\n",
    },
    {
      title: "A line across the page, and words with a colon",
      fileName,
      markdown: "\n---\nNote: all of it.\n\nText.\n",
    },
    {
      title: "A line across the page",
      fileName,
      markdown: "\n---\n\nText.\n\n---\n",
    },
    {
      title: "A byte order mark",
      fileName,
      markdown: "\uFEFF---\ntitle: Hydra Team Update\n---\n",
    },
    {
      title: "A file that is not begun yet",
      fileName,
      others,
      markdown: "\n",
    },
  ],
  convention: ({ frontMatter }) => frontMatter === undefined,
  *check(post: Post) {
    const { document, knowledge } = post;
    if (!knowledge.site || document.frontMatter) return;
    const found =
      behindBlanks(document) ??
      unclosed(document) ??
      missing(post, knowledge.site);
    if (found) yield found;
  },
};

/** Lines of fields, with their lists, maps and comments. */
const fields =
  /(?:[\w-]+:(?:[ \t].*)?(?:\r\n|\n|\r)|[ \t]+\S.*(?:\r\n|\n|\r)|- .*(?:\r\n|\n|\r)|#.*(?:\r\n|\n|\r))+/y;

function fieldsEnd(text: string, from: number): number | undefined {
  if (!/^[\w-]+:(?:\s|$)/.test(text.slice(from, from + 80))) return undefined;
  fields.lastIndex = from;
  return fields.test(text) ? fields.lastIndex : undefined;
}

function behindBlanks(document: Document): Finding | undefined {
  if (!/^\uFEFF?\s/.test(document.slice(0, 2))) return undefined;
  const { text, lines, eol } = document;
  const opening = /^(\uFEFF?)(\s+)---[ \t]*(?:\r\n|\n|\r)/.exec(text);
  const end = opening && fieldsEnd(text, opening[0].length);
  if (!opening || !end) return undefined;
  const isClosed = /^---[ \t]*(?:[\r\n]|$)/.test(text.slice(end));
  // A line across the page, and a word with a colon below it, are no front matter.
  const [key = ""] = /^[\w-]+/.exec(text.slice(opening[0].length)) ?? [];
  if (!isClosed && !frontMatterField(key)) return undefined;
  const start = opening[1]?.length ?? 0;
  const blanks = { start, end: start + (opening[2]?.length ?? 0) };
  return {
    span: { start, end: blanks.end + 3 },
    message:
      "Front matter begins on the first line: this is none, and shows on the page.",
    fixes: () => [
      {
        kind: "edit",
        title: isClosed
          ? "Remove what stands before it"
          : "Remove what stands before it, and close it",
        edits: [
          { range: lines.rangeOf(blanks), newText: "" },
          ...(isClosed ? [] : [closing(lines, end, eol)]),
        ],
        preferred: true,
        certain: isClosed,
      },
    ],
  };
}

function unclosed(document: Document): Finding | undefined {
  if (!/^\uFEFF?---/.test(document.slice(0, 4))) return undefined;
  const { text, lines, eol } = document;
  const opening = /^\uFEFF?---[ \t]*(?:\r\n|\n|\r)/.exec(text);
  const end = opening && fieldsEnd(text, opening[0].length);
  if (!opening || !end) return undefined;
  const start = opening[0].indexOf("-");
  return {
    span: { start, end: start + 3 },
    message:
      "Nothing closes this front matter: a line of three hyphens is missing.",
    fixes: () => [
      {
        kind: "edit",
        title: "Close the front matter",
        edits: [closing(lines, end, eol)],
        preferred: true,
        certain: false,
      },
    ],
  };
}

function closing(lines: Lines, at: number, eol: string): TextEdit {
  return {
    range: lines.rangeOf({ start: at, end: at }),
    newText: `---${eol}`,
  };
}

function missing({ document }: Post, site: Site): Finding | undefined {
  const having = site.said(partsOf).times("front matter");
  const block = document.blocks.find((one) => !isComment(document, one.span));
  if (!block || having < 3 || having < site.size * 0.9) return undefined;
  // In their usual order.
  const names = [...site.said(fieldsOf).all()]
    .filter(([, times]) => times >= having * 0.9)
    .map(([name]) => name);
  if (names.length === 0) return undefined;
  // Behind a byte order mark.
  const start = document.charAt(0) === "\uFEFF" ? 1 : 0;
  return {
    span: firstLineOf(document, block.span),
    message: `This post has no front matter; the other posts here have ${names.join(", ")}.`,
    fixes: () => [
      {
        kind: "edit",
        title: "Add front matter as the team's other posts have it",
        edits: [
          {
            range: document.lines.rangeOf({ start, end: start }),
            newText: frontMatterFor(document, names, site),
          },
        ],
        certain: false,
      },
    ],
  };
}

/** A comment may say that nothing is to be reported below it. */
function isComment({ comments }: Document, block: Span): boolean {
  return comments.some(({ span }) => contains(span, block));
}

const partsOf: Saying = ({ frontMatter }) =>
  frontMatter ? ["front matter"] : [];

/** What the posts of the team have alike, the team being told by the file's name. */
function frontMatterFor(
  { eol }: Document,
  names: readonly string[],
  site: Site,
): string {
  const { date, rest } = site.name;
  const team = site
    .namedAlike()
    .toSorted((a, b) => (b.day ?? 0) - (a.day ?? 0));
  const [latest] = team;
  const list = (values: readonly string[] = []) => `[${values.join(", ")}]`;
  const value = (name: string): string => {
    switch (name) {
      case "title":
        return quoted(latest?.frontMatter?.title ?? rest);
      case "slug":
        return `${date ? `${date}-` : ""}${rest}`;
      case "date":
        return date ?? "";
      case "authors": {
        const authors = latest?.authors ?? [];
        return authors.length === 1 ? (authors[0] ?? "") : list(authors);
      }
      case "tags":
        return list(latest?.tags);
      default:
        return "";
    }
  };
  const written = names
    .map((name) => [name, value(name)] as const)
    .filter(([, text]) => text !== "");
  return [
    "---",
    ...written.map(([name, text]) => `${name}: ${text}`),
    "---",
    "",
    "",
  ].join(eol);
}

function quoted(text: string): string {
  return /^[\w(][^:#]*$/.test(text) ? text : JSON.stringify(text);
}
