import { describe, expect, test } from "vitest";
import { candidatesFor } from "../../server/src/workspace/candidates.js";
import type { Settings } from "../../server/src/workspace/settings.js";
import { defines, workspaceOf } from "./posts.js";

/** What `label` may mean in `here`, likeliest first; `!` after what is certain. */
function check(
  label: string,
  expected: readonly string[],
  {
    here = {},
    others = [],
    ...settings
  }: {
    readonly here?: Readonly<Record<string, string>>;
    readonly others?: readonly Readonly<Record<string, string>>[];
  } & Partial<Settings> = {},
) {
  const posts = others.map(
    (pages, index) => [`other-${index}.md`, defines(pages)] as const,
  );
  const { post } = workspaceOf(
    { "here.md": defines(here), ...Object.fromEntries(posts) },
    settings,
  );
  expect(
    candidatesFor(label, post("here.md")).map(
      ({ destination, certain }) =>
        destination.replace("https://github.com/", "") + (certain ? "!" : ""),
    ),
  ).toEqual(expected);
}

const node = { node: "iog/node" };

describe("a label that other posts define", () => {
  test("means what they say, to the letter", () =>
    check("X-1", ["iog/node/pull/1#issuecomment-2!"], {
      others: [{ "x-1": "iog/node/pull/1#issuecomment-2" }],
    }));
  test("is uncertain where they disagree: most used first", () =>
    check("x", ["iog/b", "iog/a"], {
      others: [{ x: "iog/a" }, { x: "iog/b" }, { x: "iog/b" }],
    }));
  test("is uncertain where it reads as something else", () =>
    check("node-pull-1", ["iog/other/pull/1", "iog/node/pull/1"], {
      others: [{ "node-pull-1": "iog/other/pull/1", ...node }],
    }));
  test("is not confused by the other address of the same number", () =>
    check("node-pull-1", ["iog/node/issues/1!"], {
      others: [{ "node-pull-1": "iog/node/issues/1" }],
    }));
});

describe("a label that names a repository which posts know", () => {
  test.each([
    ["node", "iog/node!"],
    ["Node-Pull-12", "iog/node/pull/12!"],
    ["node-issue-12", "iog/node/issues/12!"],
    ["node-commit-4df3c5d", "iog/node/commit/4df3c5d!"],
    ["node-commit-d40f4d", "iog/node/commit/d40f4d!"],
    ["node#12", "iog/node/pull/12!"],
    ["IOG/node#12", "iog/node/pull/12!"],
    ["node-12", "iog/node/pull/12!"],
    ["node-main", "iog/node/tree/main"],
    ["node-release-1.35.4", "iog/node/releases/tag/1.35.4"],
  ])("%s", (label, destination) => {
    check(label, [destination], { here: node });
    check(label, [destination], { others: [node] });
    check(label, [destination], { repositories: ["iog/node"] });
  });

  test("of two owners is uncertain, this post's first", () =>
    check("node-pull-1", ["me/node/pull/1", "iog/node/pull/1"], {
      here: { x: "me/node" },
      others: [node, node],
    }));
  test("is certain where the label says which of the two", () =>
    check("me/node#1", ["me/node/pull/1!"], {
      others: [node, { x: "me/node" }],
    }));
  test("is read as far as repositories are known: hyphens", () => {
    check("plutus-apps-pull-3", ["iog/plutus-apps/pull/3!"], {
      others: [{ a: "iog/plutus-apps" }],
    });
    check("plutus-apps-pull-3", ["iog/plutus-apps-pull-3!"], {
      others: [{ a: "iog/plutus-apps-pull-3" }],
    });
    check(
      "plutus-apps-pull-3",
      ["iog/plutus-apps/pull/3!", "iog/plutus/tree/apps-pull-3"],
      { others: [{ a: "iog/plutus-apps", b: "iog/plutus" }] },
    );
  });
  test("by an alias that posts use", () =>
    check("on#12", ["iog/ouroboros-network/pull/12!"], {
      others: [{ "on#4067": "iog/ouroboros-network/pull/4067" }],
    }));
});

describe("what nothing is known of", () => {
  test("means nothing", () => {
    for (const label of [
      "node",
      "node-pull-1",
      "pull-1",
      "sic",
      "",
      "__proto__",
    ]) {
      check(label, []);
    }
  });
  test("means what an owner's setting allows, uncertainly", () => {
    const repositories = ["iog/*"];
    check(
      "node-pull-1",
      ["iog/node/pull/1", "iog/node-pull/pull/1", "iog/node-pull-1"],
      { repositories },
    );
    check("node", ["iog/node"], { repositories });
  });
  test("means what the label says in full, uncertainly", () =>
    check("some/one#7", ["some/one/pull/7"]));
  test("on a configured host", () =>
    check("some/one#7", ["https://ghe.example.org/some/one/pull/7"], {
      github: { enabled: true, hosts: ["ghe.example.org", "github.com"] },
    }));
});

describe("a number that may be a pull request or an issue", () => {
  test("is what posts link it as", () =>
    check("node#3", ["iog/node/issues/3!"], {
      others: [{ bug: "iog/node/issues/3" }],
    }));
  test("is what posts use such a label for", () =>
    check("node#3", ["iog/node/issues/3!"], {
      others: [
        { "node#1": "iog/node/issues/1", "node#2": "iog/node/issues/2" },
      ],
    }));
});

describe("a bare number", () => {
  const ledger = {
    "pull-3100": "iog/ledger/pull/3100",
    "pull-3120": "iog/ledger/pull/3120",
  };
  test("is of the repository that this post's are of", () =>
    check("pull-3111", ["iog/ledger/pull/3111!"], { here: ledger }));
  test("is uncertain on the evidence of one", () =>
    check("pull-3111", ["iog/ledger/pull/3111"], {
      here: { "pull-3100": "iog/ledger/pull/3100" },
    }));
  test("is uncertain far from the others", () =>
    check("pull-20", ["iog/ledger/pull/20"], { here: ledger }));
  test("is rather of the repository whose numbers are of its size", () =>
    check("pull-20", ["iog/spec/pull/20", "iog/ledger/pull/20"], {
      here: ledger,
      others: [{ "pull-16": "iog/spec/pull/16" }],
    }));
  test("is uncertain where this post has two repositories", () =>
    check("pull-3111", ["iog/ledger/pull/3111", "iog/net/pull/3111"], {
      here: { ...ledger, "pull-3000": "iog/net/pull/3000" },
    }));
  test("is uncertain where another post defines it as something else", () =>
    check("pull-3111", ["iog/ledger/pull/3111", "iog/net/pull/3111"], {
      here: ledger,
      others: [{ "pull-3111": "iog/net/pull/3111" }],
    }));
  test("is guessed from the other posts, never for certain", () =>
    check("PR #3111", ["iog/ledger/pull/3111"], { others: [ledger] }));
});

test("a reason says where it comes from", () => {
  const { post } = workspaceOf(
    {
      "here.md": "",
      "a.md": defines({ x: "iog/node" }),
      "b.md": defines({ x: "iog/node" }),
    },
    { repositories: ["iog/set", "wild/*"] },
  );
  const reasons = (label: string) =>
    candidatesFor(label, post("here.md")).map(({ reason }) => reason);
  expect(reasons("x")[0]).toBe("as 2 other posts define it");
  expect(reasons("node-pull-1")[0]).toBe(
    "iog/node is named 2 times in the posts",
  );
  expect(reasons("set-pull-1")[0]).toBe("iog/set is in weeknotes.repositories");
  expect(reasons("new-pull-1")[0]).toBe("weeknotes.repositories has wild/*");
});
