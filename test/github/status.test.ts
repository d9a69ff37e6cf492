import { describe, expect, test } from "vitest";
import {
  type Answer,
  isFailure,
} from "../../server/src/targets/github-port.js";
import type { Status } from "../../server/src/targets/status.js";
import { target, tokens, useStandIn } from "./support.js";

const world = useStandIn({ graphql: true });

/** What REST is not asked for, or cannot tell. */
function withoutGraphqlOnly(status: Status): Status {
  switch (status.kind) {
    case "commit":
      return { ...status, checks: undefined, pull: undefined };
    case "compare":
      return { ...status, lastCommit: undefined };
    case "release":
      return { ...status, latest: undefined };
    case "issue":
      return { ...status, closedBy: undefined };
    case "pull":
      return {
        ...status,
        state: status.state === "queued" ? "open" : status.state,
        checks: undefined,
        review: undefined,
        closes: undefined,
      };
    default:
      return status;
  }
}

describe("GraphQL and REST say the same of", () => {
  const paths = [
    "octo-org/hello-world",
    "octo-org/archive",
    "octo-org/fork",
    "Octo-Org/HELLO-world",
    "octo-org/hello-old",
    ...Array.from(
      { length: 5 },
      (_, i) => `octo-org/hello-world/issues/${i + 1}`,
    ),
    ...Array.from(
      { length: 14 },
      (_, i) => `octo-org/hello-world/pull/${i + 1}`,
    ),
    "octo-org/hello-world/pull/99",
    "octo-org/hello-old/pull/1",
    "octo-org/hello-old/issues/2",
    "octo-org/hostile/pull/1",
    "octo-org/hostile/issues/2",
    "octo-org/hello-world/commit/7fd1a60b01f91b314f59955a4e4d4e80d8edf11d",
    "octo-org/hello-world/commit/553c2077f0",
    "octo-org/hello-old/commit/553c2077f0",
    "octo-org/hello-world/commit/0000000",
    "octo-org/hello-world/tree/main",
    "octo-org/hello-world/tree/main/docs/guide",
    "octo-org/hello-world/tree/feature/greek",
    "octo-org/hello-world/tree/feature/greek/docs",
    "octo-org/hello-world/tree/nightly",
    "octo-org/hello-world/tree/553c2077f0",
    "octo-org/hello-world/tree/no-such-branch",
    "octo-org/hello-world/compare/feature/greek",
    "octo-org/hello-world/compare/main...stale",
    "octo-org/hello-world/compare/stale..main",
    "octo-org/hello-world/compare/nightly...feature/greek",
    "octo-org/hello-world/compare/7fd1a60b01f9...main",
    "octo-org/hello-world/compare/main...no-such-branch",
    "octo-org/hello-world/compare/no-such-branch...main",
    "octo-org/hello-old/compare/main...stale",
    "octo-org/hello-world/releases/tag/v1.0.0",
    "octo-org/hello-world/releases/tag/v2.0.0-rc.1",
    "octo-org/hello-world/releases/tag/nightly",
    "octo-org/hello-world/releases/tag/v9",
    "octo-org/no-such-repository",
    "octo-org/no-such-repository/pull/1",
    "octo-org",
    "manveru",
    "rschardt",
    "nobody-at-all",
    "input-output-hk/bitte/compare/zt",
  ];
  /** All at once: a query takes longer to check than to answer. */
  let queried: Promise<readonly Answer[]> | undefined;

  test.each(paths)("%s", async (path) => {
    queried ??= world.signedIn().statuses(paths.map(target));
    const graphql = (await queried)[paths.indexOf(path)]?.result;
    const rest = (await world.anonymous().status(target(path))).result;
    expect(
      graphql && (isFailure(graphql) ? graphql : withoutGraphqlOnly(graphql)),
    ).toEqual(rest);
  });
});

describe("with an account", () => {
  const hello = "octo-org/hello-world";
  test.each<[string, Status]>([
    [
      `${hello}/pull/1`,
      {
        kind: "pull",
        repository: hello,
        number: 1,
        title: "Say hello",
        state: "merged",
        author: "johnalotoski",
        createdAt: "2022-08-02T12:00:00Z",
        mergedAt: "2022-08-03T12:00:00Z",
        closedAt: "2022-08-03T12:00:00Z",
        baseBranch: "main",
        headBranch: "say-hello",
        labels: [
          { name: "good first issue", color: "7057ff" },
          { name: "enhancement", color: "a2eeef" },
        ],
        checks: "success",
        review: "approved",
        autoMerge: false,
        closes: [
          {
            repository: hello,
            number: 2,
            title: "Nobody says hello",
          },
        ],
        assignees: ["octocat"],
        milestone: "First words",
        comments: 1,
        additions: 11,
        deletions: 1,
        body: "Fixes #2.\n\nSee also the **guide**.",
      },
    ],
    [
      `${hello}/issues/5`,
      {
        kind: "issue",
        repository: hello,
        number: 5,
        title: "Say hello, please",
        state: "duplicate",
        author: "rschardt",
        createdAt: "2022-08-06T12:00:00Z",
        closedAt: "2022-08-07T12:00:00Z",
        labels: [],
        assignees: [],
        closedBy: [],
        comments: 0,
        body: "",
      },
    ],
    [
      `${hello}/discussions/6`,
      {
        kind: "discussion",
        repository: hello,
        number: 6,
        title: "Which languages should it speak?",
        answered: true,
        answeredBy: "manveru",
        category: "Q&A",
        closed: false,
        author: "octocat",
        createdAt: "2022-08-07T12:00:00Z",
        comments: 1,
        body: "All of them?",
      },
    ],
    [
      "octo-org/archive",
      {
        kind: "repository",
        repository: "octo-org/archive",
        description: "Kept for reference",
        archived: true,
        fork: false,
        private: false,
        defaultBranch: "master",
        pushedAt: "2022-08-12T12:00:00Z",
      },
    ],
    [
      `${hello}/commit/7fd1a60b01f9`,
      {
        kind: "commit",
        repository: hello,
        sha: "7fd1a60b01f91b314f59955a4e4d4e80d8edf11d",
        title: "Merge the greeting",
        body: "With thanks to all\nwho tried it.",
        author: "The Octocat",
        committedAt: "2022-08-03T12:00:00Z",
        checks: undefined,
        verified: false,
        additions: 12,
        deletions: 3,
      },
    ],
    [
      "input-output-hk/bitte/compare/zt",
      {
        kind: "compare",
        repository: "input-output-hk/bitte",
        base: "master",
        head: "zt",
        ahead: 3,
        behind: 1,
        lastCommit: {
          sha: expect.stringMatching(/^[0-9a-f]{40}$/),
          title: "Register the Ziti services with Consul",
          committedAt: expect.stringMatching(/^2022-08-/),
        },
      },
    ],
    [
      `${hello}/releases/tag/v1.0.0`,
      {
        kind: "release",
        repository: hello,
        tag: "v1.0.0",
        title: "Hello",
        latest: true,
        state: "published",
        author: "disassembler",
        publishedAt: "2022-08-10T12:00:00Z",
        body: "The first one.\n\n- hello",
      },
    ],
    [
      "octo-org",
      {
        kind: "user",
        login: "octo-org",
        name: undefined,
        organization: true,
        bio: "",
      },
    ],
  ])("%s", async (path, status) => {
    const { result } = await world.signedIn().status(target(path));
    expect(result).toEqual(status);
  });

  test.each([
    ["pull/8", { state: "draft", checks: "pending", author: undefined }],
    [
      "pull/9",
      {
        state: "open",
        checks: "failure",
        review: "changes-requested",
        mergeable: false,
      },
    ],
    ["pull/10", { state: "queued", mergeable: true, autoMerge: false }],
    [
      "pull/11",
      {
        checks: undefined,
        review: "review-required",
        mergeable: undefined,
        autoMerge: true,
      },
    ],
    ["pull/13", { checks: "pending" }],
    ["pull/14", { checks: "failure", review: undefined }],
    ["pull/3", { state: "closed", mergedAt: undefined }],
    [
      "pull/2",
      {
        kind: "issue",
        state: "completed",
        assignees: ["octocat", "manveru"],
        milestone: "First words",
        closedBy: [
          {
            repository: "octo-org/hello-world",
            number: 1,
            title: "Say hello",
          },
        ],
      },
    ],
    ["issues/1", { kind: "pull", state: "merged" }],
    ["issues/4", { state: "not-planned" }],
    [
      "issues/12",
      {
        state: "open",
        author: undefined,
        body: "",
        subIssues: { done: 2, total: 3 },
      },
    ],
    ["commit/553c2077f0", { verified: true, checks: "pending" }],
    ["discussions/7", { answered: false, author: undefined }],
    ["tree/feature/greek/docs", { kind: "branch", branch: "feature/greek" }],
    ["releases/tag/v2.0.0-rc.1", { title: "v2.0.0-rc.1", state: "prerelease" }],
    ["releases/tag/nightly", { title: "nightly", state: "tag-only" }],
    ["compare/stale..main", { base: "stale", ahead: 3, behind: 0 }],
  ])("%s", async (path, part) => {
    const asked = target(`octo-org/hello-world/${path}`);
    const { result } = await world.signedIn().status(asked);
    expect(result).toMatchObject(part);
  });

  test("a fork names what it was forked from", async () => {
    for (const github of [world.signedIn(), world.anonymous()]) {
      const { result } = await github.status(target("octo-org/fork"));
      expect(result).toMatchObject({ parent: "octo-org/hello-world" });
    }
  });

  test("a commit names the pull request it came with", async () => {
    const github = world.signedIn();
    const asked = target("octo-org/hello-world/tree/say-hello");
    const branch = await github.status(asked);
    const sha = "sha" in branch.result ? branch.result.sha : "";
    const commit = await github.status(
      target(`octo-org/hello-world/commit/${sha}`),
    );
    expect(commit.result).toMatchObject({
      pull: {
        repository: "octo-org/hello-world",
        number: 1,
        title: "Say hello",
      },
    });
  });

  test("fifty pull requests cost one query", async () => {
    const paths = Array.from({ length: 50 }, (_, i) => i + 1);
    const asked = paths.map((number) => target(`octo-org/many/pull/${number}`));
    await world.signedIn().statuses(asked);
    expect(world.requests()).toEqual(["POST /graphql 200"]);
  });

  test("a long description is cut", async () => {
    const asked = target("octo-org/hello-world/pull/13");
    const { result } = await world.signedIn().status(asked);
    expect("body" in result && result.body.length).toBe(1000);
  });

  test("a transferred issue is the one it has become, where the account may see that", async () => {
    const asked = target("octo-org/hello-world/issues/77");
    for (const github of [world.signedIn(), world.anonymous()])
      expect((await github.status(asked)).result).toMatchObject({
        kind: "issue",
        repository: "octo-org/archive",
        number: 1,
      });
    const hidden = target("octo-org/hello-world/issues/78");
    const { result } = await world
      .signedIn({ token: tokens.visitor })
      .status(hidden);
    expect(result).toEqual({ reason: "not-found" });
  });

  test("a renamed repository has its present name", async () => {
    const asked = target("octo-org/hello-old/pull/1");
    for (const github of [world.signedIn(), world.anonymous()])
      expect((await github.status(asked)).result).toMatchObject({
        repository: "octo-org/hello-world",
      });
  });
});
