import { isMap, isScalar } from "yaml";
import { dayOf } from "../targets/iso-date.js";
import type { FrontMatter } from "./front-matter.js";

/** The day of a post, counted from the epoch: by its file or folder, else its front matter's `date` or `slug`. */
export function postDay(
  uri: string,
  frontMatter: FrontMatter,
): number | undefined {
  const [name = "", folder = ""] = uri.split("/").reverse();
  for (const text of [name, folder, ...frontMatterDates(frontMatter)]) {
    const day = dayOf(text);
    if (day !== undefined) return day;
  }
  return undefined;
}

function frontMatterDates(frontMatter: FrontMatter): string[] {
  if (!isMap(frontMatter)) return [];
  return ["date", "slug"].flatMap((field) => {
    const node = frontMatter.get(field, true);
    // As it is written: a YAML date would be read in a time zone.
    const written = isScalar(node) ? (node.source ?? node.value) : undefined;
    return typeof written === "string"
      ? [written.slice(written.lastIndexOf("/") + 1)]
      : [];
  });
}
