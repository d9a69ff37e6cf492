import type { Root } from "mdast";
import {
  type Extension as FromMarkdownExtension,
  fromMarkdown,
} from "mdast-util-from-markdown";
import { mdxFromMarkdown } from "mdast-util-mdx";
import { mdx } from "micromark-extension-mdx";
import type { Extension } from "micromark-util-types";
import remarkDirective from "remark-directive";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { type Data, unified } from "unified";
import { lazily } from "./lazy.js";

/** `commonmark` is what Docusaurus 3 reads in a `.md` file (`markdown.format: 'detect'`), `mdx` in a `.mdx` file. */
export type Syntax = "commonmark" | "mdx";

interface Extensions {
  readonly micromark: readonly Extension[];
  readonly fromMarkdown: FromMarkdownExtension;
}

/** The tree of a text, read with further extensions; `undefined` for a text that is no MDX (an unclosed `{`). */
export function parseTree(
  text: string,
  { syntax, opensDocument }: Dialect,
  extensions: Extensions,
): Root | undefined {
  const dialect = opensDocument ? known.openings : known.continuations;
  if (syntax === "commonmark")
    return read(text, dialect.commonmark, extensions);
  try {
    return read(text, dialect.mdx, extensions);
  } catch {
    // MDX is the only extension that throws; CommonMark gives every text a meaning.
    return undefined;
  }
}

interface Dialect {
  readonly syntax: Syntax;
  /** Whether the text stands at the start of a document, where alone front matter can stand. */
  readonly opensDocument: boolean;
}

interface RemarkExtensions {
  readonly micromark: readonly Extension[];
  readonly fromMarkdown: readonly (
    | FromMarkdownExtension
    | FromMarkdownExtension[]
  )[];
}

/** What remark's parser does, without a new processor for each text: making one costs more than a short text's parse. */
function read(text: string, syntax: RemarkExtensions, more: Extensions): Root {
  return fromMarkdown(text, {
    extensions: [...syntax.micromark, ...more.micromark],
    mdastExtensions: [...syntax.fromMarkdown, more.fromMarkdown],
  });
}

/** Made for the first text that needs them: most posts are read without a parser. */
const dialectsFor = lazily({
  continuations: () =>
    dialects(
      unified()
        .use(remarkParse)
        .use(remarkGfm)
        .use(remarkDirective)
        .freeze()
        .data(),
    ),
  openings: () =>
    dialects(
      unified()
        .use(remarkParse)
        .use(remarkGfm)
        .use(remarkFrontmatter, ["yaml", "toml"])
        .use(remarkDirective)
        .freeze()
        .data(),
    ),
});

const known = dialectsFor(undefined);

function dialects({
  micromarkExtensions = [],
  fromMarkdownExtensions = [],
}: Data): Readonly<Record<Syntax, RemarkExtensions>> {
  return {
    commonmark: {
      micromark: micromarkExtensions,
      fromMarkdown: fromMarkdownExtensions,
    },
    mdx: {
      micromark: [...micromarkExtensions, mdx()],
      fromMarkdown: [...fromMarkdownExtensions, mdxFromMarkdown()],
    },
  };
}
