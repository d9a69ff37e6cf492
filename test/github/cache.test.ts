import { describe, expect, test } from "vitest";
import { ageOf, ages } from "../../server/src/github/age.js";
import { isFailure } from "../../server/src/targets/github-port.js";
import type { Status } from "../../server/src/targets/status.js";
import { target, tokens, useStandIn } from "./support.js";

const world = useStandIn({ graphql: true });

describe("an answer is taken for the truth", () => {
  const minute = 60_000;
  const hour = 60 * minute;
  const day = 24 * hour;
  test.each([
    ["octo-org/hello-world/pull/1", "merged", 7 * day],
    ["octo-org/hello-world/pull/3", "closed", 7 * day],
    ["octo-org/hello-world/pull/9", "open", 5 * minute],
    ["octo-org/hello-world/pull/10", "queued", 5 * minute],
    ["octo-org/hello-world/pull/8", "draft, checks pending", minute],
    ["octo-org/hello-world/issues/2", "completed", 7 * day],
    ["octo-org/hello-world/issues/12", "open", 5 * minute],
    ["octo-org/hello-world/commit/7fd1a60b01f9", "no checks", 7 * day],
    ["octo-org/hello-world/commit/553c2077f0", "checks pending", minute],
    ["octo-org/hello-world", "repository", hour],
    ["octo-org/hello-world/tree/main", "branch", 5 * minute],
    ["octo-org/hello-world/releases/tag/v1.0.0", "published", day],
    ["octocat", "user", day],
    ["octo-org/no-such-repository", "not found", 5 * minute],
  ])("%s (%s) for %i ms", async (path, _state, age) => {
    const github = world.signedIn();
    const { at } = await github.status(target(path));
    world.clock.now = at + age - 1;
    await github.status(target(path));
    expect(world.requests()).toHaveLength(1);
    world.clock.now = at + age;
    const again = await github.status(target(path));
    expect(world.requests()).toHaveLength(2);
    expect(again.at).toBe(at + age);
  });

  test("for half an hour at least without an account", () => {
    const status = { kind: "pull", state: "open", checks: "pending" } as Status;
    expect(ageOf(status, 0, true)).toBe(30 * minute);
    expect(ageOf({ reason: "not-found" }, 0, true)).toBe(30 * minute);
    expect(ageOf({ reason: "offline", detail: "" }, 0, true)).toBe(
      ages.offline,
    );
  });
});

describe("peek", () => {
  const path = "octo-org/hello-world/pull/9";

  test("gives what is known without a request, however old", async () => {
    const github = world.signedIn();
    expect(github.peek(target(path))).toBeUndefined();
    const answer = await github.status(target(path));
    world.clock.now += 365 * 24 * 3_600_000;
    expect(github.peek(target(path))).toEqual(answer);
    expect(world.requests()).toHaveLength(1);
  });

  test("knows a thing by every address it has", async () => {
    const github = world.signedIn();
    const answer = await github.status(target(path));
    expect(github.peek(target("OCTO-ORG/hello-world/issues/9#x"))).toEqual(
      answer,
    );
  });

  test("shows what was forgotten no more", async () => {
    const github = world.signedIn();
    const other = target("octo-org/hello-world/pull/1");
    await github.statuses([target(path), other]);
    github.forget([target(path)]);
    expect(github.peek(target(path))).toBeUndefined();
    expect(github.peek(other)).toBeDefined();
    github.forget();
    expect(github.peek(other)).toBeUndefined();
    await github.status(other);
    expect(world.requests()).toHaveLength(2);
  });
});

describe("a failure that says nothing of the thing", () => {
  const path = "octo-org/hello-world/pull/9";

  test.each([
    { kind: "reset" } as const,
    { kind: "status", status: 500 } as const,
    {
      kind: "status",
      status: 403,
      headers: { "retry-after": "60" },
    } as const,
  ])("leaves the last answer: $kind $status", async (fault) => {
    const github = world.signedIn();
    const answer = await github.status(target(path));
    world.clock.now += 3_600_000;
    world.standIn.faults.push({ fault });
    expect(await github.status(target(path))).toEqual(answer);
    expect(github.peek(target(path))).toEqual(answer);
  });

  test("is tried again after some seconds", async () => {
    const github = world.signedIn();
    world.standIn.faults.push({ fault: { kind: "reset" }, times: 2 });
    expect((await github.status(target(path))).result).toMatchObject({
      reason: "offline",
    });
    await github.status(target(path));
    expect(world.requests()).toHaveLength(0);
    world.clock.now += ages.offline;
    expect((await github.status(target(path))).result).toMatchObject({
      kind: "pull",
    });
    expect(github.account()).toMatchObject({ state: "signed-in" });
  });
});

test("a thing that is gone replaces what was known of it", async () => {
  const github = world.signedIn();
  const path = "octo-org/hello-world/pull/9";
  await github.status(target(path));
  world.clock.now += 3_600_000;
  const hello = world.standIn.database.repositories.get("octo-org/hello-world");
  const pull = hello?.items.get(9);
  hello?.items.delete(9);
  expect((await github.status(target(path))).result).toEqual({
    reason: "not-found",
  });
  if (pull) hello?.items.set(9, pull);
});

describe("accounts", () => {
  const secret = target("octo-org/secret/pull/1");

  test("do not see what another one asked", async () => {
    const github = world.signedIn();
    expect((await github.status(secret)).result).toMatchObject({
      title: "Hide better",
    });
    github.setToken(tokens.visitor);
    expect(github.peek(secret)).toBeUndefined();
    expect((await github.status(secret)).result).toEqual({
      reason: "not-found",
    });
    github.setToken(undefined);
    expect(github.peek(secret)).toBeUndefined();
    expect((await github.status(secret)).result).toEqual({
      reason: "not-found",
    });
    github.setToken(tokens.member);
    expect((await github.status(secret)).result).toMatchObject({
      title: "Hide better",
    });
  });

  test("do not see what arrives after they changed", async () => {
    const github = world.signedIn();
    world.standIn.latency = 20;
    const asked = github.status(secret);
    await new Promise((resolve) => setTimeout(resolve, 10));
    github.setToken(tokens.visitor);
    await asked;
    expect(github.peek(secret)).toBeUndefined();
    expect(github.account()).toEqual({ state: "signed-in", login: undefined });
  });

  test("are told apart by their state", async () => {
    const github = world.anonymous();
    expect(github.account()).toEqual({ state: "anonymous" });
    github.setToken(tokens.visitor);
    await github.status(secret);
    expect(github.account()).toEqual({ state: "signed-in", login: "octocat" });
    github.setToken("no-such-token");
    await github.status(secret);
    expect(github.account()).toEqual({ state: "unauthorized" });
    github.setToken(undefined);
    expect(github.account()).toEqual({ state: "anonymous" });
  });
});

describe("when switched off", () => {
  test("nothing is asked, what is known stays", async () => {
    const github = world.signedIn();
    const known = target("octo-org/hello-world/pull/1");
    const answer = await github.status(known);
    github.setEnabled(false);
    world.clock.now += 365 * 24 * 3_600_000;
    expect(github.account()).toEqual({ state: "disabled" });
    expect(await github.status(known)).toEqual(answer);
    const unknown = await github.status(target("octo-org/hello-world/pull/3"));
    expect(unknown.result).toMatchObject({ reason: "offline" });
    expect(
      await github.search(
        { host: "github.com", owner: "octo-org", repo: "hello-world" },
        "hello",
      ),
    ).toMatchObject({ reason: "offline" });
    expect(world.requests()).toHaveLength(1);
    github.setEnabled(true);
    expect(isFailure((await github.status(known)).result)).toBe(false);
    expect(world.requests()).toHaveLength(2);
  });

  test("from the start too", async () => {
    const github = world.signedIn({ enabled: false });
    await github.statuses([target("octo-org/hello-world")]);
    expect(world.requests()).toEqual([]);
  });
});

describe("listeners", () => {
  test("hear of answers once per batch, and of accounts", async () => {
    const github = world.signedIn();
    let calls = 0;
    const stop = github.onChange(() => calls++);
    await github.statuses(
      ["octo-org/hello-world/pull/1", "octo-org/hello-world/pull/3"].map(
        target,
      ),
    );
    expect(calls).toBe(1);
    github.setToken(tokens.visitor);
    await Promise.resolve();
    expect(calls).toBe(2);
    github.setEnabled(false);
    await Promise.resolve();
    expect(calls).toBe(3);
    stop();
    github.setEnabled(true);
    await Promise.resolve();
    expect(calls).toBe(3);
  });
});

test("without an account an answer that did not change is not sent twice", async () => {
  const github = world.anonymous();
  const path = "octo-org/hello-world/pull/9";
  const before = await github.status(target(path));
  world.clock.now += ages.anonymous;
  const after = await github.status(target(path));
  expect(after.result).toEqual(before.result);
  expect(after.at).toBe(before.at + ages.anonymous);
  expect(world.requests()).toEqual([
    "GET /repos/octo-org/hello-world/pulls/9 200",
    "GET /repos/octo-org/hello-world/pulls/9 304",
  ]);
});
