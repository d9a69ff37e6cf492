import { type ParsedNode, parseDocument } from "yaml";
import type { Outline } from "../markdown/outline.js";

/** What the front matter of a post says, as far as YAML can be made of it; null where there is none. */
export type FrontMatter = ParsedNode | null;

export function readFrontMatter({
  text,
  frontMatter,
}: Pick<Outline, "text" | "frontMatter">): FrontMatter {
  if (frontMatter === undefined) return null;
  const { start, end } = frontMatter.yamlSpan;
  return parseDocument(text.slice(start, end), { logLevel: "silent" }).contents;
}
