import { describe, expect, test } from "vitest";
import { parseUrl } from "../../server/src/targets/url.js";
import { labelFor } from "../../server/src/workspace/label-for.js";
import type { Settings } from "../../server/src/workspace/settings.js";
import { defines, workspaceOf } from "./posts.js";

function check(
  url: string,
  expected: string,
  {
    here = {},
    other = {},
    ...settings
  }: {
    readonly here?: Readonly<Record<string, string>>;
    readonly other?: Readonly<Record<string, string>>;
  } & Partial<Settings> = {},
) {
  const { post } = workspaceOf(
    { "here.md": defines(here), "other.md": defines(other) },
    settings,
  );
  const full = url.includes(":") ? url : `https://github.com/${url}`;
  expect(labelFor(parseUrl(full, ["github.com"]), post("here.md"))).toBe(
    expected,
  );
}

test.each([
  ["iog/node", "node"],
  ["iog/node/pull/12", "node-pull-12"],
  ["iog/node/issues/12", "node-issue-12"],
  ["iog/node/discussions/12", "node-discussion-12"],
  [
    "iog/node/commit/4df3c5d956f1b062b950643da12768ae71acf245",
    "node-commit-4df3c5d",
  ],
  ["iog/node/tree/main", "node-main"],
  ["iog/node/compare/zt", "node-zt"],
  ["iog/node/compare/a...b", "node-b"],
  ["iog/node/releases/tag/1.35.4", "node-release-1.35.4"],
  ["iog/node/releases/tag/nightly", "node-nightly"],
  ["iog/node/blob/main/docs/x%5B1%5D.md", "node-x1.md"],
  ["iog", "@iog"],
  ["orgs/iog/projects/60", "iog-project-60"],
  ["https://example.org/a/", "example.org/a"],
  ["https://[]", "link"],
])("%s is %s where nothing is known", (url, label) => check(url, label));

describe("the style", () => {
  test("is this post's before the others'", () =>
    check("iog/node/pull/12", "node#12", {
      here: { "lib#1": "iog/lib/pull/1" },
      other: { "lib PR #1": "iog/lib/pull/1", "lib PR #2": "iog/lib/pull/2" },
    }));
  test("is the other posts' where this one has none", () =>
    check("iog/node/pull/12", "node PR #12", {
      here: { "lib-issue-1": "iog/lib/issues/1" },
      other: { "lib PR #1": "iog/lib/pull/1" },
    }));
  test("is the team's own before the built-in ones", () =>
    check("iog/node/pull/12", "MR 12 (node)", {
      labelStyles: ["no {style}", "MR {n} ({repo})"],
    }));
  test("is bare for the repository whose numbers are bare here", () => {
    const here = { "pull-1": "iog/node/pull/1" };
    check("iog/node/pull/12", "pull-12", { here });
    check("iog/lib/pull/12", "lib-pull-12", { here });
  });
});

describe("the label", () => {
  test("is the one the target has", () =>
    check("iog/node/pull/12", "my work", {
      here: { "my work": "IOG/Node/pull/12" },
    }));
  test("is not that of another part of its page", () =>
    check("iog/node/pull/12#issuecomment-1", "iog/node#12", {
      here: {
        "node-pull-12": "iog/node/pull/12",
        "node#12": "iog/node/pull/12",
      },
    }));
  test("is no other target's", () =>
    check("iog/node", "iog/node", { here: { Node: "fork/node" } }));
  test("is numbered as a last resort", () =>
    check("https://a.example", "a.example-3", {
      here: { "a.example": "x/y", "A.example-2": "x/z" },
    }));
});
