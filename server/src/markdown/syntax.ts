import type { Root } from "mdast";
import type { Extension as FromMarkdownExtension } from "mdast-util-from-markdown";
import { mdxFromMarkdown } from "mdast-util-mdx";
import { mdx } from "micromark-extension-mdx";
import type { Extension } from "micromark-util-types";
import remarkDirective from "remark-directive";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { type Plugin, unified } from "unified";

/** `commonmark` is what Docusaurus 3 reads in a `.md` file (`markdown.format: 'detect'`), `mdx` in a `.mdx` file. */
export type Syntax = "commonmark" | "mdx";

interface Extensions {
  readonly micromark?: Extension;
  readonly fromMarkdown?: FromMarkdownExtension | FromMarkdownExtension[];
}

/** Hands raw micromark and mdast extensions to remark-parse, the way remark's own plugins do. */
const remarkExtend: Plugin<[Extensions], Root> = function ({
  micromark,
  fromMarkdown,
}) {
  const data = this.data();
  if (micromark) {
    data.micromarkExtensions = [...(data.micromarkExtensions ?? []), micromark];
  }
  if (fromMarkdown) {
    data.fromMarkdownExtensions = [
      ...(data.fromMarkdownExtensions ?? []),
      ...[fromMarkdown].flat(),
    ];
  }
};

const commonmark = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkFrontmatter, ["yaml", "toml"])
  .use(remarkDirective)
  .freeze();

const mdxSyntax = commonmark()
  .use(remarkExtend, { micromark: mdx(), fromMarkdown: mdxFromMarkdown() })
  .freeze();

/**
 * The tree of a text, read with further extensions. Never fails: a text that is no MDX (an unclosed `{`) is read as
 * CommonMark.
 */
export function parseTree(
  text: string,
  syntax: Syntax,
  extensions: () => Extensions,
): Root {
  if (syntax === "mdx") {
    try {
      return mdxSyntax().use(remarkExtend, extensions()).parse(text);
    } catch {
      // MDX is the only extension that throws; CommonMark gives every text a meaning.
    }
  }
  return commonmark().use(remarkExtend, extensions()).parse(text);
}
