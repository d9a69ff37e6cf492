import { byUpdate, visibleRepositories } from "./lookup.js";
import {
  type Database,
  fullName,
  type Issue,
  type Pull,
  type Repository,
  type Token,
} from "./model.js";

export interface Hit {
  readonly repository: Repository;
  readonly item: Pull | Issue;
}

/**
 * Issues and pull requests by GitHub's search syntax, as far as it is used here: `repo:`, `is:`, `in:title` and whole words
 * that all have to be in the title. A former name of a repository finds nothing, as on GitHub.
 */
export function searchItems(
  database: Database,
  query: string,
  token: Token | undefined,
): readonly Hit[] {
  const terms = query.split(/\s+/).filter((term) => term !== "");
  const qualifiers = terms.filter((term) => term.includes(":"));
  const words = terms
    .filter((term) => !term.includes(":"))
    .map((word) => word.toLowerCase());
  const repositories = qualifiers
    .filter((qualifier) => qualifier.startsWith("repo:"))
    .map((qualifier) => qualifier.slice("repo:".length).toLowerCase());
  return visibleRepositories(database, token)
    .filter(
      (repository) =>
        repositories.length === 0 ||
        repositories.includes(fullName(repository).toLowerCase()),
    )
    .flatMap((repository) =>
      [...repository.items.values()]
        .filter((item) => item.kind !== "discussion")
        .filter((item) => matches(item, qualifiers, words))
        .map((item) => ({ repository, item })),
    )
    .sort((a, b) => byUpdate(a.item, b.item));
}

function matches(
  item: Pull | Issue,
  qualifiers: readonly string[],
  words: readonly string[],
): boolean {
  const title: readonly string[] =
    item.title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return (
    words.every((word) => title.includes(word)) &&
    qualifiers.every((qualifier) => {
      if (qualifier === "is:pr") return item.kind === "pull";
      if (qualifier === "is:issue") return item.kind === "issue";
      if (qualifier === "is:open") return isOpen(item);
      if (qualifier === "is:closed") return !isOpen(item);
      return true;
    })
  );
}

/** What REST and search call open: drafts and what waits in the merge queue too. */
export function isOpen(item: Pull | Issue): boolean {
  return (
    item.state === "open" || item.state === "draft" || item.state === "queued"
  );
}
