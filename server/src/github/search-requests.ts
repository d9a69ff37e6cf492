import type { Failure } from "../targets/github-port.js";
import type { IssueStatus, PullStatus } from "../targets/status.js";
import type { RepositoryName } from "../targets/target.js";
import { reading } from "./failure.js";
import { decodeItem } from "./graphql-decode-items.js";
import { lineFragments } from "./graphql-fragments.js";
import { decodeListed, repositoryOf } from "./rest-decode.js";
import type { QueryAnswer, Session } from "./session.js";
import {
  asFields,
  asList,
  count,
  type Fields,
  fields,
  isFields,
  list,
  optionalText,
} from "./shape.js";

export type ListedItem = PullStatus | IssueStatus;

export interface Found {
  readonly items: readonly ListedItem[];
  /** There are more than these. */
  readonly incomplete: boolean;
}

/** Of each kind; twice as many in a list that holds both. */
const recentSize = 50;
const searchSize = 20;

/** The pull requests and issues that were updated last, the latest first, in any state. */
export function recentItems(
  session: Session,
  repository: RepositoryName,
  enterprise: boolean,
): Promise<Found | Failure> {
  return session.signedIn
    ? queryRecent(session, repository, enterprise)
    : listRecent(session, repository);
}

/** What GitHub's search finds in titles. `words` hold letters and digits alone. */
export function searchTitles(
  session: Session,
  repository: RepositoryName,
  words: readonly string[],
  enterprise: boolean,
): Promise<Found | Failure> {
  const { owner, repo } = repository;
  const terms = `repo:${owner}/${repo} in:title ${words.join(" ")}`;
  return session.signedIn
    ? querySearch(session, terms, enterprise)
    : restSearch(session, terms);
}

async function queryRecent(
  session: Session,
  { owner, repo }: RepositoryName,
  enterprise: boolean,
): Promise<Found | Failure> {
  const page = `first: ${recentSize}, orderBy: { field: UPDATED_AT, direction: DESC }`;
  const outcome = await session.query(
    `query($owner: String!, $repo: String!) {
  repository(owner: $owner, name: $repo) {
    pullRequests(${page}) { pageInfo { hasNextPage } nodes { updatedAt ...PullLine } }
    issues(${page}) { pageInfo { hasNextPage } nodes { updatedAt ...IssueLine } }
  }
}${lineFragments(enterprise)}`,
    { owner, repo },
  );
  if (!outcome.ok) return outcome.failure;
  return readQuery(outcome.value, "repository", (repository) => {
    const pulls = fields(repository, "pullRequests");
    const issues = fields(repository, "issues");
    return {
      items: [...list(pulls, "nodes"), ...list(issues, "nodes")]
        .sort(byUpdate)
        .map(decodeItem),
      incomplete: hasMore(pulls) || hasMore(issues),
    };
  });
}

async function querySearch(
  session: Session,
  terms: string,
  enterprise: boolean,
): Promise<Found | Failure> {
  const outcome = await session.query(
    `query($terms: String!) {
  search(type: ISSUE, first: ${searchSize}, query: $terms) { issueCount nodes { ...PullLine ...IssueLine } }
}${lineFragments(enterprise)}`,
    { terms },
  );
  if (!outcome.ok) return outcome.failure;
  return readQuery(outcome.value, "search", (search) => ({
    items: list(search, "nodes").map(decodeItem),
    incomplete: count(search, "issueCount") > searchSize,
  }));
}

/** Most of GitHub's searches that miss a repository say so by an error. */
function readQuery(
  { data, errors }: QueryAnswer,
  name: string,
  read: (part: Fields) => Found,
): Found | Failure {
  const part = data[name];
  if (isFields(part)) return reading(() => read(part));
  return errors.some(({ type }) => type === "FORBIDDEN")
    ? { reason: "unauthorized" }
    : { reason: "not-found" };
}

async function listRecent(
  session: Session,
  { owner, repo }: RepositoryName,
): Promise<Found | Failure> {
  const outcome = await session.rest("core", (octokit) =>
    octokit.rest.issues.listForRepo({
      owner,
      repo,
      state: "all",
      sort: "updated",
      per_page: 2 * recentSize,
    }),
  );
  if (!outcome.ok) return outcome.failure;
  return reading(() => {
    const items = asList(outcome.value.data);
    return {
      items: items.map(decodeHere),
      incomplete: items.length === 2 * recentSize,
    };
  });
}

async function restSearch(
  session: Session,
  terms: string,
): Promise<Found | Failure> {
  const outcome = await session.rest("search", (octokit) =>
    octokit.rest.search.issuesAndPullRequests({
      q: terms,
      per_page: searchSize,
    }),
  );
  if (!outcome.ok) return outcome.failure;
  return reading(() => {
    const body = asFields(outcome.value.data);
    return {
      items: list(body, "items").map(decodeHere),
      incomplete: count(body, "total_count") > searchSize,
    };
  });
}

function decodeHere(item: Fields): ListedItem {
  return decodeListed(item, repositoryOf(item) ?? "");
}

function byUpdate(a: Fields, b: Fields): number {
  const [before, after] = [a, b].map((item) => optionalText(item, "updatedAt"));
  return (after ?? "").localeCompare(before ?? "");
}

function hasMore(connection: Fields): boolean {
  return fields(connection, "pageInfo").hasNextPage === true;
}
