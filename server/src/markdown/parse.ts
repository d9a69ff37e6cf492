import { documentOf } from "./chunked-document.js";
import type { Document } from "./document.js";
import { type ReadAll, readAll, readAsOne } from "./read-all.js";
import type { Syntax } from "./syntax.js";

/** Reads a text. Never fails. */
export function parse(text: string, syntax: Syntax = "commonmark"): Document {
  return parseBy(readAll, text, syntax);
}

/** Says the same as `parse`, from the tree of the whole text: slow for a long one. */
export function parseAsOne(
  text: string,
  syntax: Syntax = "commonmark",
): Document {
  return parseBy(readAsOne, text, syntax);
}

function parseBy(
  read: (text: string, syntax: Syntax) => ReadAll | undefined,
  text: string,
  syntax: Syntax,
): Document {
  const mdx = syntax === "mdx" ? read(text, "mdx") : undefined;
  if (mdx) return documentOf(mdx, { syntax, readAs: "mdx", text });
  const commonmark = read(text, "commonmark") ?? { all: [], names: new Map() };
  return documentOf(commonmark, { syntax, readAs: "commonmark", text });
}
