import { describe, expect, test } from "vitest";
import {
  builtInStyles,
  formatLabel,
  type LabelReading,
  readLabel,
  styleProblem,
  stylesWith,
} from "../../server/src/targets/label-styles.js";
import { parseUrl } from "../../server/src/targets/url.js";

/** A reading in short: `pull owner/repo 12`, with `-` for what the label leaves out. */
function short({ kind, owner, repo, number, sha, ref }: LabelReading): string {
  const name = [owner, repo ?? "-"].filter(Boolean).join("/");
  return [kind, name, number ?? sha ?? ref].filter(Boolean).join(" ");
}

describe("the first reading of a label", () => {
  test.each([
    ["cardano-node", "repository cardano-node"],
    ["haskell.nix", "repository haskell.nix"],
    ["cardano-node-pull-4489", "pull cardano-node 4489"],
    ["Cardano-Node-PULL-4489", "pull Cardano-Node 4489"],
    ["cardano-node-pr-4489", "pull cardano-node 4489"],
    ["cardano-node-issue-7", "issue cardano-node 7"],
    ["cardano-node-discussion-7", "discussion cardano-node 7"],
    ["tullia-commit-4df3c5d", "commit tullia 4df3c5d"],
    ["ci-world-commit-d40f4d", "commit ci-world d40f4d"],
    ["pull-12", "pull - 12"],
    ["pr-12", "pull - 12"],
    ["PR #12", "pull - 12"],
    ["pr  #12", "pull - 12"],
    ["Pull #12", "pull - 12"],
    ["pull request #12", "pull - 12"],
    ["issue-12", "issue - 12"],
    ["Issue #3963", "issue - 3963"],
    ["#12", "issue-or-pull - 12"],
    ["\\#12", "issue-or-pull - 12"],
    ["node#12", "issue-or-pull node 12"],
    ["IOG/node#12", "issue-or-pull IOG/node 12"],
    ["IOG/node", "repository IOG/node"],
    ["node-12", "issue-or-pull node 12"],
    ["cardano\\_node-pull-1", "pull cardano_node 1"],
    ["4df3c5d", "commit - 4df3c5d"],
    ["node@4df3c5d", "commit node 4df3c5d"],
    ["1.35.4", "release - 1.35.4"],
    ["cardano-node-release-1.35.4", "release cardano-node 1.35.4"],
    ["branch-jd/x", "branch - jd/x"],
  ])("%s", (label, first) => {
    expect(readLabel(label).map(short)[0] ?? "none").toBe(first);
  });
});

test("every plausible reading comes, and no other", () => {
  expect(readLabel("plutus-apps-pull-3").map(short)).toEqual([
    "pull plutus-apps 3",
    "issue-or-pull plutus-apps-pull 3",
    "repository plutus-apps-pull-3",
    "branch plutus apps-pull-3",
  ]);
  expect(readLabel("bitte-zt").map(short)).toEqual([
    "repository bitte-zt",
    "branch bitte zt",
  ]);
});

test.each(["deadbeef", "facade", "1234567"])("%s is no commit", (label) => {
  expect(readLabel(label).map(short)).toEqual([`repository ${label}`]);
});

test.each([
  "",
  " ",
  "a b c",
  "a[b]",
  "{repo}",
  "pull-0",
  "pull-012",
  "..",
  "🎉",
])("%j reads as nothing on GitHub", (label) => {
  const kinds = readLabel(label).map(({ kind }) => kind);
  expect(kinds.filter((kind) => !/repository|branch/.test(kind))).toEqual([]);
});

test("a word for a kind is no repository", () => {
  const repositories = ["pull-12", "PR#12", "issue-12", "commit-4df3c5d"]
    .flatMap((label) => readLabel(label))
    .filter(({ kind }) => kind !== "repository")
    .map(({ repo }) => repo);
  expect(new Set(repositories)).toEqual(new Set([undefined]));
});

describe("a target in a style", () => {
  const pull = "pull/4489#issuecomment-1";
  const commit = "commit/4df3c5d956f1b062b950643da12768ae71acf245";
  test.each([
    [pull, "{repo}-pull-{n}", "node-pull-4489"],
    [pull, "{owner}/{repo}#{number}", "IOG/node#4489"],
    [pull, "PR #{n}", "PR #4489"],
    [pull, "#{n}", "#4489"],
    [pull, "{repo}-{n}", "node-4489"],
    [pull, "{repo}-issue-{n}", undefined],
    [pull, "{repo}", undefined],
    [pull, "{repo}-commit-{sha}", undefined],
    ["issues/3", "{repo}#{n}", "node#3"],
    ["issues/3", "pull-{n}", undefined],
    [commit, "{repo}-commit-{sha}", "node-commit-4df3c5d"],
    ["", "{repo}", "node"],
    ["", "{owner}/{repo}", "IOG/node"],
    ["tree/jd/x", "{repo}-{branch}", "node-jd/x"],
    ["tree/a%5Bb%5D", "{repo}-{branch}", undefined],
    ["compare/zt", "{repo}-{branch}", "node-zt"],
    ["compare/a...zt", "{repo}-{branch}", undefined],
    ["releases/tag/1.35.4", "{repo} {tag}", "node 1.35.4"],
    ["releases/tag/nightly", "{repo} {tag}", undefined],
    [pull, "{what}", undefined],
  ])("%s in %s", (path, style, label) => {
    const url = `https://github.com/IOG/node/${path}`;
    expect(formatLabel(parseUrl(url, ["github.com"]), style)).toBe(label);
  });
});

describe("a style that is none", () => {
  test.each([
    ["", /says nothing/],
    ["pull", /says nothing/],
    ["{owner}-pull", /needs one of/],
    ["{owner}#{n}", /without \{repo\}/],
    ["{repo}-{what}", /\{what\}/],
    ["{repo", /brace/],
    ["{repo}}", /brace/],
    ["{repo}{n}", /between/],
    ["{repo}-{repo}", /twice/],
    ["{n}-{sha}", /two things/],
    ["[{repo}]", /bracket/],
    ["{repo}\n{n}", /line break/],
    ["{__proto__}", /__proto__/],
  ])("%j", (style, problem) => {
    expect(styleProblem(style)).toMatch(problem);
    expect(readLabel("pull-12", [style])).toEqual([]);
    expect(stylesWith([style])).toEqual(builtInStyles);
  });
});

test("built-in styles are valid and distinct", () => {
  expect(builtInStyles.map(styleProblem).filter(Boolean)).toEqual([]);
  expect(new Set(builtInStyles).size).toBe(builtInStyles.length);
});

test("a team's own style is read, and before the built-in ones like it", () => {
  const [first] = readLabel("MR 12 (node)", stylesWith(["MR {n} ({repo})"]));
  expect(first).toMatchObject({ repo: "node", number: 12 });
  const own = stylesWith(["bug {n} of {repo}"]);
  expect(readLabel("BUG 3 of node", own)[0]).toMatchObject({
    kind: "issue",
    repo: "node",
    number: 3,
  });
});
