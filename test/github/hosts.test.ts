import {
  afterAll,
  beforeAll,
  beforeEach,
  describe,
  expect,
  test,
} from "vitest";
import type { GitHubOptions } from "../../server/src/github/client.js";
import { createGitHub } from "../../server/src/github/client.js";
import { checkPost } from "../../server/src/rules/check.js";
import { lookUp, onlineOf } from "../../server/src/rules/online.js";
import type {
  RepositoryName,
  Target,
} from "../../server/src/targets/target.js";
import { type StandIn, startStandIn } from "../github-standin/server.js";
import { examplePost } from "../rules/example-post.js";
import { tokens } from "./support.js";

let enterprise: StandIn;
let world: StandIn;
const now = Date.UTC(2022, 7, 15);

beforeAll(async () => {
  [enterprise, world] = await Promise.all([
    startStandIn({ now: () => now }),
    startStandIn({ now: () => now }),
  ]);
  await world.warmUp();
}, 60_000);
beforeEach(() => {
  for (const { requests, faults } of [enterprise, world]) {
    requests.length = 0;
    faults.length = 0;
  }
});
afterAll(() => Promise.all([enterprise.close(), world.close()]));

/** A client whose API is the enterprise's, with github.com beside it. */
function mixed(options: Partial<GitHubOptions> = {}) {
  return createGitHub({
    apiUrl: `${enterprise.url}/api/v3/`,
    publicApiUrl: world.url,
    now: () => now,
    ...options,
  });
}
const there = (): RepositoryName => ({
  host: new URL(enterprise.url).host,
  owner: "octo-org",
  repo: "hello-world",
});
const here = (): RepositoryName => ({ ...there(), host: "GitHub.com" });
const pull = (name: RepositoryName, number: number): Target => ({
  kind: "pull",
  ...name,
  number,
  suffix: "",
});
const askers = (standIn: StandIn) =>
  standIn.requests.map(({ path, token }) => [path, token]);

describe("a post that mixes an enterprise's host and github.com", () => {
  test("gets each answer from its own host, with its own token, in order", async () => {
    const github = mixed({
      token: tokens.member,
      publicToken: tokens.visitor,
    });
    const answers = await github.statuses([
      pull(there(), 1),
      pull(here(), 3),
      { kind: "url", url: "https://example.com" },
      pull(there(), 8),
      { kind: "repository", ...there(), host: "elsewhere.example" },
      pull(here(), 1),
    ]);
    expect(
      answers.map(({ result }) =>
        "reason" in result
          ? result.reason
          : "number" in result && result.number,
      ),
    ).toEqual([1, 3, "unsupported", 8, "unsupported", 1]);
    expect(askers(enterprise)).toEqual([["/graphql", tokens.member]]);
    expect(askers(world)).toEqual([["/graphql", tokens.visitor]]);
    expect(github.peek(pull(there(), 1))?.result).toMatchObject({ number: 1 });
    expect(github.peek(pull(here(), 8))).toBeUndefined();
  });

  test("does not take the enterprise's token to github.com", async () => {
    const github = mixed({ token: tokens.member });
    await github.statuses([pull(there(), 1), pull(here(), 3)]);
    await github.search(here(), "hello");
    expect(askers(enterprise)).toEqual([["/graphql", tokens.member]]);
    expect(world.requests.length).toBeGreaterThan(0);
    for (const { token } of world.requests) expect(token).toBeUndefined();
  });

  test("nor github.com's to the enterprise", async () => {
    const github = mixed({ publicToken: tokens.member });
    await github.statuses([pull(there(), 1), pull(here(), 3)]);
    expect(askers(world)).toEqual([["/graphql", tokens.member]]);
    for (const { token } of enterprise.requests) expect(token).toBeUndefined();
  });

  test("tells of the host that is in trouble, and goes on with the other", async () => {
    const github = mixed({ token: tokens.member, publicToken: "revoked" });
    const [good, bad] = await github.statuses([
      pull(there(), 1),
      pull(here(), 1),
    ]);
    expect(good?.result).toMatchObject({ kind: "pull" });
    expect(bad?.result).toEqual({ reason: "unauthorized" });
    expect(github.account()).toEqual({ state: "unauthorized" });
    github.setToken(tokens.member, tokens.visitor);
    expect(github.account()).toEqual({ state: "signed-in", login: "manveru" });
    await github.status(pull(here(), 1));
    expect(askers(world).at(-1)).toEqual(["/graphql", tokens.visitor]);
  });

  test("tells of each host's account", async () => {
    const github = mixed({ token: tokens.member });
    await github.statuses([pull(there(), 1), pull(here(), 1)]);
    expect(github.account(pull(there(), 1))).toMatchObject({
      state: "signed-in",
    });
    expect(github.account(pull(here(), 1))).toEqual({ state: "anonymous" });
    expect(github.accounts()).toMatchObject([
      {
        host: there().host,
        account: { state: "signed-in", login: "manveru" },
        requestsLeft: { limit: 5000 },
      },
      {
        host: "github.com",
        account: { state: "anonymous" },
        requestsLeft: { limit: 60 },
      },
    ]);
  });

  test("is sure that a thing is missing where that host's account could see it", async () => {
    const github = mixed({ token: tokens.member });
    const [a, b] = [there(), here()].map(
      ({ host }) => `https://${host}/octo-org/nothing-here/pull/1`,
    );
    const post = examplePost(`<${a}> <${b}>`, {
      settings: {
        github: { enabled: true, hosts: [there().host, "github.com"] },
      },
    });
    await lookUp(post, github);
    const online = onlineOf(github);
    const diagnosed = checkPost({ ...post, ...(online && { online }) });
    expect(
      diagnosed.map(({ rule, severity, finding }) => [
        rule.id,
        severity,
        finding.message.replace(/.*, /, ""),
      ]),
    ).toEqual([
      ["missing-target", "information", "or your account may not see it."],
      ["missing-target", "hint", "or one must sign in to see it."],
    ]);
  });

  test("hears of both, until it does not listen any more", async () => {
    const github = mixed({ token: tokens.member });
    let calls = 0;
    const stop = github.onChange(() => calls++);
    await github.status(pull(there(), 1));
    await github.status(pull(here(), 1));
    expect(calls).toBe(2);
    github.forget([pull(here(), 1)]);
    expect(github.peek(pull(here(), 1))).toBeUndefined();
    expect(github.peek(pull(there(), 1))).toBeDefined();
    stop();
    await github.status(pull(here(), 1));
    expect(calls).toBe(2);
  });

  test("takes github.com's token where that is the only host", async () => {
    const github = createGitHub({
      apiUrl: world.url,
      publicToken: tokens.visitor,
      now: () => now,
    });
    await github.status(pull(here(), 1));
    github.setToken(undefined, tokens.member);
    await github.status(pull(here(), 1));
    github.setToken(tokens.visitor, tokens.member);
    await github.status(pull(here(), 1));
    expect(world.requests.map(({ token }) => token)).toEqual([
      tokens.visitor,
      tokens.member,
      tokens.visitor,
    ]);
    expect(enterprise.requests).toEqual([]);
  });

  test("asks neither when switched off", async () => {
    const github = mixed({ enabled: false });
    await github.statuses([pull(there(), 1), pull(here(), 1)]);
    expect([...enterprise.requests, ...world.requests]).toEqual([]);
  });
});
