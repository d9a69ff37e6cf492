import { LRUCache } from "lru-cache";
import {
  type Answer,
  type Cancellation,
  type Failure,
  isFailure,
  type SearchResult,
} from "../targets/github-port.js";
import type { Status } from "../targets/status.js";
import type { RepositoryName, Target } from "../targets/target.js";
import { repositoryKey } from "../targets/target-key.js";
import {
  hasNumber,
  hasWords,
  rankByNumber,
  rankByWords,
  wordsOf,
} from "./search-rank.js";
import {
  type Found,
  type ListedItem,
  recentItems,
  searchTitles,
} from "./search-requests.js";
import type { Session } from "./session.js";
import { unlessCancelled } from "./wait.js";

export interface Search {
  find(
    repository: RepositoryName,
    query: string,
    signal: Cancellation | undefined,
  ): Promise<SearchResult | Failure>;
  clear(): void;
}

export interface SearchOptions {
  readonly session: Session;
  readonly enterprise: boolean;
  readonly status: (target: Target, signal?: Cancellation) => Promise<Answer>;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

type Source = Promise<Found | Failure>;

interface Kept {
  readonly source: Source;
  /** Once it came; until then, what came before. */
  found: Found | undefined;
  /** Milliseconds since the epoch. */
  since: number;
  /** Milliseconds from then on in which it is not fetched again. */
  age: number;
}

const second = 1000;
const minute = 60 * second;
/** Milliseconds that lists are kept: without an account requests are few. */
const ages = {
  signedIn: 2 * minute,
  anonymous: 15 * minute,
  failure: 5 * second,
};
/** Fewer letters than this are looked for in what is known already. */
const minimumLetters = 3;

/**
 * Finds items of one repository by number or words. What was updated last is fetched once and looked through here, where
 * the beginning of a word will do; GitHub's own search, which wants whole words, adds what is older.
 */
export function createSearch(options: SearchOptions): Search {
  const { session, enterprise, status, now } = options;
  const lists = new LRUCache<string, Kept>({ max: 100 });

  /** The list under `key`, fetched if it is not fresh. One that is old outlives a failure. */
  function keep(key: string, fetch: () => Source): Source {
    const known = lists.get(key);
    if (known !== undefined && isFresh(known, now())) return known.source;
    const age = session.signedIn ? ages.signedIn : ages.anonymous;
    const source = fetch().then((found) => {
      if (!isFailed(found)) {
        kept.found = found;
        return found;
      }
      kept.since = now();
      kept.age = ages.failure;
      return known?.source ?? found;
    });
    const kept: Kept = { source, found: known?.found, since: now(), age };
    lists.set(key, kept);
    return source;
  }

  async function find(
    repository: RepositoryName,
    query: string,
    signal: Cancellation | undefined,
  ): Promise<SearchResult | Failure> {
    const name = repositoryKey(repository);
    const recent = keep(name, () =>
      recentItems(session, repository, enterprise),
    );
    const number = /^#?([1-9]\d{0,8})$/.exec(query.trim())?.[1];
    if (number !== undefined) {
      const sources = [
        byNumber(repository, number, recent, signal),
        narrow(recent, (item) => hasNumber(item, number)),
      ];
      return combine(await arrived(sources, signal), (items) =>
        rankByNumber(items, number),
      );
    }
    const words = wordsOf(query);
    const listsAll = lists.get(name)?.found?.incomplete === false;
    const sources = [narrow(recent, (item) => hasWords(item, words))];
    if (!listsAll && words.join("").length >= minimumLetters)
      sources.push(
        keep(`${name} ${words.join(" ")}`, () =>
          searchTitles(session, repository, words, enterprise),
        ),
      );
    return combine(await arrived(sources, signal), (items) =>
      rankByWords(items, words),
    );
  }

  /** The item of that number, and with an account those of one more digit: one query for all. */
  async function byNumber(
    repository: RepositoryName,
    number: string,
    recent: Source,
    signal: Cancellation | undefined,
  ): Source {
    const numbers = [Number(number)];
    if (session.signedIn)
      numbers.push(
        ...Array.from({ length: 10 }, (_, i) => Number(`${number}${i}`)),
      );
    else if (isKnown(await recent, Number(number)))
      return { items: [], incomplete: true };
    const answers = await Promise.all(
      numbers.map((number) =>
        status({ kind: "pull", ...repository, number, suffix: "" }, signal),
      ),
    );
    const items = answers.map(({ result }) => result).filter(isItem);
    return { items, incomplete: true };
  }

  return { find, clear: () => lists.clear() };
}

function isFresh({ since, age }: Kept, now: number): boolean {
  return since <= now && now < since + age;
}

/** Whether asking for the item would tell nothing that the list does not. A few may be newer than the list. */
function isKnown(recent: Found | Failure, number: number): boolean {
  if (isFailed(recent)) return true;
  const numbers = recent.items.map((item) => item.number);
  const newest = Math.max(0, ...numbers);
  return (
    numbers.includes(number) ||
    number > newest + 100 ||
    (!recent.incomplete && number < newest)
  );
}

async function narrow(
  source: Source,
  matches: (item: ListedItem) => boolean,
): Source {
  const found = await source;
  return isFailed(found)
    ? found
    : { ...found, items: found.items.filter(matches) };
}

/** What came before the caller lost interest; undefined for what did not. */
async function arrived(
  sources: readonly Source[],
  signal: Cancellation | undefined,
): Promise<readonly (Found | Failure | undefined)[]> {
  const parts = sources.map((): Found | Failure | undefined => undefined);
  const all = Promise.all(
    sources.map(async (source, index) => {
      parts[index] = await source;
    }),
  );
  await unlessCancelled(all, signal);
  return [...parts];
}

/** A source that failed makes the result incomplete; it fails only where there is nothing else to show. */
function combine(
  parts: readonly (Found | Failure | undefined)[],
  rank: (items: readonly ListedItem[]) => readonly ListedItem[],
): SearchResult | Failure {
  const came = parts.filter((part) => part !== undefined);
  const found = came.filter(isFound);
  const items = rank(found.flatMap((part) => part.items));
  const failure = came.find(isFailed);
  if (failure !== undefined && items.length === 0) return failure;
  return {
    items,
    incomplete:
      found.length < parts.length || found.some(({ incomplete }) => incomplete),
  };
}

function isItem(result: Status | Failure): result is ListedItem {
  return (
    !isFailure(result) && (result.kind === "pull" || result.kind === "issue")
  );
}

function isFound(part: Found | Failure): part is Found {
  return !isFailed(part);
}

function isFailed(part: Found | Failure): part is Failure {
  return "reason" in part;
}
