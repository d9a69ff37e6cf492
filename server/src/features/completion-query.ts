import type {
  IssueTarget,
  PullTarget,
  RepositoryName,
  Target,
} from "../targets/target.js";
import { sameRepository } from "../targets/target-key.js";
import type { Knowledge } from "../workspace/knowledge.js";

/** What a label, as far as it is typed, asks GitHub for. */
export interface ItemQuery {
  /** Likeliest first. */
  readonly repositories: readonly RepositoryName[];
  /** Pull requests only, issues only, or both. */
  readonly kind: "pull" | "issue" | undefined;
  /** A number, words of a title, or nothing yet. */
  readonly words: string;
}

/**
 * Reads `cardano-node-pull-44`, `cardano-node#44`, `owner/repo#44`, `cardano-node pull remote tracing`, and for the
 * repository that bare numbers mean here `pull-44`, `PR #44`, `#44`. Only repositories that posts or settings name are
 * asked for anything.
 */
export function itemQuery(
  typed: string,
  knowledge: Knowledge,
): ItemQuery | undefined {
  return (
    named(explicitPattern.exec(typed), (name) => lookUp(name, knowledge)) ??
    named(bareSeparatorPattern.exec(typed), (name) =>
      isKnown(name, knowledge) ? lookUp(name, knowledge) : [],
    ) ??
    bare(typed, knowledge)
  );
}

/** Whether a pull request or issue is among what a query asks for; its title is asked for where it matters. */
export function answersQuery(
  query: ItemQuery,
  target: Target,
  title: () => string | undefined,
): boolean {
  if (target.kind !== "pull" && target.kind !== "issue") return false;
  const { repositories, words } = query;
  return (
    isOfKind(query, target) &&
    repositories.some((repository) => sameRepository(repository, target)) &&
    (String(target.number).startsWith(words) || hasWords(title(), words))
  );
}

/** Pull requests and issues are counted together: the item of the very number is meant even if it is of the other kind. */
export function isOfKind(
  { kind, words }: ItemQuery,
  target: PullTarget | IssueTarget,
): boolean {
  return (
    kind === undefined ||
    kind === target.kind ||
    String(target.number) === words
  );
}

/** Whether a title has all of the words, or their beginnings so far. */
export function hasWords(title: string | undefined, words: string): boolean {
  if (title === undefined) return false;
  const lowerCase = title.toLowerCase();
  return words
    .toLowerCase()
    .split(" ")
    .every((word) => lowerCase.includes(word));
}

/** A name of a repository can belong to several owners; more than two are not worth a request each. */
const mostRepositories = 2;

const kinds = "pull requests?|pulls?|prs?|issues?";
/** The words say that a repository's items are meant: `name#`, `name #`, `name-pull-`, `name pr #`. */
const explicitPattern = new RegExp(
  `^(?<name>[\\w./-]+?)(?: ?#|[- ](?<kind>${kinds})(?:[- ]#?|#|$))(?<words>.*)$`,
  "i",
);
/** `name words`, `name-12`: only for a name that is known. */
const bareSeparatorPattern = /^(?<name>[\w./-]+?)(?: |-(?=\d+$))(?<words>.*)$/i;
const barePattern = new RegExp(
  `^(?:#|(?<kind>${kinds})(?:[- ]#?|#))(?<words>.*)$`,
  "i",
);

function named(
  match: RegExpExecArray | null,
  repositoriesOf: (name: string) => readonly RepositoryName[],
): ItemQuery | undefined {
  const { name = "", kind, words = "" } = match?.groups ?? {};
  const repositories = name === "" ? [] : repositoriesOf(name);
  return repositories.length > 0
    ? queryOf(repositories, kind, words)
    : undefined;
}

function bare(typed: string, knowledge: Knowledge): ItemQuery | undefined {
  const match = barePattern.exec(typed);
  if (!match) return undefined;
  const learned = knowledge.repositoriesForBareNumber();
  const only = knowledge.repositories();
  const repositories =
    learned.length > 0 ? learned : only.length === 1 ? only : [];
  if (repositories.length === 0) return undefined;
  const { kind, words } = match.groups ?? {};
  return queryOf(repositories, kind, words);
}

function queryOf(
  repositories: readonly RepositoryName[],
  kind: string | undefined,
  words = "",
): ItemQuery {
  return {
    repositories: repositories.slice(0, mostRepositories),
    kind: kind === undefined ? undefined : /^i/i.test(kind) ? "issue" : "pull",
    words: words.trim().replace(/\s+/g, " "),
  };
}

function lookUp(name: string, knowledge: Knowledge): readonly RepositoryName[] {
  const [repo = "", owner] = name.split("/").reverse();
  const found = knowledge.repositoriesNamed(repo);
  return owner === undefined
    ? found
    : found.filter((one) => one.owner.toLowerCase() === owner.toLowerCase());
}

function isKnown(name: string, knowledge: Knowledge): boolean {
  return knowledge.knowsRepository(name.split("/").at(-1) ?? name);
}
