import type { Syntax } from "../syntax.js";

/**
 * The source of a line of text in a post: what it is read as is that text, whatever is in it, and nothing else. For the
 * inside of a line or of a link's brackets, where no mark has the meaning that it has at the start of a block.
 */
export function writeText(line: string, syntax: Syntax): string {
  return (
    line
      .replace(/[\\`*[\]<>~|^]/g, "\\$&")
      // Within a word an underscore is no emphasis (CommonMark §6.2), and names are easier to read without the escape.
      .replace(/(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, "\\_")
      .replace(/&(?=#?\w+;)/g, "\\&")
      // `:name` is a directive.
      .replace(/:(?=[A-Za-z])/g, "\\:")
      .replace(/[{}]/g, (brace) => (syntax === "mdx" ? `\\${brace}` : brace))
  );
}
