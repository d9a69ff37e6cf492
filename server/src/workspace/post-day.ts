import type { Outline } from "../markdown/outline.js";
import { dayOf } from "../targets/iso-date.js";
import { scalarIn } from "./front-matter.js";

/** The day of a post, counted from the epoch: by its file or folder, else its front matter's `date` or `slug`. */
export function postDay(
  uri: string,
  document: Pick<Outline, "frontMatter">,
): number | undefined {
  const [name = "", folder = ""] = uri.split("/").reverse();
  for (const text of [name, folder, ...frontMatterDates(document)]) {
    const day = dayOf(text);
    if (day !== undefined) return day;
  }
  return undefined;
}

function frontMatterDates(document: Pick<Outline, "frontMatter">): string[] {
  return ["date", "slug"].flatMap((field) => {
    // As it is written: a YAML date would be read in a time zone.
    const written = scalarIn(document, field)?.text;
    return written === undefined
      ? []
      : [written.slice(written.lastIndexOf("/") + 1)];
  });
}
