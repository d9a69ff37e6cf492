import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { accountStatus } from "../../client/src/account-status.js";
import type { GitHubClient } from "../../server/src/github/client.js";
import { accountParams } from "../../server/src/lsp/account.js";
import {
  type Failure,
  isFailure,
} from "../../server/src/targets/github-port.js";
import type { Fault } from "../github-standin/faults.js";
import { target, tokens, useStandIn } from "./support.js";

/**
 * Everything that may go wrong between here and GitHub. In each case what is known is shown as before, at once; the user
 * reads one plain line; nothing is asked in a tight loop; nothing unhandled is logged; and when it is over all is well.
 */
const world = useStandIn({ graphql: true });
const known = target("octo-org/hello-world/pull/9");
const asked = [1, 3, 9].map((number) =>
  target(`octo-org/hello-world/pull/${number}`),
);
const hour = 3_600_000;

// Megabytes and repetitions take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

/** What one thing that went wrong is, at both doors. */
interface Trouble {
  readonly reason: Failure["reason"];
  readonly begin: () => void;
  /** The most requests that twenty questions about three things may make. */
  readonly requests: number;
}

const status = (
  status: number,
  headers: Record<string, string> = {},
  body?: unknown,
): Fault => ({ kind: "status", status, headers, body });

function fault(
  reason: Failure["reason"],
  requests: number,
  make: () => Fault,
): Trouble {
  const begin = () => world.standIn.faults.push({ fault: make() });
  return { reason, begin, requests };
}

/** The same where a moment is as long as anybody waits. */
function endless(make: () => Fault): Trouble {
  const { begin, ...trouble } = fault("offline", 1, make);
  return {
    ...trouble,
    begin() {
      begin();
      const timeout = AbortSignal.timeout.bind(AbortSignal);
      vi.spyOn(AbortSignal, "timeout").mockImplementation(() => timeout(100));
    },
  };
}

const reset = () => String(Math.floor((world.clock.now + hour) / 1000));
const usedUp = (resource: string) => ({
  "x-ratelimit-resource": resource,
  "x-ratelimit-remaining": "0",
  "x-ratelimit-reset": reset(),
});
const secondary =
  "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.";
const limited = {
  errors: [{ type: "RATE_LIMITED", message: "API rate limit exceeded" }],
};
const wrongTypes = {
  data: {
    i0: { nameWithOwner: 7, item: { __typename: "PullRequest", title: {} } },
    i1: { nameWithOwner: "o/r", item: "PullRequest" },
    i2: [],
    i3: { nameWithOwner: "o/r", item: { __typename: 1 } },
  },
  base: 7,
  number: "1",
  title: null,
};

const troubles: readonly [string, Trouble][] = [
  [
    "403 with retry-after",
    fault("rate-limited", 1, () => status(403, { "retry-after": "120" })),
  ],
  [
    "a secondary limit",
    fault("rate-limited", 1, () => status(403, {}, { message: secondary })),
  ],
  ["429", fault("rate-limited", 1, () => status(429))],
  [
    "the primary limit, by REST's status",
    fault("rate-limited", 1, () => status(403, usedUp("core"))),
  ],
  [
    "the primary limit, by GraphQL's 200",
    fault("rate-limited", 1, () => status(200, usedUp("graphql"), limited)),
  ],
  ["500", fault("offline", 8, () => status(500))],
  ["502", fault("offline", 8, () => status(502))],
  ["504", fault("offline", 8, () => status(504))],
  ["a reset", fault("offline", 8, () => ({ kind: "reset" }))],
  [
    "a name that does not resolve",
    {
      reason: "offline",
      requests: 0,
      begin: () =>
        vi.stubGlobal("fetch", async () => {
          const cause = new Error("getaddrinfo ENOTFOUND api.github.com");
          throw new TypeError("fetch failed", { cause });
        }),
    },
  ],
  ["half a JSON", fault("offline", 8, () => ({ kind: "truncated" }))],
  [
    "HTML instead of JSON",
    fault("offline", 8, () => status(200, {}, "<h1>Please log in</h1>")),
  ],
  ["wrong types", fault("offline", 8, () => status(200, {}, wrongTypes))],
  ["no answer", endless(() => ({ kind: "hang" }))],
  ["an answer that never ends", endless(() => ({ kind: "drip" }))],
  [
    "an answer of 50 MB",
    fault("offline", 8, () => ({
      kind: "flood",
      bytes: 50_000_000,
      announced: true,
    })),
  ],
  [
    "an answer of 50 MB that does not say so",
    fault("offline", 8, () => ({
      kind: "flood",
      bytes: 50_000_000,
      announced: false,
    })),
  ],
];

const consoles = ["debug", "error", "info", "log", "warn"] as const;
let said: unknown[] = [];
beforeEach(() => {
  said = [];
  for (const level of consoles)
    vi.spyOn(console, level).mockImplementation((...line) => said.push(line));
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  expect(said).toEqual([]);
});

describe.each(["signedIn", "anonymous"] as const)("%s:", (how) => {
  test.each(
    troubles.filter(
      ([name]) => how === "signedIn" || !name.includes("GraphQL"),
    ),
  )("%s", async (_, { begin, reason, requests }) => {
    let sent = 0;
    const lines: string[] = [];
    const github = world[how]({ log: (line) => lines.push(line) });
    const answer = await github.status(known);
    world.clock.now += hour + 1;
    world.standIn.requests.length = 0;
    begin();
    vi.stubGlobal(
      "fetch",
      counting(fetch, () => sent++),
    );

    for (let i = 0; i < 20; i++) {
      const answers = await github.statuses(asked);
      // What is known is no worse for it, however it is asked for.
      expect(answers.at(-1)).toEqual(answer);
      expect(github.peek(known)).toEqual(answer);
      for (const { result } of answers.slice(0, -1)) {
        expect(result).toMatchObject({ reason });
        expect(lineOf(result)).toMatch(/^\P{Cc}{5,200}$/u);
      }
    }
    expect(tooltip(github)).toMatch(/^\P{Cc}{5,300}$/u);
    expect(sent).toBeLessThanOrEqual(Math.max(requests, 8));
    expect(world.requests().length).toBeLessThanOrEqual(requests);
    for (const line of lines) expect(line).toMatch(/^\P{Cc}{1,200}$/u);

    vi.unstubAllGlobals();
    world.standIn.faults.length = 0;
    world.clock.now += 2 * hour;
    for (const { result } of await github.statuses(asked))
      expect(result).toMatchObject({ kind: "pull" });
  });
});

function counting(original: typeof fetch, count: () => void): typeof fetch {
  return (input, init) => {
    count();
    return original(input, init);
  };
}

/** What a card says of a failure. */
function lineOf(result: object): string {
  return "detail" in result ? String(result.detail) : JSON.stringify(result);
}

/** What the status bar says. */
function tooltip(github: GitHubClient): string {
  const surroundings = { trusted: true, formatTime: String };
  return accountStatus(accountParams(github), surroundings)?.tooltip ?? "";
}

describe("401:", () => {
  test("a token that is revoked while running is used once more and not again", async () => {
    const github = world.signedIn();
    const answer = await github.status(known);
    world.clock.now += hour;
    const credentials = world.standIn.database.tokens;
    const member = credentials.get(tokens.member);
    credentials.delete(tokens.member);
    try {
      for (let i = 0; i < 20; i++) {
        const answers = await github.statuses(asked);
        expect(answers.at(-1)).toEqual(answer);
        expect(answers[0]?.result).toEqual({ reason: "unauthorized" });
      }
      expect(world.requests()).toEqual([
        "POST /graphql 200",
        "POST /graphql 401",
      ]);
      expect(tooltip(github)).toBe(
        "GitHub does not accept the sign-in any more.",
      );
    } finally {
      if (member) credentials.set(tokens.member, member);
    }
    github.setToken(tokens.visitor);
    expect((await github.status(known)).result).toMatchObject({ number: 9 });
  });
});

describe("50 MB:", () => {
  test.each([true, false])(
    "are not taken in (announced: %s)",
    async (announced) => {
      const flood: Fault = { kind: "flood", bytes: 50_000_000, announced };
      world.standIn.faults.push({ fault: flood });
      const { result } = await world.signedIn().status(known);
      expect(result).toEqual({
        reason: "offline",
        detail: "GitHub's answer is too long to be one",
      });
      // 16 MB, and what was under way.
      expect(flood.sent ?? 0).toBeLessThan(35_000_000);
    },
  );
});

describe("a clock", () => {
  const day = 24 * hour;
  const many = Array.from({ length: 100 }, (_, index) =>
    target(`octo-org/many/pull/${index + 1}`),
  );

  test.each([
    ["is a day behind", -day],
    ["is a day ahead", day],
  ])("that %s leaves ten requests of the hour alone, too", async (_, wrong) => {
    const now = () => world.clock.now + wrong;
    const github = world.anonymous({ now });
    await github.statuses(many);
    expect(world.requests().length).toBeLessThanOrEqual(50);
    expect(github.account()).toEqual({
      state: "rate-limited",
      until: now() + hour,
      signedIn: false,
    });
    world.clock.now += hour + 1;
    expect(github.account()).toEqual({ state: "anonymous" });
  });

  test.each([
    ["back", -day],
    ["ahead", day],
  ])(
    "that jumps %s in a limit asks once more, and is told again",
    async (_, jump) => {
      let wrong = 0;
      const github = world.signedIn({ now: () => world.clock.now + wrong });
      world.standIn.faults.push({
        fault: status(403, { "retry-after": "900" }),
      });
      await github.statuses(asked);
      wrong = jump;
      for (let i = 0; i < 20; i++) await github.statuses(asked);
      expect(world.requests().length).toBeLessThanOrEqual(2);
      expect(github.account()).toEqual({
        state: "rate-limited",
        until: world.clock.now + wrong + 900_000,
        signedIn: true,
      });
    },
  );
});

describe("1,000 items:", () => {
  const items = Array.from({ length: 1000 }, (_, index) =>
    target(`octo-org/many/pull/${index + 1}`),
  );

  test("with an account are twenty requests, a few at a time", async () => {
    const github = world.signedIn();
    let open = 0;
    let most = 0;
    const original = fetch;
    vi.stubGlobal("fetch", async (...given: Parameters<typeof fetch>) => {
      most = Math.max(most, ++open);
      return original(...given).finally(() => open--);
    });
    const answers = await github.statuses(items);
    expect(answers).toHaveLength(1000);
    expect(world.requests()).toHaveLength(20);
    expect(most).toBeLessThanOrEqual(3);
    await github.statuses(items);
    expect(world.requests()).toHaveLength(20);
  });

  test("without one are as many as the hour has, those asked first", async () => {
    const github = world.anonymous();
    const answers = await github.statuses(items);
    const first = answers.findIndex(({ result }) => isFailure(result));
    expect(first).toBeGreaterThanOrEqual(42);
    for (const { result } of answers.slice(first))
      expect(result).toMatchObject({ reason: "rate-limited" });
    expect(world.requests().length).toBeLessThanOrEqual(50);
    expect(tooltip(github)).toMatch(/limit is used up/);
  });

  test("an hour that is nearly used up is found out by one question", async () => {
    await world.anonymous().statuses(items.slice(0, 40));
    const before = world.requests().length;
    await world.anonymous().statuses(items.slice(40, 80));
    world.standIn.requests.length = 0;
    const late = world.anonymous();
    await late.statuses(items.slice(80));
    expect(before).toBe(40);
    expect(world.requests()).toHaveLength(1);
  });
});
