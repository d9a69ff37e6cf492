import type {
  AccountState,
  Answer,
  Cancellation,
  Failure,
  GitHub,
} from "../targets/github-port.js";
import type { Status } from "../targets/status.js";
import type { RepositoryName, Target } from "../targets/target.js";
import { createCache } from "./cache.js";
import { createFlights, type Flights, type Ticket } from "./flights.js";
import { createSearch, type Search } from "./search.js";
import { createSession, type Session } from "./session.js";
import {
  type AskedTarget,
  cacheKey,
  isImpossible,
  isSupported,
} from "./supported.js";
import { unlessCancelled } from "./wait.js";

export interface GitHubOptions {
  /** Root of the REST API: `https://api.github.com`, or an enterprise's `https://host/api/v3`. The token goes nowhere else. */
  readonly apiUrl?: string;
  /** The host whose URLs are asked about; by default the one that `apiUrl` belongs to. */
  readonly host?: string;
  readonly token?: string;
  /** Whether any request may be made. Defaults to true. */
  readonly enabled?: boolean;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Takes one line per request, without secrets. */
  readonly log?: (line: string) => void;
  /** Milliseconds an answer may take. */
  readonly timeout?: number;
}

/** The port, and what changes during its life. */
export interface GitHubClient extends GitHub {
  /** Another account, or none. Nothing that the one before asked is shown to it. */
  setToken(token: string | undefined): void;
  setEnabled(enabled: boolean): void;
}

/** One account's part of the client, replaced when the token changes. */
interface Desk {
  readonly token: string | undefined;
  readonly session: Session;
  readonly flights: Flights;
  readonly search: Search;
}

type Question =
  | { readonly answer: Answer; readonly ticket?: never }
  | {
      readonly answer?: never;
      readonly key: string;
      readonly ticket: Ticket;
    };

const unanswered = "GitHub has not answered yet";
const publicApi = "https://api.github.com";
const switchedOff = "Looking things up on GitHub is switched off";

/** GitHub, asked by GraphQL with a token and by REST without. Runs wherever `fetch` does. */
export function createGitHub(options: GitHubOptions): GitHubClient {
  const { now } = options;
  const apiUrl = (options.apiUrl ?? publicApi).replace(/\/+$/, "");
  const host = (options.host ?? hostOfApi(apiUrl)).toLowerCase();
  const enterprise = host !== "github.com";
  const cache = createCache(now);
  const listeners = new Set<() => void>();
  let enabled = options.enabled ?? true;
  let accounts = 0;
  let isNotifying = false;
  let desk = openDesk(cleanToken(options.token));

  function openDesk(token: string | undefined): Desk {
    const account = token === undefined ? "anonymous" : `token ${++accounts}`;
    const session = createSession({
      account,
      token,
      apiUrl,
      now,
      timeout: options.timeout ?? 10_000,
      log: options.log ?? (() => {}),
    });
    const flights = createFlights(session, enterprise, (target, result) =>
      remember(session, target, result),
    );
    const search = createSearch({ session, enterprise, status, now });
    return { token, session, flights, search };
  }

  function remember(
    session: Session,
    target: AskedTarget,
    result: Status | Failure,
  ): void {
    notify();
    cache.put(keyOf(session, target), result, !session.signedIn);
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
      ? cache.get(keyOf(desk.session, target))
      : failed({ reason: "unsupported" });
  }

  async function statuses(
    targets: readonly Target[],
    signal?: Cancellation,
  ): Promise<readonly Answer[]> {
    const questions = targets.map(question);
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
  function question(target: Target): Question {
    if (!isSupported(target, host))
      return { answer: failed({ reason: "unsupported" }) };
    if (isImpossible(target))
      return { answer: failed({ reason: "not-found" }) };
    const { session, flights } = desk;
    const key = keyOf(session, target);
    const known = cache.get(key);
    if (known !== undefined && cache.isFresh(key)) return { answer: known };
    const refusal = whyNotAsk(session);
    if (refusal !== undefined) return { answer: known ?? failed(refusal) };
    return { key, ticket: flights.ask(target) };
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

  function account(): AccountState {
    return enabled ? desk.session.state() : { state: "disabled" };
  }

  function forget(targets?: readonly Target[]): void {
    desk.session.tryAgain();
    if (targets === undefined) {
      cache.clear();
      desk.search.clear();
      return;
    }
    for (const target of targets)
      if (isSupported(target, host)) cache.delete(keyOf(desk.session, target));
  }

  return {
    peek,
    status,
    statuses,
    search,
    account,
    forget,
    onChange(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    setToken(token) {
      if (cleanToken(token) === desk.token) return;
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

function keyOf(session: Session, target: AskedTarget): string {
  return `${session.account} ${cacheKey(target)}`;
}

/** Without the end of line that a token from a file has; none where it is empty. */
function cleanToken(token: string | undefined): string | undefined {
  return token?.trim() || undefined;
}

/** `https://HOST/api/v3` and `https://api.NAME.ghe.com` are an enterprise's; everything else speaks for github.com. */
function hostOfApi(apiUrl: string): string {
  const url = URL.canParse(apiUrl) ? new URL(apiUrl) : undefined;
  if (url?.pathname === "/api/v3") return url.host;
  if (url?.host.endsWith(".ghe.com")) return url.host.replace(/^api\./, "");
  return "github.com";
}
