import { afterAll, beforeAll, beforeEach } from "vitest";
import {
  createGitHub,
  type GitHubClient,
  type GitHubOptions,
} from "../../server/src/github/client.js";
import type { Target } from "../../server/src/targets/target.js";
import { parseUrl } from "../../server/src/targets/url.js";
import { tokens } from "../github-standin/seed.js";
import { type StandIn, startStandIn } from "../github-standin/server.js";

export { tokens };

/** The clock of a test: it stands still until it is set forward. Milliseconds since the epoch. */
export interface Clock {
  now: number;
}

export interface World {
  readonly standIn: StandIn;
  readonly clock: Clock;
  /** A client of the stand-in with the member's token. */
  signedIn(options?: Partial<GitHubOptions>): GitHubClient;
  anonymous(options?: Partial<GitHubOptions>): GitHubClient;
  /** Requests since the test began, as `POST /graphql 200`. */
  requests(): readonly string[];
}

const start = Date.UTC(2022, 7, 15, 9);

/** One stand-in for a file's tests, as good as new for each of them: its limits begin anew on another day. */
export function useStandIn(use: { graphql: boolean }): World {
  const clock: Clock = { now: start };
  let standIn: StandIn | undefined;
  beforeAll(async () => {
    standIn = await startStandIn({ now: () => clock.now });
    if (use.graphql) await standIn.warmUp();
  }, 60_000);
  beforeEach(() => {
    clock.now += 24 * 3_600_000;
    const { requests, faults } = running();
    requests.length = 0;
    faults.length = 0;
    running().latency = 0;
  });
  afterAll(() => standIn?.close());

  function running(): StandIn {
    if (standIn === undefined) throw new Error("The stand-in is not running");
    return standIn;
  }
  function create(options: Partial<GitHubOptions>): GitHubClient {
    return createGitHub({
      apiUrl: running().url,
      now: () => clock.now,
      ...options,
    });
  }
  return {
    get standIn() {
      return running();
    },
    clock,
    signedIn: (options) => create({ token: tokens.member, ...options }),
    anonymous: (options) => create({ ...options }),
    requests: () =>
      running().requests.map(
        ({ method, path, status }) => `${method} ${path} ${status}`,
      ),
  };
}

/** The target of `owner/repo/…` on github.com. */
export function target(path: string): Target {
  return parseUrl(`https://github.com/${path}`, ["github.com"]);
}
