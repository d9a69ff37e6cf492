import type {
  AccountState,
  Answer,
  Cancellation,
  Failure,
  GitHub,
} from "../targets/github-port.js";
import type { ItemComment, Status } from "../targets/status.js";
import type { RepositoryName, Target } from "../targets/target.js";
import { accountKey, passingAccountKey } from "./account-key.js";
import type { Cache } from "./cache.js";
import { type Comments, createComments } from "./comments.js";
import { createFlights, type Flights, type Ticket } from "./flights.js";
import type { RequestsLeft } from "./limits.js";
import { createSearch, type Search } from "./search.js";
import { createSession, type Session } from "./session.js";
import {
  type AskedTarget,
  cacheKey,
  isImpossible,
  isSupported,
} from "./supported.js";
import { unlessCancelled } from "./wait.js";

export interface HostOptions {
  /** Root of the REST API, without a slash at its end. The token goes nowhere else. */
  readonly apiUrl: string;
  /** The host whose URLs are asked about, in lower case. */
  readonly host: string;
  readonly token: string | undefined;
  /** Whether any request may be made. */
  readonly enabled: boolean;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Takes one line per request, without secrets. */
  readonly log: (line: string) => void;
  /** Milliseconds an answer may take. */
  readonly timeout: number;
  readonly cache: Cache;
  /** Whether the cache outlives the program. */
  readonly isKept: boolean;
}

/** The port for one host, and what changes during its life. */
export interface HostClient extends GitHub {
  readonly host: string;
  /** Another account, or none. Nothing that the one before asked is shown to it, or stays. */
  setToken(token: string | undefined): void;
  setEnabled(enabled: boolean): void;
  requestsLeft(): RequestsLeft | undefined;
}

/** One account's part of the client, replaced when the token changes. */
interface Desk {
  readonly token: string | undefined;
  /** What the keys of its answers begin with, once that is known. */
  account?: string;
  /** Settles when it is, and what is kept of the account; undefined from then on. */
  ready?: Promise<void> | undefined;
  readonly session: Session;
  readonly flights: Flights;
  readonly search: Search;
  readonly comments: Comments;
}

type Question =
  | { readonly answer: Answer; readonly ticket?: never }
  | {
      readonly answer?: never;
      readonly key: string;
      readonly ticket: Ticket;
    };

const unanswered = "GitHub has not answered yet";
const switchedOff = "Looking things up on GitHub is switched off";

/** GitHub, asked by GraphQL with a token and by REST without. Runs wherever `fetch` does. */
export function createHostClient(options: HostOptions): HostClient {
  const { apiUrl, host, now, cache } = options;
  const enterprise = host !== "github.com";
  const listeners = new Set<() => void>();
  let enabled = options.enabled;
  let accounts = 0;
  let isNotifying = false;
  let desk = openDesk(cleanToken(options.token));
  cache.onNews(notify);

  function openDesk(token: string | undefined): Desk {
    const session = createSession({ ...options, token });
    const flights = createFlights(session, enterprise, (target, result) => {
      // What comes after the account changed is nobody's.
      if (desk.session === session) remember(target, result);
    });
    const search = createSearch({ session, enterprise, status, now });
    const comments = createComments(session, now);
    const opened: Desk = { token, session, flights, search, comments };
    if (options.isKept) opened.ready = prepare(opened);
    else opened.account = passingAccountKey(host, token, ++accounts);
    return opened;
  }

  async function prepare(opened: Desk): Promise<void> {
    opened.account = await accountKey(apiUrl, opened.token);
    await cache.ready;
    opened.ready = undefined;
    notify();
  }

  /** Nothing stays of what an account asked, private things above all. */
  async function closeDesk(closed: Desk): Promise<void> {
    if (closed.token === undefined) return;
    await closed.ready;
    if (closed.account !== undefined) cache.forgetAccount(closed.account);
  }

  function remember(target: AskedTarget, result: Status | Failure): void {
    notify();
    const key = keyOf(target);
    if (key !== undefined) cache.put(key, result);
  }

  /** Undefined while the account's own is not known. */
  function keyOf(target: AskedTarget): string | undefined {
    return desk.account && `${desk.account} ${cacheKey(target)}`;
  }

  function known(target: AskedTarget): Answer | undefined {
    const key = keyOf(target);
    return key === undefined ? undefined : cache.get(key);
  }

  /** Once for all that happens before the listeners get to run. */
  function notify(): void {
    if (isNotifying) return;
    isNotifying = true;
    queueMicrotask(() => {
      isNotifying = false;
      for (const listener of [...listeners]) listener();
    });
  }

  function peek(target: Target): Answer | undefined {
    return isSupported(target, host)
      ? known(target)
      : failed({ reason: "unsupported" });
  }

  async function statuses(
    targets: readonly Target[],
    signal?: Cancellation,
    when?: "later",
  ): Promise<readonly Answer[]> {
    while (desk.ready !== undefined && !signal?.aborted)
      await unlessCancelled(desk.ready, signal);
    const questions = targets.map((target) => question(target, when));
    const tickets = questions.flatMap(({ ticket }) => ticket ?? []);
    await unlessCancelled(
      Promise.all(tickets.map(({ landed }) => landed)),
      signal,
    );
    for (const ticket of tickets) ticket.leave();
    return questions.map(
      (question) =>
        question.answer ??
        cache.get(question.key) ??
        failed({ reason: "offline", detail: unanswered }),
    );
  }

  async function status(
    target: Target,
    signal?: Cancellation,
  ): Promise<Answer> {
    const [answer] = await statuses([target], signal);
    return answer ?? failed({ reason: "offline", detail: unanswered });
  }

  /** Either the answer, or a ticket of the flight that brings it into the cache. */
  function question(target: Target, when?: "later"): Question {
    if (!isSupported(target, host))
      return { answer: failed({ reason: "unsupported" }) };
    if (isImpossible(target))
      return { answer: failed({ reason: "not-found" }) };
    const { session, flights } = desk;
    const key = keyOf(target);
    if (key === undefined)
      return { answer: failed({ reason: "offline", detail: unanswered }) };
    const answer = cache.get(key);
    if (answer !== undefined && cache.isFresh(key)) return { answer };
    const refusal = whyNotAsk(session);
    if (refusal !== undefined) return { answer: answer ?? failed(refusal) };
    return { key, ticket: flights.ask(target, when) };
  }

  function whyNotAsk(session: Session): Failure | undefined {
    return enabled
      ? session.blocked(session.signedIn ? "graphql" : "core")
      : { reason: "offline", detail: switchedOff };
  }

  function failed(failure: Failure): Answer {
    return { result: failure, at: now() };
  }

  async function search(
    repository: RepositoryName,
    query: string,
    signal?: Cancellation,
  ) {
    const target: Target = { kind: "repository", ...repository };
    if (!isSupported(target, host)) return { reason: "unsupported" } as const;
    if (isImpossible(target)) return { reason: "not-found" } as const;
    return enabled
      ? desk.search.find(repository, query, signal)
      : ({ reason: "offline", detail: switchedOff } as const);
  }

  async function comment(target: Target): Promise<ItemComment | undefined> {
    return enabled && isSupported(target, host) && !isImpossible(target)
      ? desk.comments.find(target)
      : undefined;
  }

  function account(): AccountState {
    return enabled ? desk.session.state() : { state: "disabled" };
  }

  function expire(targets?: readonly Target[]): void {
    desk.session.tryAgain();
    desk.comments.clear();
    if (targets === undefined) {
      cache.expire();
      desk.search.clear();
      return;
    }
    for (const target of targets) {
      const key = isSupported(target, host) && keyOf(target);
      if (key) cache.expire(key);
    }
  }

  function forget(targets?: readonly Target[]): void {
    desk.session.tryAgain();
    desk.comments.clear();
    if (targets === undefined) {
      cache.clear();
      desk.search.clear();
      return;
    }
    for (const target of targets) {
      const key = isSupported(target, host) && keyOf(target);
      if (key) cache.delete(key);
    }
  }

  return {
    host,
    peek,
    status,
    statuses,
    search,
    comment,
    account,
    requestsLeft: () => desk.session.requestsLeft(),
    expire,
    forget,
    onChange(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    setToken(token) {
      if (cleanToken(token) === desk.token) return;
      void closeDesk(desk);
      desk = openDesk(cleanToken(token));
      notify();
    },
    setEnabled(value) {
      if (value === enabled) return;
      enabled = value;
      notify();
    },
  };
}

/** Without the end of line that a token from a file has; none where it is empty. */
function cleanToken(token: string | undefined): string | undefined {
  return token?.trim() || undefined;
}
