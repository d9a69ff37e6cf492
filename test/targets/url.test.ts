import { describe, expect, test } from "vitest";
import type { Target } from "../../server/src/targets/target.js";
import { formatUrl, parseUrl } from "../../server/src/targets/url.js";

const node = { host: "github.com", owner: "octo", repo: "cat" } as const;
const pull = (suffix = "", number = 12) =>
  ({ kind: "pull", ...node, number, suffix }) as const;
const compare = (base: string | undefined, head: string, dots = "...") =>
  ({ kind: "compare", ...node, base, head, dots }) as Target;
const sha = "4df3c5d956f1b062b950643da12768ae71acf245";

const pages: readonly (readonly [string, Target])[] = [
  ["octo/cat", { kind: "repository", ...node }],
  ["octo/cat/", { kind: "repository", ...node }],
  ["octo/cat.git", { kind: "repository", ...node }],
  ["octo/cat#readme", { kind: "repository", ...node }],
  ["octo/cat?tab=readme-ov-file", { kind: "repository", ...node }],
  ["octo/haskell.nix", { kind: "repository", ...node, repo: "haskell.nix" }],
  ["octo/cat/pull/12", pull()],
  ["octo/cat/pull/12/", pull()],
  ["octo/cat/pull/12#", pull()],
  ["octo/cat/pull/12/files", pull("/files")],
  ["octo/cat/pull/12/commits", pull("/commits")],
  ["octo/cat/pull/12/checks?check_run_id=1", pull("/checks?check_run_id=1")],
  [
    "octo/cat/pull/12#issuecomment-1280947946",
    pull("#issuecomment-1280947946"),
  ],
  ["octo/cat/pull/12/files#r5", pull("/files#r5")],
  ["octo/cat/pull/12#discussion_r7", pull("#discussion_r7")],
  ["octo/cat/pull/12.diff", pull(".diff")],
  // One commit as the pull request shows it: the pull request is what has a state.
  [`octo/cat/pull/12/commits/${sha}`, pull(`/commits/${sha}`)],
  ["octo/cat/issues/3", { kind: "issue", ...node, number: 3, suffix: "" }],
  [
    "octo/cat/discussions/9#discussioncomment-1",
    { kind: "discussion", ...node, number: 9, suffix: "#discussioncomment-1" },
  ],
  [`octo/cat/commit/${sha}`, { kind: "commit", ...node, sha, suffix: "" }],
  [
    "octo/cat/commit/4DF3C5D",
    { kind: "commit", ...node, sha: "4df3c5d", suffix: "" },
  ],
  [
    "octo/cat/commit/d40f4d",
    { kind: "commit", ...node, sha: "d40f4d", suffix: "" },
  ],
  [
    "octo/cat/commit/4df3c5d.patch",
    { kind: "commit", ...node, sha: "4df3c5d", suffix: ".patch" },
  ],
  ["octo/cat/compare/zt", compare(undefined, "zt")],
  ["octo/cat/compare/v1.0...v1.1", compare("v1.0", "v1.1")],
  ["octo/cat/compare/v1.0..v1.1?w=1", compare("v1.0", "v1.1", "..")],
  [
    "octo/cat/compare/main...other:feature/x",
    compare("main", "other:feature/x"),
  ],
  ["octo/cat/tree/main", { kind: "branch", ...node, ref: "main" }],
  [
    "octo/cat/tree/jd/feature%231",
    { kind: "branch", ...node, ref: "jd/feature#1" },
  ],
  [
    "octo/cat/blob/main/a%20b.md?plain=1#L2",
    { kind: "file", ...node, refAndPath: "main/a b.md", suffix: "?plain=1#L2" },
  ],
  ["octo/cat/releases/tag/1.35.4", { kind: "release", ...node, tag: "1.35.4" }],
  [
    "octo/cat/releases/tag/lib%2Fv1%2B2",
    { kind: "release", ...node, tag: "lib/v1+2" },
  ],
  ["octo", { kind: "user", host: "github.com", login: "octo" }],
  [
    "octo/?tab=repositories",
    { kind: "user", host: "github.com", login: "octo" },
  ],
  ["orgs/octo", { kind: "user", host: "github.com", login: "octo" }],
  [
    "orgs/octo/projects/60/views/3",
    {
      kind: "project",
      host: "github.com",
      scope: "orgs/octo",
      number: 60,
      suffix: "/views/3",
    },
  ],
  [
    "users/octo/projects/1",
    {
      kind: "project",
      host: "github.com",
      scope: "users/octo",
      number: 1,
      suffix: "",
    },
  ],
  [
    "octo/cat/projects/4",
    {
      kind: "project",
      host: "github.com",
      scope: "octo/cat",
      number: 4,
      suffix: "",
    },
  ],
];

describe("pages of GitHub", () => {
  test.each(pages)("%s", (path, target) => {
    expect(parseUrl(`https://github.com/${path}`, ["github.com"])).toEqual(
      target,
    );
  });
});

describe("one page, written in other ways", () => {
  test.each([
    "http://github.com/octo/cat/pull/12",
    "https://www.github.com/octo/cat/pull/12",
    "HTTPS://GitHub.COM/octo/cat/pull/12",
  ])("%s", (url) => {
    expect(parseUrl(url, ["github.com"])).toEqual(pull());
  });
});

describe("plain URLs", () => {
  test.each([
    "",
    "pull/12",
    "#anchor",
    "github.com/octo/cat",
    "mailto:octo@github.com",
    "https://",
    "https://github.com",
    "https://github.com/",
    "https://github.com/features",
    "https://github.com/features/actions",
    "https://github.com/settings/tokens",
    "https://github.com/marketplace",
    "https://github.com/notifications",
    "https://github.com/orgs/octo/people",
    "https://github.com/octo/..",
    "https://github.com/octo/cat/pulls",
    "https://github.com/octo/cat/pulls/12",
    "https://github.com/octo/cat/issue/12",
    "https://github.com/octo/cat/pull/0",
    "https://github.com/octo/cat/pull/12a",
    "https://github.com/octo/cat/pull/99999999999",
    "https://github.com/octo/cat/commit/main",
    "https://github.com/octo/cat/tree",
    "https://github.com/octo/cat/tree/%E0%A4%A",
    "https://github.com/octo/cat/tree/../x",
    "https://github.com/octo/cat/blob/main",
    "https://github.com/octo/cat/compare/a...",
    "https://github.com/octo/cat/releases/latest",
    "https://github.com/octo/cat/wiki/Home",
    "https://github.com/octo cat/x",
    "https://octo.github.io/cat",
    "https://github.com.evil.example/octo/cat",
    "https://octo@github.com/octo/cat",
    "https://ghe.example.org/octo/cat",
    "https://hackage.haskell.org/package/x",
  ])("%s", (url) => {
    expect(parseUrl(url, ["github.com"])).toEqual({ kind: "url", url });
  });
});

test("a configured host is GitHub's", () => {
  const url = "https://GHE.example.org/octo/cat/pull/12";
  const target = { ...pull(), host: "ghe.example.org" };
  expect(parseUrl(url, ["github.com", "ghe.Example.org"])).toEqual(target);
  expect(formatUrl(target)).toBe("https://ghe.example.org/octo/cat/pull/12");
});

test("a URL can stand in a definition: nothing in it ends a destination", () => {
  const ref = "a (b) <c> [d]\te";
  expect(formatUrl({ kind: "branch", ...node, ref })).toBe(
    "https://github.com/octo/cat/tree/a%20%28b%29%20%3Cc%3E%20%5Bd%5D%09e",
  );
});

test("half a surrogate pair is written as the replacement character", () => {
  expect(formatUrl({ kind: "branch", ...node, ref: "\uD83C" })).toBe(
    "https://github.com/octo/cat/tree/%EF%BF%BD",
  );
});
