import { describe, expect, test } from "vitest";
import { parse } from "../../server/src/markdown/parse.js";
import type {
  RepositoryContent,
  RepositoryName,
} from "../../server/src/targets/target.js";
import { parseUrl } from "../../server/src/targets/url.js";
import { factsOf } from "../../server/src/workspace/facts.js";
import { defaultSettings } from "../../server/src/workspace/settings.js";
import { defines, uriOf, workspaceOf } from "./posts.js";

const hosts = ["github.com"];
const at = (path: string) =>
  parseUrl(`https://github.com/${path}`, hosts) as RepositoryContent;
const full = ({ owner, repo }: RepositoryName) => `${owner}/${repo}`;
const facts = (name: string, text: string) =>
  factsOf(uriOf(name), parse(text), hosts);

describe("definitions", () => {
  const { index, post } = workspaceOf({
    "a.md": defines({ Node: "iog/node", own: "iog/own" }),
    "b.md": defines({ node: "iog/node", "node-pull-1": "iog/node/pull/1" }),
    "c.md": defines({ node: "fork/node" }),
    "d.md": defines({ node: "fork/node" }),
    "e.md": defines({ node: "FORK/node" }),
  });

  test("of a label: those of the other posts, the target of most posts first", () => {
    const { knowledge } = post("a.md");
    expect(
      knowledge
        .definitionsOf("NODE")
        .map(({ uri, destination }) => [
          uri.slice(-4),
          destination.slice("https://github.com/".length),
        ]),
    ).toEqual([
      ["c.md", "fork/node"],
      ["d.md", "fork/node"],
      ["e.md", "FORK/node"],
      ["b.md", "iog/node"],
    ]);
    expect(knowledge.definitionsOf("OWN")).toEqual([]);
    expect(knowledge.definitionsOf("__PROTO__")).toEqual([]);
  });

  test("one for each label and target", () => {
    const labels = [...post("a.md").knowledge.definitions()];
    expect(labels.map(({ label, uri }) => `${label} ${uri.slice(-4)}`)).toEqual(
      ["node c.md", "node b.md", "node-pull-1 b.md"],
    );
  });

  test("in all posts", () => {
    const uris = index.definitionsByKey("NODE").map(({ uri }) => uri.slice(-4));
    expect(uris).toEqual(["c.md", "d.md", "e.md", "a.md", "b.md"]);
  });
});

describe("uses of a target", () => {
  const { index } = workspaceOf({
    "a.md": `[[x]]\n\n${defines({ x: "iog/node/pull/1" })}`,
    "b.md": "https://github.com/IOG/node/issues/1#issuecomment-2",
    "c.md": defines({
      y: "iog/node/pull/2",
      z: "iog/node/commit/4df3c5d956f1b062b950643da12768ae71acf245",
      w: "iog/node/commit/4df3000",
    }),
  });

  test("in all posts, under either address of a number", () => {
    expect(
      index
        .usesOf(at("iog/node/pull/1"))
        .map(({ uri, form }) => `${uri.slice(-4)} ${form}`),
    ).toEqual(["a.md reference", "a.md definition", "b.md link"]);
  });

  test("of a commit by its abbreviation", () => {
    const uses = index.usesOf(at("iog/node/commit/4df3c5d"));
    expect(uses.map(({ key }) => key)).toEqual(["Z"]);
  });

  test("none", () => {
    expect(index.usesOf(at("iog/other"))).toEqual([]);
  });
});

describe("repositories", () => {
  const { post } = workspaceOf(
    {
      "a.md": defines({ "lib-pull-1": "me/lib/pull/1" }),
      "b.md": defines({ node: "iog/node", "on#7": "iog/ouroboros/pull/7" }),
      "c.md": defines({ n: "iog/node/issues/1", lib: "iog/lib" }),
      "d.md": "https://github.com/iog/lib/pull/2 https://github.com/iog/lib",
    },
    { repositories: ["iog/set", "wild/*", "not a name", "iog/node"] },
  );
  const { knowledge } = post("a.md");

  test("this post's first, then by use, then the settings'", () => {
    expect(
      knowledge
        .repositories()
        .map((name) => [full(name), name.uses, name.configured]),
    ).toEqual([
      ["me/lib", 1, false],
      ["iog/lib", 3, false],
      ["iog/node", 2, true],
      ["iog/ouroboros", 1, false],
      ["iog/set", 0, true],
    ]);
  });

  test.each([
    ["LIB", ["me/lib", "iog/lib", "wild/LIB"]],
    ["set", ["iog/set", "wild/set"]],
    ["on", ["iog/ouroboros", "wild/on"]],
    ["new", ["wild/new"]],
  ])("named %s", (name, expected) => {
    expect(knowledge.repositoriesNamed(name).map(full)).toEqual(expected);
  });

  test("known by name: neither by alias nor by owner", () => {
    const names = ["Lib", "set", "on", "new", "constructor"];
    expect(names.filter(knowledge.knowsRepository)).toEqual(["Lib", "set"]);
  });
});

describe("bare numbers", () => {
  const post = (tag: string, pages: Record<string, string>) =>
    `---\ntags: [${tag}]\n---\n\n${defines(pages)}`;
  const { post: at } = workspaceOf({
    "mine.md": post("ledger", { "pull-9": "iog/mine/pull/9" }),
    "ledger.md": post("ledger", { "pull-3100": "iog/ledger/pull/3100" }),
    "new-ledger.md": post("ledger", {}),
    "net.md": post("net", {
      "pull-1": "iog/net/pull/1",
      "PR #5": "iog/net/pull/5",
      "issue-8": "iog/net/issues/8",
      "net-pull-99": "iog/net/pull/99",
    }),
  });

  test("are this post's repository's first, then its neighbours'", () => {
    const named = at("mine.md").knowledge.repositoriesForBareNumber();
    expect(named.map((name) => [full(name), name.here])).toEqual([
      ["iog/mine", 1],
      ["iog/ledger", 0],
      ["iog/net", 0],
    ]);
    expect(named[2]?.numbers).toEqual({ lowest: 1, highest: 99 });
  });

  test("are the team's in a post that has none yet", () => {
    const { knowledge } = at("new-ledger.md");
    expect(
      knowledge.repositoriesForBareNumber().map(full).slice(0, 2).sort(),
    ).toEqual(["iog/ledger", "iog/mine"]);
  });
});

test("whether a number is a pull request or an issue, and how such are written", () => {
  const { post } = workspaceOf({
    "a.md": defines({ "node#1": "iog/node/issues/1", x: "iog/node/pull/2" }),
    "b.md": defines({
      "node#3": "iog/node/issues/3",
      "#4": "iog/node/issues/4",
    }),
  });
  const { knowledge } = post("a.md");
  const name = { host: "github.com", owner: "IOG", repo: "node" };
  expect([1, 2, 5].map((n) => knowledge.kindOfNumber(name, n))).toEqual([
    "issue",
    "pull",
    undefined,
  ]);
  const styles = (path: string) =>
    knowledge.waysToName(at(path)).map(({ style }) => style);
  expect(styles("iog/node/issues/9")).toEqual(["{repo}#{n}", "#{n}"]);
  expect(styles("iog/node/pull/9")).toEqual(["{repo}#{n}", "#{n}"]);
  expect(styles("iog/node/commit/4df3c5d")).toEqual([]);
});

test("a post's newer facts count instead of those in the index", () => {
  const { index } = workspaceOf({
    "a.md": defines({ old: "iog/old", both: "iog/both" }),
    "b.md": defines({ both: "iog/both" }),
  });
  const now = facts("a.md", defines({ new: "iog/new", both: "iog/both" }));
  const names = index.knowledgeOf(uriOf("a.md"), now).repositories();
  expect(names.map((name) => [full(name), name.uses])).toEqual([
    ["iog/both", 2],
    ["iog/new", 1],
  ]);
});

test("settings can change without reading the posts again", () => {
  const { index } = workspaceOf({
    "a.md": defines({ "MR 1 (x)": "o/x/pull/1" }),
  });
  const { version } = index;
  const styles = () =>
    index.knowledgeOf(uriOf("b.md")).waysToName(at("o/x/pull/2"));
  expect(styles()).toEqual([]);
  index.configure({
    ...defaultSettings,
    labelStyles: ["MR {n} ({repo})"],
    repositories: ["set/it"],
  });
  expect(styles()).toEqual([{ style: "MR {n} ({repo})", alias: undefined }]);
  const { repositories } = index.knowledgeOf(uriOf("b.md"));
  expect(repositories().map(full)).toEqual(["o/x", "set/it"]);
  expect(index.version).toBeGreaterThan(version);
});

test("deleting what is not there changes nothing", () => {
  const { index } = workspaceOf({ "a.md": "" });
  const { version } = index;
  index.delete(uriOf("b.md"));
  expect(index.version).toBe(version);
  expect(index.post(uriOf("b.md"))).toBeUndefined();
});

/** Everything that can be asked, from a post that is in the index and one that is not. */
