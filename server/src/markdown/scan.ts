import type { FrontMatter } from "./document.js";
import { frontMatterAt } from "./front-matter.js";
import type { Outline } from "./outline.js";
import { parse } from "./parse.js";
import { scanBlocks } from "./scan-blocks.js";
import { type Found, scanInline } from "./scan-inline.js";
import type { Syntax } from "./syntax.js";

/**
 * What `parse` finds of a text's labels, links and headings, hundreds of times faster: it looks at lines and brackets and
 * makes no tree. It knows what reports are made of. Where anything else stands in the text (a quote, HTML, a footnote, a
 * directive, an escape in a URL, …) it does not guess: `undefined`, and who asks has to parse.
 */
export function scan(text: string, syntax: Syntax): Outline | undefined {
  if (syntax === "mdx" || oddCharacter.test(text)) return undefined;
  const frontMatter = frontMatterOf(text);
  if (frontMatter === "odd") return undefined;
  const blocks = scanBlocks(text, frontMatter?.span.end ?? 0);
  if (!blocks) return undefined;
  const defined = new Set(blocks.definitions.map(({ key }) => key));
  const found: Found = { references: [], links: [], headings: [] };
  for (const block of blocks.inline)
    if (!scanInline(text, block, defined, found)) return undefined;
  return { text, frontMatter, definitions: blocks.definitions, ...found };
}

/** The outline of any text: by its lines where they suffice, else by its tree. */
export function outlineOf(text: string, syntax: Syntax): Outline {
  return scan(text, syntax) ?? parse(text, syntax);
}

/** Control characters, a byte order mark, a line that ends in the manner of old Macs: all have rules of their own. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const oddCharacter = /[\0-\x08\x0b\x0c\x0e-\x1f\uFEFF]|\r(?!\n)/;

function frontMatterOf(text: string): FrontMatter | undefined | "odd" {
  if (!/^(?:---|\+\+\+)/.test(text)) return undefined;
  const opening = /^---[\t ]*\r?\n/.exec(text);
  if (!opening) return "odd";
  const start = opening[0].length;
  const closing = /(?:\r?\n)---[\t ]*(?=\r?\n|$)/g;
  closing.lastIndex = start;
  const found = closing.exec(text);
  if (!found) return "odd";
  const span = { start: 0, end: closing.lastIndex };
  return frontMatterAt(text, span, { start, end: found.index });
}
