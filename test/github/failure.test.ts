import { once } from "node:events";
import { createServer } from "node:http";
import { describe, expect, test, vi } from "vitest";
import type { Fault } from "../github-standin/faults.js";
import { target, useStandIn } from "./support.js";

const world = useStandIn({ graphql: false });
const asked = target("octo-org/hello-world/pull/1");

/** The result of one question, spoilt by `fault`, with an account and without. */
async function failures(fault: Fault, timeout = 5_000) {
  world.standIn.faults.push({ fault });
  const clients = [
    world.signedIn({ timeout }),
    world.anonymous({ timeout }),
  ] as const;
  return Promise.all(
    clients.map(async (github) => ({
      result: (await github.status(asked)).result,
      account: github.account(),
    })),
  );
}

describe("GitHub is not there", () => {
  test.each<[string, Fault]>([
    ["the connection ends", { kind: "reset" }],
    ["JSON ends half way", { kind: "truncated" }],
    ["a status of 500", { kind: "status", status: 500 }],
    ["a status of 502", { kind: "status", status: 502 }],
    ["a status of 503", { kind: "status", status: 503 }],
    [
      "a page of some other server",
      { kind: "status", status: 200, body: "<h1>Please log in</h1>" },
    ],
    ["an empty object", { kind: "status", status: 200, body: {} }],
    ["null", { kind: "status", status: 200, body: null }],
    ["a list", { kind: "status", status: 200, body: [1, 2] }],
    ["a number", { kind: "status", status: 200, body: 7 }],
    [
      "values of another type",
      {
        kind: "status",
        status: 200,
        body: {
          data: {
            i0: {
              nameWithOwner: 7,
              item: { __typename: "PullRequest", title: {} },
            },
          },
          base: 7,
          number: "1",
        },
      },
    ],
    [
      "a query refused",
      { kind: "status", status: 200, body: { errors: [{ message: "No" }] } },
    ],
    [
      "errors of another shape",
      { kind: "status", status: 200, body: { errors: "No" } },
    ],
  ])("%s", async (_, fault) => {
    for (const { result, account } of await failures(fault)) {
      expect(result).toMatchObject({ reason: "offline" });
      const detail = "detail" in result ? result.detail : "";
      expect(detail).toMatch(/^[^\n]{5,200}$/);
      if (fault.kind === "reset") expect(account.state).toBe("offline");
    }
  });

  test("no answer in time", async () => {
    for (const { result } of await failures({ kind: "hang" }, 50))
      expect(result).toEqual({
        reason: "offline",
        detail: "GitHub did not answer in time",
      });
  });

  test("nobody listens there", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    const port = typeof address === "object" ? address?.port : 0;
    await new Promise((resolve) => server.close(resolve));
    const github = world.anonymous({ apiUrl: `http://127.0.0.1:${port}` });
    const fetched = vi.spyOn(globalThis, "fetch");
    const { result } = await github.status(asked);
    expect(result).toMatchObject({ reason: "offline" });
    expect(github.account()).toMatchObject({ state: "offline" });

    // The next cards open at once: whom one question did not reach the others do not either.
    const before = fetched.mock.calls.length;
    const another = target("octo-org/hello-world/pull/3");
    expect((await github.status(another)).result).toEqual(result);
    expect(fetched).toHaveBeenCalledTimes(before);

    world.clock.now += 15_000;
    await github.status(another);
    expect(fetched.mock.calls.length).toBeGreaterThan(before);
    fetched.mockRestore();
  });
});

describe("there is no such thing", () => {
  test.each([404, 410, 451])("a status of %i", async (status) => {
    for (const { result, account } of await failures({
      kind: "status",
      status,
    })) {
      expect(result).toEqual({ reason: "not-found" });
      expect(["anonymous", "signed-in"]).toContain(account.state);
    }
  });
});

describe("the account may not", () => {
  test("a token that GitHub does not know is asked about once", async () => {
    const github = world.signedIn({ token: "no-such-token" });
    expect((await github.status(asked)).result).toEqual({
      reason: "unauthorized",
    });
    expect(github.account()).toEqual({ state: "unauthorized" });
    await github.status(target("octo-org/hello-world/pull/3"));
    expect(world.requests()).toEqual(["POST /graphql 401"]);
    github.forget();
    await github.status(asked);
    expect(world.requests()).toHaveLength(2);
  });

  test("a single thing that is forbidden says nothing of the account", async () => {
    const fault: Fault = {
      kind: "status",
      status: 200,
      body: {
        data: { i0: null },
        errors: [
          {
            type: "FORBIDDEN",
            path: ["i0"],
            message: "Resource protected by organization SAML enforcement.",
          },
        ],
      },
    };
    const [signedIn] = await failures(fault);
    expect(signedIn).toMatchObject({
      result: { reason: "unauthorized" },
      account: { state: "signed-in" },
    });
  });

  test("discussions want an account", async () => {
    const github = world.anonymous();
    const { result } = await github.status(
      target("octo-org/hello-world/discussions/6"),
    );
    expect(result).toEqual({ reason: "unauthorized" });
    expect(github.account()).toEqual({ state: "anonymous" });
    expect(world.requests()).toEqual([]);
  });
});

describe("GitHub wants a rest", () => {
  const hour = 3_600_000;
  const seconds = () => Math.floor(world.clock.now / 1000);

  test.each<[string, number, () => Record<string, string>, number]>([
    ["retry-after", 403, () => ({ "retry-after": "90" }), 90_000],
    ["retry-after", 429, () => ({ "retry-after": "90" }), 90_000],
    [
      "the hour is used up",
      403,
      () => ({
        "x-ratelimit-remaining": "0",
        "x-ratelimit-reset": String(seconds() + 3600),
      }),
      hour,
    ],
    ["no word of how long", 429, () => ({}), 60_000],
    ["at once", 429, () => ({ "retry-after": "0" }), 15_000],
    [
      "until what is past already",
      403,
      () => ({
        "x-ratelimit-remaining": "0",
        "x-ratelimit-reset": String(seconds() - 600),
      }),
      15_000,
    ],
  ])("%s (%i)", async (_, status, headers, wait) => {
    const until = world.clock.now + wait;
    world.standIn.faults.push({
      fault: { kind: "status", status, headers: headers() },
    });
    for (const github of [world.signedIn(), world.anonymous()]) {
      const before = world.requests().length;
      expect((await github.status(asked)).result).toEqual({
        reason: "rate-limited",
        until,
      });
      expect(world.requests()).toHaveLength(before + 1);
      const other = target("octo-org/hello-world/pull/3");
      expect((await github.status(other)).result).toMatchObject({
        reason: "rate-limited",
      });
      expect(world.requests()).toHaveLength(before + 1);
    }
    world.standIn.faults.length = 0;
  });

  test("and is asked again when it is over", async () => {
    const github = world.anonymous();
    world.standIn.faults.push({
      fault: { kind: "status", status: 403, headers: { "retry-after": "60" } },
      times: 1,
    });
    await github.status(asked);
    expect(github.account()).toEqual({
      state: "rate-limited",
      until: world.clock.now + 60_000,
      signedIn: false,
    });
    world.clock.now += 60_000;
    expect(github.account()).toEqual({ state: "anonymous" });
    expect((await github.status(asked)).result).toMatchObject({ kind: "pull" });
  });

  test("by an error in the answer to a query", async () => {
    const until = (seconds() + 1800) * 1000;
    world.standIn.faults.push({
      fault: {
        kind: "status",
        status: 200,
        headers: {
          "x-ratelimit-resource": "graphql",
          "x-ratelimit-remaining": "0",
          "x-ratelimit-reset": String(until / 1000),
        },
        body: {
          errors: [
            { type: "RATE_LIMITED", message: "API rate limit exceeded" },
          ],
        },
      },
    });
    const github = world.signedIn();
    expect((await github.status(asked)).result).toEqual({
      reason: "rate-limited",
      until,
    });
    expect(github.account()).toEqual({
      state: "rate-limited",
      until,
      signedIn: true,
    });
    await github.status(target("octo-org/hello-world/pull/3"));
    expect(world.requests()).toHaveLength(1);
  });
});

test("an error is repeated once, a limit never", async () => {
  const github = world.anonymous();
  world.standIn.faults.push({
    fault: { kind: "status", status: 503 },
    times: 1,
  });
  expect((await github.status(asked)).result).toMatchObject({ kind: "pull" });
  expect(world.requests()).toEqual([
    "GET /repos/octo-org/hello-world/pulls/1 503",
    "GET /repos/octo-org/hello-world/pulls/1 200",
  ]);
});
