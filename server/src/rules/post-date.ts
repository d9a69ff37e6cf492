import { isMap, isScalar, parseDocument } from "yaml";
import { dayOf } from "../targets/iso-date.js";
import type { Post } from "../workspace/post.js";

/** The day of a post, counted from the epoch: by its file or folder, else its front matter's `date` or `slug`. */
export function postDay(post: Post): number | undefined {
  const [name = "", folder = ""] = post.uri.split("/").reverse();
  for (const text of [name, folder, ...frontMatterDates(post)]) {
    const day = dayOf(text);
    if (day !== undefined) return day;
  }
  return undefined;
}

function frontMatterDates({ document }: Post): string[] {
  const { frontMatter, text } = document;
  if (!frontMatter) return [];
  const { start, end } = frontMatter.yamlSpan;
  const { contents } = parseDocument(text.slice(start, end), {
    logLevel: "silent",
  });
  if (!isMap(contents)) return [];
  return ["date", "slug"].flatMap((field) => {
    const node = contents.get(field, true);
    // As it is written: a YAML date would be read in a time zone.
    const written = isScalar(node) ? (node.source ?? node.value) : undefined;
    return typeof written === "string"
      ? [written.slice(written.lastIndexOf("/") + 1)]
      : [];
  });
}
