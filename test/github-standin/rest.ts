import type { OutgoingHttpHeaders } from "node:http";
import { byUpdate, findCommit, findRepository } from "./lookup.js";
import {
  type Comment,
  type Database,
  fullName,
  type Repository,
  type Token,
} from "./model.js";
import * as bodies from "./rest-bodies.js";
import { isOpen, searchItems } from "./search.js";

export interface RestAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: OutgoingHttpHeaders;
}

export interface RestRequest {
  readonly database: Database;
  readonly token: Token | undefined;
  readonly url: URL;
  /** Root of the API as the client addresses it. */
  readonly apiUrl: string;
}

/** Answers GET; every path that is not known is a 404, as on GitHub. */
export function answerRest(request: RestRequest): RestAnswer {
  const { database, token, url, apiUrl } = request;
  const path = url.pathname;
  if (path === "/search/issues") return search(request);
  if (path === "/user")
    return token === undefined
      ? refusal(401, "Requires authentication")
      : found(bodies.publicUserBody(database, token.login));
  const user = /^\/users\/([^/]+)$/.exec(path)?.[1];
  if (user !== undefined)
    return found(bodies.publicUserBody(database, decodeURIComponent(user)));
  const [, owner, name, rest = ""] =
    /^\/repos\/([^/]+)\/([^/]+)(?:\/(.*))?$/.exec(path) ?? [];
  if (owner === undefined || name === undefined) return notFound;
  const repository = findRepository(database, `${owner}/${name}`, token);
  if (repository === undefined) return notFound;
  const key = `${owner}/${name}`.toLowerCase();
  if (database.renames.has(key))
    return moved(
      `${apiUrl}/repositories/${repository.id}/${rest}${url.search}`,
    );
  const transferred = database.transfers.get(`${key}/${rest}`);
  if (transferred !== undefined) return transfer(request, transferred);
  return ofRepository(request, repository, rest);
}

/** Where the account may not see the other repository, nothing is said of it. */
function transfer(
  { database, token, apiUrl }: RestRequest,
  to: string,
): RestAnswer {
  const [owner, name, ...rest] = to.split("/");
  const repository = findRepository(database, `${owner}/${name}`, token);
  return repository === undefined
    ? notFound
    : moved(`${apiUrl}/repositories/${repository.id}/${rest.join("/")}`);
}

function moved(location: string): RestAnswer {
  return {
    status: 301,
    body: { message: "Moved Permanently" },
    headers: { location: location.replace(/\/$/, "") },
  };
}

/** `/repositories/:id/…`, where redirects lead. */
export function answerById(request: RestRequest): RestAnswer {
  const [, id, rest = ""] =
    /^\/repositories\/(\d+)(?:\/(.*))?$/.exec(request.url.pathname) ?? [];
  const repository = [...request.database.repositories.values()].find(
    (candidate) => candidate.id === Number(id),
  );
  if (repository === undefined) return notFound;
  return findRepository(
    request.database,
    fullName(repository),
    request.token,
  ) === undefined
    ? notFound
    : ofRepository(request, repository, rest);
}

function ofRepository(
  { database, url, apiUrl }: RestRequest,
  repository: Repository,
  encoded: string,
): RestAnswer {
  if (encoded === "") return found(bodies.repositoryBody(database, repository));
  const rest = decodeURIComponent(encoded);
  const comment = findComment(repository, rest);
  if (comment !== undefined)
    return found(bodies.commentBody(database, comment));
  const [, resource = "", argument] = /^([a-z]+)(?:\/(.*))?$/.exec(rest) ?? [];
  switch (resource) {
    case "pulls": {
      if (argument === undefined)
        return found(
          page(
            itemsOf(repository, url).filter((item) => item.kind === "pull"),
            url,
          ).map((pull) => bodies.pullListBody(database, repository, pull)),
        );
      const item = repository.items.get(Number(argument));
      return item?.kind === "pull"
        ? found(bodies.pullBody(database, repository, item))
        : notFound;
    }
    case "issues": {
      if (argument === undefined)
        return found(
          page(itemsOf(repository, url), url).map((item) =>
            bodies.issueBody(database, repository, item, apiUrl),
          ),
        );
      const item = repository.items.get(Number(argument));
      return item === undefined || item.kind === "discussion"
        ? notFound
        : found(bodies.issueBody(database, repository, item, apiUrl));
    }
    case "commits": {
      const commit = findCommit(repository, argument ?? "");
      return commit === undefined
        ? refusal(422, `No commit found for SHA: ${argument}`)
        : found(bodies.commitBody(database, repository, commit));
    }
    case "compare": {
      const [from = "", to = ""] = (argument ?? "").split("...");
      const base = findCommit(repository, from);
      const head = findCommit(repository, to);
      return base === undefined || head === undefined
        ? notFound
        : found(bodies.comparisonBody(database, repository, base, head));
    }
    case "releases": {
      const release = repository.releases.get(
        (argument ?? "").replace(/^tags\//, ""),
      );
      return release === undefined
        ? notFound
        : found(bodies.releaseBody(database, repository, release));
    }
    case "git": {
      const tag = (argument ?? "").replace(/^ref\/tags\//, "");
      const sha = repository.tags.get(tag);
      return sha === undefined
        ? notFound
        : found(bodies.tagBody(repository, tag, sha, apiUrl));
    }
    default:
      return notFound;
  }
}

/** By what their resource begins with. */
const commentKinds = new Map<string, Comment["kind"]>([
  ["comments", "commit"],
  ["issues/comments", "issue"],
  ["pulls/comments", "line"],
]);

function findComment(
  { comments }: Repository,
  rest: string,
): Comment | undefined {
  const [, page, id] =
    /^(comments|issues\/comments|pulls\/comments|pulls\/\d+\/reviews)\/(\d+)$/.exec(
      rest,
    ) ?? [];
  const kind = commentKinds.get(page ?? "") ?? "review";
  return comments.find(
    (comment) => comment.kind === kind && comment.id === Number(id),
  );
}

function search({ database, token, url, apiUrl }: RestRequest): RestAnswer {
  const query = url.searchParams.get("q") ?? "";
  if (query.trim() === "") return refusal(422, "Validation Failed");
  const hits = searchItems(database, query, token);
  return found(
    bodies.searchBody(database, page(hits, url), hits.length, apiUrl),
  );
}

function itemsOf(repository: Repository, url: URL) {
  const state = url.searchParams.get("state") ?? "open";
  return [...repository.items.values()]
    .filter((item) => item.kind !== "discussion")
    .filter((item) => state === "all" || (state === "open") === isOpen(item))
    .sort(byUpdate);
}

function page<T>(list: readonly T[], url: URL): readonly T[] {
  const size = Math.min(100, Number(url.searchParams.get("per_page") ?? 30));
  const number = Number(url.searchParams.get("page") ?? 1);
  return list.slice((number - 1) * size, number * size);
}

function found(body: unknown): RestAnswer {
  return body === undefined ? notFound : { status: 200, body };
}

export function refusal(status: number, message: string): RestAnswer {
  return {
    status,
    body: {
      message,
      documentation_url: "https://docs.github.com/rest",
      status: String(status),
    },
  };
}

const notFound = refusal(404, "Not Found");
