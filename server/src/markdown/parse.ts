import { documentOf } from "./chunked-document.js";
import type { Document } from "./document.js";
import { readAll } from "./read-all.js";
import type { Syntax } from "./syntax.js";

/** Reads a text. Never fails. */
export function parse(text: string, syntax: Syntax = "commonmark"): Document {
  if (syntax === "mdx") {
    const mdx = readAll(text, "mdx");
    if (mdx) return documentOf(text, syntax, "mdx", mdx);
  }
  const read = readAll(text, "commonmark") ?? { all: [], names: new Map() };
  return documentOf(text, syntax, "commonmark", read);
}
