import { describe, expect, test } from "vitest";
import type { ItemComment } from "../../server/src/targets/status.js";
import { target, useStandIn } from "./support.js";

const world = useStandIn({ graphql: true });

test.each<[string, ItemComment | undefined]>([
  [
    "issues/2#issuecomment-1001",
    {
      author: "octocat",
      createdAt: "2022-08-04T12:00:00Z",
      body: "I said it.\n\nTwice.",
    },
  ],
  [
    "pull/1/files#discussion_r1002",
    {
      author: undefined,
      createdAt: "2022-08-05T12:00:00Z",
      body: "A capital letter?",
    },
  ],
  [
    "pull/1#pullrequestreview-1003",
    {
      author: "manveru",
      createdAt: "2022-08-06T12:00:00Z",
      body: "Well said.",
    },
  ],
  [
    "pull/1/files#r1002",
    {
      author: undefined,
      createdAt: "2022-08-05T12:00:00Z",
      body: "A capital letter?",
    },
  ],
  [
    "commit/553c2077f0edc3d5dc5d17262f6aa498e69d6f8e#commitcomment-1004",
    {
      author: "octocat",
      createdAt: "2022-08-07T12:00:00Z",
      body: "Why here?",
    },
  ],
  [
    "commit/553c2077f0edc3d5dc5d17262f6aa498e69d6f8e#r1004",
    {
      author: "octocat",
      createdAt: "2022-08-07T12:00:00Z",
      body: "Why here?",
    },
  ],
  ["pull/1#issuecomment-999", undefined],
])("%s is shown to everyone", async (path, comment) => {
  const asked = target(`octo-org/hello-world/${path}`);
  for (const github of [world.signedIn(), world.anonymous()])
    expect(await github.comment(asked)).toEqual(comment);
});

describe("a comment of a discussion", () => {
  const discussion = (fragment: string) =>
    target(`octo-org/hello-world/discussions/6#discussioncomment-${fragment}`);

  test("is found among the comments and replies", async () => {
    const github = world.signedIn();
    expect(await github.comment(discussion("1005"))).toEqual({
      author: "octocat",
      createdAt: "2022-08-08T12:00:00Z",
      body: "Both are right.",
    });
    expect(await github.comment(discussion("1006"))).toEqual({
      author: undefined,
      createdAt: "2022-08-09T12:00:00Z",
      body: "So they are.",
    });
  });

  test("is found on the second page", async () => {
    const asked = target(
      "octo-org/archive/discussions/2#discussioncomment-1007",
    );
    expect(await world.signedIn().comment(asked)).toMatchObject({
      body: "All of it.",
    });
    expect(world.requests()).toHaveLength(3);
  });

  test("is none where there is no such one", async () => {
    expect(await world.signedIn().comment(discussion("9999"))).toBeUndefined();
    expect(world.requests()).toHaveLength(1);
    const elsewhere = target(
      "octo-org/hello-world/discussions/1#discussioncomment-1005",
    );
    expect(await world.signedIn().comment(elsewhere)).toBeUndefined();
  });

  test("needs an account", async () => {
    expect(await world.anonymous().comment(discussion("1005"))).toBeUndefined();
    expect(world.requests()).toEqual([]);
  });
});

test.each([
  "octo-org/hello-world/pull/1",
  "octo-org/hello-world/pull/1#issuecomment-",
  "octo-org/hello-world/pull/1#issuecomment-0",
  "octo-org/hello-world/pull/1#issuecomment-../1",
  "octo-org/hello-world/pull/1#discussioncomment-12",
  "octo-org/hello-world/issues/2#commitcomment-12",
  "octo-org/hello-world/discussions/6#issuecomment-12",
  "octo-org/hello-world/commit/553c2077f0edc3d5dc5d17262f6aa498e69d6f8e#diff-12",
  "octo-org/hello-world",
])("%s names no comment, and nothing is asked", async (path) => {
  expect(await world.signedIn().comment(target(path))).toBeUndefined();
  expect(world.requests()).toEqual([]);
});

test("a comment is asked for once, until it is forgotten", async () => {
  const asked = target("octo-org/hello-world/issues/2#issuecomment-1001");
  const github = world.signedIn();
  await Promise.all([github.comment(asked), github.comment(asked)]);
  await github.comment(asked);
  expect(world.requests()).toHaveLength(1);
  github.forget();
  await github.comment(asked);
  expect(world.requests()).toHaveLength(2);
});

test("nothing is asked where looking things up is switched off", async () => {
  const asked = target("octo-org/hello-world/issues/2#issuecomment-1001");
  const github = world.signedIn({ enabled: false });
  expect(await github.comment(asked)).toBeUndefined();
  expect(world.requests()).toEqual([]);
});
