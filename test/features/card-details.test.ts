import { describe, expect, test } from "vitest";
import { card } from "../../server/src/features/card.js";
import type { ItemComment, Status } from "../../server/src/targets/status.js";
import { parseUrl } from "../../server/src/targets/url.js";
import { commit, issue, pull, repository } from "./statuses.js";

const now = Date.parse("2022-10-20T12:00:00Z");
const root = "https://github.com/input-output-hk/cardano-node";

/** The paragraphs of a card between its heading and its age. */
function details(
  path: string,
  status: Status,
  comment?: ItemComment,
): string[] {
  const target = parseUrl(`${root}${path}`, ["github.com"]);
  const client = { richMarkdown: false, snippets: true, insertReplace: true };
  const account = { state: "signed-in", login: "octocat" } as const;
  const view = { now, client, account };
  return card(target, { result: status, at: now }, view, comment)
    .split("\n\n")
    .slice(1, -1);
}

const other = { repository: "octocat/hello", number: 7, title: "Say hello" };
const own = {
  repository: "input-output-hk/cardano-node",
  number: 4505,
  title: "It crashes",
};

describe("a pull request says", () => {
  test("that it cannot be merged, what it closes, and who it is for", () => {
    const open = {
      ...pull,
      state: "open",
      mergedAt: undefined,
      closedAt: undefined,
      mergeable: false,
      closes: [own, other],
      assignees: ["deepfire", "octocat"],
      milestone: "1.36",
      labels: [],
      body: "",
    } as const;
    expect(details("/pull/4489", open).slice(2)).toEqual([
      "✓ Checks passed · ✓ Approved · ⚠ Conflicts with its base · +1,204 −38 · 3 comments",
      "Closes #4505 It crashes, octocat/hello#7 Say hello · Assigned to deepfire, octocat · Milestone 1\\.36",
    ]);
  });
  test("that it merges by itself", () => {
    const waiting = { ...pull, autoMerge: true, mergeable: true };
    expect(details("/pull/4489", waiting)[2]).toContain(
      "Approved · Merges by itself when it may · +1,204",
    );
  });
  test("nothing of what is not known", () => {
    expect(
      details("/pull/4489", { ...pull, closes: [], assignees: [] }),
    ).toEqual(details("/pull/4489", pull));
  });
});

describe("an issue says", () => {
  test("how many of its sub-issues are done, and what closes it", () => {
    const parent = {
      ...issue,
      subIssues: { done: 2, total: 3 },
      closedBy: [other],
      assignees: ["octocat"],
      labels: [],
      body: "",
    };
    expect(details("/issues/4505", parent).slice(2)).toEqual([
      "2 of 3 sub-issues done · 1 comment",
      "Closing with octocat/hello#7 Say hello · Assigned to octocat",
    ]);
    expect(
      details("/issues/4505", { ...parent, state: "completed" }).at(-1),
    ).toMatch(/^Closed by octocat/);
  });
});

test("a discussion says its category and who answered", () => {
  const discussion: Status = {
    kind: "discussion",
    repository: own.repository,
    number: 6,
    title: "Which?",
    answered: true,
    answeredBy: "octocat",
    category: "Q&A",
    author: "deepfire",
    createdAt: issue.createdAt,
    comments: 0,
    body: "",
  };
  expect(details("/discussions/6", discussion).at(-1)).toBe(
    "Q&A · answered by octocat",
  );
});

test("a commit says its signature and the pull request it came with", () => {
  const signed = { ...commit, verified: true, pull: own };
  expect(details("/commit/4df3c5d", signed).slice(2)).toEqual([
    "✓ Checks passed · Signature verified · +12 −3",
    "Came with #4505 It crashes",
  ]);
});

test("a comparison says its last commit", () => {
  const comparison: Status = {
    kind: "compare",
    repository: own.repository,
    base: "master",
    head: "zt",
    ahead: 3,
    behind: 0,
    lastCommit: {
      sha: commit.sha,
      title: "Add *it*",
      committedAt: "2022-10-12T08:00:00Z",
    },
  };
  expect(details("/compare/zt", comparison)).toEqual([
    "`zt` is 3 commits ahead of `master`.",
    "Last commit `4df3c5d`, 12 Oct 2022 (8 days ago): Add \\*it\\*",
  ]);
});

test("a fork says of what, a release that it is the latest", () => {
  expect(
    details("", { ...repository, fork: true, parent: "octocat/hello" }).at(-1),
  ).toBe(
    "Fork of octocat/hello, default branch `master`, last push 20 Oct 2022 (30 minutes ago)",
  );
  const release: Status = {
    kind: "release",
    repository: own.repository,
    tag: "1.0",
    title: "One",
    latest: true,
    state: "published",
    author: "octocat",
    publishedAt: "2022-10-12T08:00:00Z",
    body: "",
  };
  expect(details("/releases/tag/1.0", release).at(-1)).toBe(
    "Latest release, by octocat, published 12 Oct 2022 (8 days ago)",
  );
});

test("a linked comment stands in the place of the description", () => {
  const comment: ItemComment = {
    author: "octocat",
    createdAt: "2022-10-19T12:00:00Z",
    body: "I *said* it.\n\nTwice.",
  };
  const shown = details("/issues/4505#issuecomment-1", issue, comment);
  expect(shown.slice(1, 3)).toEqual([
    "Comment by octocat, 19 Oct 2022 (1 day ago)",
    "> I \\*said\\* it.  \n> Twice.",
  ]);
  expect(shown.join()).not.toContain("It should not.");
});

test("nobody's text becomes markup", () => {
  const evil = "](command:x) <img src=x> `a` | \n# b **c**";
  const bad = { repository: evil, number: 1, title: evil };
  const people = { assignees: [evil], milestone: evil };
  const shown = [
    details("/pull/1", { ...pull, ...people, closes: [bad] }),
    details(
      "/issues/1",
      { ...issue, ...people, closedBy: [bad] },
      {
        author: evil,
        createdAt: evil,
        body: evil,
      },
    ),
    details("/commit/4df3c5d", { ...commit, pull: bad }),
    details("", { ...repository, parent: evil }),
  ]
    .flat()
    .join("\n\n");
  expect(shown).not.toMatch(/(?<!\\)\]\(command/);
  expect(shown).not.toMatch(/(?<!\\)<img/);
  expect(shown).not.toMatch(/(?<!\\)\*\*c/);
  expect(shown).not.toMatch(/^#/m);
});
