import { type ParsedNode, parseDocument } from "yaml";
import type { Document } from "../markdown/document.js";

/** What the front matter of a post says, as far as YAML can be made of it; null where there is none. */
export type FrontMatter = ParsedNode | null;

export function readFrontMatter({ text, frontMatter }: Document): FrontMatter {
  if (frontMatter === undefined) return null;
  const { start, end } = frontMatter.yamlSpan;
  return parseDocument(text.slice(start, end), { logLevel: "silent" }).contents;
}
