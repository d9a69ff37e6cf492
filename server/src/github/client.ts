import type {
  AccountState,
  Answer,
  Cancellation,
  GitHub,
} from "../targets/github-port.js";
import type { Target } from "../targets/target.js";
import { hostOfApi, publicApi, publicHost } from "./api-host.js";
import { createCache } from "./cache.js";
import { createHostClient, type HostClient } from "./host-client.js";
import type { CacheFile } from "./keeper.js";
import type { RequestsLeft } from "./limits.js";

export interface GitHubOptions {
  /** Root of the REST API: `https://api.github.com`, or an enterprise's `https://host/api/v3`. The token goes nowhere else. */
  readonly apiUrl?: string;
  /** The host whose URLs are asked about there; by default the one that `apiUrl` belongs to. */
  readonly host?: string;
  /** For the host of `apiUrl`. */
  readonly token?: string;
  /** For github.com, beside an enterprise's host as well; never sent to that. */
  readonly publicToken?: string;
  /** Root of github.com's REST API. */
  readonly publicApiUrl?: string;
  /** Whether any request may be made. Defaults to true. */
  readonly enabled?: boolean;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Takes one line per request, without secrets. */
  readonly log?: (line: string) => void;
  /** Milliseconds an answer may take. */
  readonly timeout?: number;
  /** Where answers are kept for the next life; without it they are not. */
  readonly file?: CacheFile | undefined;
}

/** The port, and what changes during its life. */
export interface GitHubClient extends GitHub {
  /** Other accounts, or none. Nothing that the ones before asked is shown to them, or stays. */
  setToken(token: string | undefined, publicToken?: string): void;
  setEnabled(enabled: boolean): void;
  /** Of every host that is asked, the configured one first. */
  accounts(): readonly HostAccount[];
  /** To be called before the program ends: settles when what is known is kept for the next life. Does not reject. */
  flush(): Promise<void>;
}

export interface HostAccount {
  readonly host: string;
  readonly account: AccountState;
  /** What the host still answers in this hour; undefined until it has said so. */
  readonly requestsLeft?: RequestsLeft | undefined;
}

/** GitHub: the host whose API is configured, and github.com beside an enterprise's. */
export function createGitHub(options: GitHubOptions): GitHubClient {
  const { now, file, enabled = true, timeout = 10_000 } = options;
  const { token, publicToken, publicApiUrl = publicApi } = options;
  const log = options.log ?? (() => {});
  const cache = createCache({ now, file, log });
  const isKept = file !== undefined;
  const common = { enabled, now, log, timeout, cache, isKept };

  const apiUrl = (options.apiUrl ?? publicApiUrl).replace(/\/+$/, "");
  const host = (options.host ?? hostOfApi(apiUrl)).toLowerCase();
  const main = createHostClient({
    ...common,
    apiUrl,
    host,
    token: mainToken(token, publicToken),
  });
  const beside =
    host === publicHost
      ? undefined
      : createHostClient({
          ...common,
          apiUrl: publicApiUrl,
          host: publicHost,
          token: publicToken,
        });
  const clients = beside === undefined ? [main] : [main, beside];

  function mainToken(
    token: string | undefined,
    publicToken: string | undefined,
  ): string | undefined {
    return host === publicHost ? token || publicToken : token;
  }

  function clientOf(target: Target): HostClient {
    const isBeside =
      beside !== undefined &&
      "host" in target &&
      target.host.toLowerCase() === beside.host;
    return isBeside ? beside : main;
  }

  async function statuses(
    targets: readonly Target[],
    signal?: Cancellation,
    when?: "later",
  ): Promise<readonly Answer[]> {
    if (beside === undefined) return main.statuses(targets, signal, when);
    const answers = new Map<Target, Answer>();
    await Promise.all(
      clients.map(async (client) => {
        const theirs = targets.filter((target) => clientOf(target) === client);
        const found = await client.statuses(theirs, signal, when);
        for (const [index, answer] of found.entries()) {
          const target = theirs[index];
          if (target !== undefined) answers.set(target, answer);
        }
      }),
    );
    return targets.flatMap((target) => answers.get(target) ?? []);
  }

  function account(target?: Target): AccountState {
    if (target !== undefined) return clientOf(target).account();
    const states = clients.map((client) => client.account());
    return states.find(isTrouble) ?? main.account();
  }

  return {
    peek: (target) => clientOf(target).peek(target),
    status: (target, signal) => clientOf(target).status(target, signal),
    statuses,
    comment: (target) => clientOf(target).comment(target),
    search: (repository, query, signal) =>
      clientOf({ kind: "repository", ...repository }).search(
        repository,
        query,
        signal,
      ),
    account,
    accounts: () =>
      clients.map((client) => ({
        host: client.host,
        account: client.account(),
        requestsLeft: client.requestsLeft(),
      })),
    expire(targets) {
      for (const client of clients) client.expire(targets);
    },
    forget(targets) {
      for (const client of clients) client.forget(targets);
    },
    onChange(listener) {
      const stops = clients.map((client) => client.onChange(listener));
      return () => {
        for (const stop of stops) stop();
      };
    },
    setToken(next, nextPublic) {
      main.setToken(mainToken(next, nextPublic));
      beside?.setToken(nextPublic);
    },
    setEnabled(value) {
      for (const client of clients) client.setEnabled(value);
    },
    flush: () => cache.flush(),
  };
}

function isTrouble({ state }: AccountState): boolean {
  return state !== "anonymous" && state !== "signed-in";
}
