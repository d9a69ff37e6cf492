import type {
  AccountState,
  Answer,
  Failure,
  GitHub,
  SearchResult,
} from "../../server/src/targets/github-port.js";
import type { ItemComment, Status } from "../../server/src/targets/status.js";
import { targetKey } from "../../server/src/targets/target-key.js";
import { formatUrl, parseUrl } from "../../server/src/targets/url.js";

export interface FakeGitHub extends GitHub {
  /** What was asked, in order: `status <key>`, `search <owner/repo> <query>`. */
  readonly asked: readonly string[];
}

/** A GitHub that knows what it is told, by URL. Everything else is not found, unless it never answers. */
export function fakeGitHub({
  cached = {},
  answers = {},
  searches = {},
  account = { state: "signed-in", login: "octocat" },
  at = 0,
  silent = false,
  slow = [],
  comments = {},
}: {
  /** What `peek` knows. */
  readonly cached?: Readonly<Record<string, Status | Failure>>;
  /** What is known when asked. */
  readonly answers?: Readonly<Record<string, Status | Failure>>;
  /** By `owner/repo query`. */
  readonly searches?: Readonly<Record<string, SearchResult | Failure>>;
  readonly account?: AccountState;
  readonly at?: number;
  /** Never answers a question. */
  readonly silent?: boolean;
  /** By URL, with the fragment. */
  readonly comments?: Readonly<Record<string, ItemComment>>;
  /** Searches that are never answered. */
  readonly slow?: readonly string[];
} = {}): FakeGitHub {
  const byTarget = (entries: Readonly<Record<string, Status | Failure>>) =>
    new Map<string, Answer>(
      Object.entries(entries).map(([url, result]) => [
        targetKey(parseUrl(url, ["github.com"])),
        { result, at },
      ]),
    );
  const known = byTarget(cached);
  const told = new Map([...known, ...byTarget(answers)]);
  const asked: string[] = [];
  const never = new Promise<never>(() => {});
  const notFound: Answer = { result: { reason: "not-found" }, at };

  const github: FakeGitHub = {
    asked,
    peek: (target) => known.get(targetKey(target)),
    status: async (target) => {
      asked.push(`status ${targetKey(target)}`);
      return silent ? never : (told.get(targetKey(target)) ?? notFound);
    },
    statuses: (targets) =>
      Promise.all(targets.map((target) => github.status(target))),
    search: async ({ owner, repo }, query) => {
      const search = `${owner}/${repo} ${query}`;
      asked.push(`search ${search}`);
      return silent || slow.includes(search)
        ? never
        : (searches[search] ?? { items: [], incomplete: false });
    },
    comment: async (target) => comments[formatUrl(target)],
    account: () => account,
    expire: () => {},
    forget: () => {},
    onChange: () => () => {},
  };
  return github;
}
