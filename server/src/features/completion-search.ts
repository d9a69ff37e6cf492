import type { Cancellation } from "../targets/github-port.js";
import type { IssueStatus, PullStatus, Status } from "../targets/status.js";
import type {
  IssueTarget,
  PullTarget,
  RepositoryName,
} from "../targets/target.js";
import { answersQuery, type ItemQuery, isOfKind } from "./completion-query.js";
import type { FeatureContext } from "./context.js";

export interface FoundItem {
  readonly target: PullTarget | IssueTarget;
  readonly status: PullStatus | IssueStatus;
}

/** How long local items may wait for GitHub's, in milliseconds: too short to be noticed. */
const patience = 30;
/** The same where there is nothing else to show. */
const patienceForNothing = 1500;

/**
 * The pull requests and issues GitHub names at once. A later answer is kept by the port, and found there by the next
 * request: so what was asked a character ago, and for no words at all, is asked again and serves until then.
 */
export async function searchItems(
  { github, delay }: FeatureContext,
  query: ItemQuery,
  hasLocalItems: boolean,
  signal: Cancellation,
): Promise<FoundItem[]> {
  if (github.account().state === "disabled") return [];
  const { repositories, words } = query;
  const before = /^\d*$/.test(words) ? "" : words.slice(0, -1).trim();
  const queries = [...new Set([words, before, ""])];
  const found = new Map<string, FoundItem[]>();
  // The request's own cancellation is not passed on: the next character cancels it, and the answer is wanted then.
  const searches = repositories.map((repository, at) =>
    queries.map(async (asked) => {
      const answer = await github.search(repository, asked);
      if ("reason" in answer) return;
      const items = answer.items.flatMap((status) =>
        itemOf(repository, status),
      );
      found.set(`${at} ${asked}`, items);
    }),
  );
  const own = Promise.all(searches.map(([first]) => first));
  const wait = hasLocalItems ? patience : patienceForNothing;
  await Promise.race([own, delay(wait, signal)]);

  return repositories.flatMap((_, at) =>
    queries.flatMap((asked) =>
      (found.get(`${at} ${asked}`) ?? []).filter(({ target, status }) =>
        asked === words
          ? isOfKind(query, target)
          : answersQuery(query, target, () => status.title),
      ),
    ),
  );
}

/** By the name the posts know the repository by, which GitHub may have renamed. */
function itemOf(
  { host, owner, repo }: RepositoryName,
  status: Status,
): FoundItem[] {
  if (status.kind !== "pull" && status.kind !== "issue") return [];
  const { kind, number } = status;
  return [{ target: { kind, host, owner, repo, number, suffix: "" }, status }];
}
