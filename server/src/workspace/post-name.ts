import { dayOf } from "../targets/iso-date.js";

/** What the name of a post says, or a slug: `2022-11-04-hydra` is of a date and of the team `hydra`. */
export interface PostName {
  /** `2022-11-04`, however it is written. */
  readonly date: string | undefined;
  /** What the date leaves of the name: mostly the team. Empty if that is nothing. */
  readonly rest: string;
}

/**
 * Reads the path of a post below the folder of its site as Docusaurus does: `2022-11-04-hydra.md`, `2022/11/04-hydra.md`,
 * `2022-11-04-hydra/index.md`, each in further folders, too.
 */
export function postName(path: string): PostName {
  return nameOf(path.replace(/(?:\/index)?\.(?:mdx?|markdown)$/i, ""));
}

/** Reads a slug: `2022-11-04-hydra`, `/2022/11/04/hydra`, `/weeks/2022-11-04-hydra`. */
export function slugName(slug: string): PostName {
  return nameOf(slug.replace(/\/+$/, ""));
}

function nameOf(path: string): PostName {
  const [, year, month = "", day = "", rest = ""] =
    /^(?:.*\/)?(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[-_./ ]([^/]*)|)$/.exec(
      path,
    ) ?? [];
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return dayOf(date) === undefined
    ? { date: undefined, rest: path.slice(path.lastIndexOf("/") + 1) }
    : { date, rest };
}
