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
import { unified } from "unified";

/** `commonmark` is what Docusaurus 3 reads in a `.md` file (`markdown.format: 'detect'`), `mdx` in a `.mdx` file. */
export type Syntax = "commonmark" | "mdx";

interface Extensions {
  readonly micromark: Extension;
  readonly fromMarkdown: FromMarkdownExtension;
}

/**
 * The tree of a text, read with further extensions: those are made anew for each attempt. Never fails: a text that is
 * no MDX (an unclosed `{`) is read as CommonMark.
 */
export function parseTree(
  text: string,
  syntax: Syntax,
  extensions: () => Extensions,
): Root {
  if (syntax === "mdx") {
    try {
      return read(text, mdxSyntax, extensions());
    } catch {
      // MDX is the only extension that throws; CommonMark gives every text a meaning.
    }
  }
  return read(text, commonmark, extensions());
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
    extensions: [...syntax.micromark, more.micromark],
    mdastExtensions: [...syntax.fromMarkdown, more.fromMarkdown],
  });
}

const remark = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkFrontmatter, ["yaml", "toml"])
  .use(remarkDirective)
  .freeze();

const commonmark: RemarkExtensions = {
  micromark: remark.data("micromarkExtensions") ?? [],
  fromMarkdown: remark.data("fromMarkdownExtensions") ?? [],
};

const mdxSyntax: RemarkExtensions = {
  micromark: [...commonmark.micromark, mdx()],
  fromMarkdown: [...commonmark.fromMarkdown, mdxFromMarkdown()],
};
