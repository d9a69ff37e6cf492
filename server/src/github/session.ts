import type { Octokit } from "@octokit/rest";
import type { AccountState, Failure } from "../targets/github-port.js";
import { ages } from "./age.js";
import { failureOf, isTimeout, isTooHeavy, isUnreachable } from "./failure.js";
import { createLimits, type RequestsLeft, type Resource } from "./limits.js";
import { type Fields, isFields } from "./shape.js";
import { plainLine } from "./texts.js";

export interface SessionOptions {
  readonly token: string | undefined;
  readonly apiUrl: string;
  readonly timeout: number;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly log: (line: string) => void;
}

export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      readonly failure: Failure;
      /** Asking for less at once may help. */
      readonly tooHeavy: boolean;
    };

/** Why a part of a query has no answer. */
export interface PartError {
  readonly type: string;
  /** One plain line without secrets. */
  readonly message: string;
  /** From the root of the answer to the part. */
  readonly path: readonly unknown[];
}

export interface QueryAnswer {
  readonly data: Fields;
  readonly errors: readonly PartError[];
}

/** One account's dealings with GitHub: nothing is asked while a limit is hit or after the token was refused. */
export interface Session {
  readonly signedIn: boolean;
  state(): AccountState;
  /** Learns whose token it is. */
  setLogin(login: string): void;
  readonly login: string | undefined;
  /** Whether a question of this kind may be asked now. */
  blocked(resource: Resource): Failure | undefined;
  /** Of this hour, for statuses; undefined until GitHub has said so. */
  requestsLeft(): RequestsLeft | undefined;
  /** Forgets that the token was refused. */
  tryAgain(): void;
  rest<T>(
    resource: "core" | "search",
    ask: (octokit: Octokit) => Promise<T>,
  ): Promise<Outcome<T>>;
  query(
    query: string,
    variables: Readonly<Record<string, unknown>>,
  ): Promise<Outcome<QueryAnswer>>;
}

/**
 * Requests of the anonymous hour that are not made: ten are left to other programs on the same address, and eight may be
 * under way when the limit is seen (four at a time, and each may be redirected).
 */
const anonymousReserve = 18;

export function createSession(options: SessionOptions): Session {
  const { token, now } = options;
  const limits = createLimits(now, token === undefined ? anonymousReserve : 0);
  let loading: Promise<Octokit> | undefined;
  let login: string | undefined;
  let refused = false;
  let offline: string | undefined;
  let silentSince = Number.NEGATIVE_INFINITY;
  let scout: Promise<unknown> | undefined;

  function blocked(resource: Resource): Failure | undefined {
    if (refused) return { reason: "unauthorized" };
    const silence = now() - silentSince;
    if (offline !== undefined && silence >= 0 && silence < ages.offline)
      return { reason: "offline", detail: offline };
    const until = limits.blockedUntil(resource);
    return until === undefined ? undefined : { reason: "rate-limited", until };
  }

  /**
   * Without an account the hour may be nearly used up before the first question. That goes alone, and the others follow
   * when GitHub has said how many it takes.
   */
  async function afterScout<T>(
    resource: Resource,
    ask: () => Promise<Outcome<T>>,
  ): Promise<Outcome<T>> {
    if (token !== undefined || limits.isKnown(resource)) return ask();
    if (scout !== undefined) {
      await scout;
      return ask();
    }
    const asked = ask();
    scout = asked.finally(() => {
      scout = undefined;
    });
    return asked;
  }

  async function attempt<T>(
    resource: Resource,
    ask: () => Promise<T>,
  ): Promise<Outcome<T>> {
    const failure = blocked(resource);
    if (failure !== undefined) return { ok: false, failure, tooHeavy: false };
    try {
      const value = await ask();
      offline = undefined;
      return { ok: true, value };
    } catch (error) {
      const failure = failureOf(error, now(), token);
      learn(resource, failure, error);
      return { ok: false, failure, tooHeavy: isTooHeavy(error) };
    }
  }

  function learn(resource: Resource, failure: Failure, error: unknown): void {
    offline = failure.reason === "offline" ? failure.detail : undefined;
    // Where one question waited in vain the others of a post need not wait as long, one after the other.
    if (isTimeout(error) || isUnreachable(error)) silentSince = now();
    // Either a limit that the headers tell of, or GitHub wants to hear nothing at all for a while.
    if (
      failure.reason === "rate-limited" &&
      limits.blockedUntil(resource) === undefined
    )
      limits.pause(failure.until);
    // Only 401 is about the token; a single thing may be out of reach for a good one.
    if (isFields(error) && error.status === 401) refused = true;
  }

  /** Loaded for the first question: an eighth of the server, and many posts are written without an answer of GitHub's. */
  function octokit(): Promise<Octokit> {
    loading ??= import("./octokit.js").then(({ createOctokit }) =>
      createOctokit({ ...options, onHeaders: limits.note }),
    );
    return loading;
  }

  async function query(
    text: string,
    variables: Readonly<Record<string, unknown>>,
  ): Promise<Outcome<QueryAnswer>> {
    const outcome = await attempt("graphql", async () => {
      try {
        const { graphql } = await octokit();
        const data: unknown = await graphql(text, { ...variables });
        return { data, errors: [] };
      } catch (error) {
        if (!isPartial(error)) throw error;
        return { data: error.data, errors: partErrors(error.errors, token) };
      }
    });
    if (!outcome.ok) return outcome;
    const { data, errors } = outcome.value;
    if (isFields(data)) return { ok: true, value: { data, errors } };
    return { ok: false, ...refusal(errors) };
  }

  /** Why a query has no data at all. */
  function refusal(errors: readonly PartError[]): {
    failure: Failure;
    tooHeavy: boolean;
  } {
    if (errors.some(({ type }) => type === "RATE_LIMITED")) {
      const known = limits.blockedUntil("graphql");
      const until = known ?? now() + 60_000;
      if (known === undefined) limits.pause(until);
      return { failure: { reason: "rate-limited", until }, tooHeavy: false };
    }
    const message = errors[0]?.message ?? "its answer is no JSON";
    const detail = `GitHub refused the query: ${message}`;
    offline = detail;
    const tooHeavy = /something went wrong/i.test(message);
    return { failure: { reason: "offline", detail }, tooHeavy };
  }

  return {
    signedIn: token !== undefined,
    get login() {
      return login;
    },
    setLogin(name) {
      login = name;
    },
    state() {
      const failure = blocked(token === undefined ? "core" : "graphql");
      if (failure?.reason === "unauthorized") return { state: "unauthorized" };
      if (failure?.reason === "rate-limited")
        return {
          state: "rate-limited",
          until: failure.until,
          signedIn: token !== undefined,
        };
      if (offline !== undefined) return { state: "offline", detail: offline };
      return token === undefined
        ? { state: "anonymous" }
        : { state: "signed-in", login };
    },
    blocked,
    requestsLeft: () => limits.left(token === undefined ? "core" : "graphql"),
    tryAgain() {
      refused = false;
      silentSince = Number.NEGATIVE_INFINITY;
    },
    rest: (resource, ask) =>
      afterScout(resource, () =>
        attempt(resource, async () => ask(await octokit())),
      ),
    query,
  };
}

/** GitHub gave what it could; Octokit throws that. */
function isPartial(
  error: unknown,
): error is Error & { data: unknown; errors: unknown } {
  return error instanceof Error && error.name === "GraphqlResponseError";
}

function partErrors(
  errors: unknown,
  token: string | undefined,
): readonly PartError[] {
  if (!Array.isArray(errors)) return [];
  return errors.filter(isFields).map(({ type, message, path }) => ({
    type: typeof type === "string" ? type : "",
    message: typeof message === "string" ? plainLine(message, token) : "",
    path: Array.isArray(path) ? path : [],
  }));
}
