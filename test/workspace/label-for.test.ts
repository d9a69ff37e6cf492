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
  test("has the short name that this post gives the repository", () => {
    check("iog/cardano-haskell-packages/pull/1158", "chap#1158", {
      here: { "chap#1157": "iog/cardano-haskell-packages/pull/1157" },
    });
    check(
      "iog/cardano-haskell-packages/pull/1158",
      "cardano-haskell-packages#1158",
      {
        here: {
          "chap#1157": "iog/cardano-haskell-packages/pull/1156",
          "node#1": "iog/node/pull/1",
        },
      },
    );
  });
  test("is bare where all that the posts name is, whosever it is", () => {
    const here = { "pull-1": "iog/node/pull/1" };
    check("iog/node/pull/12", "pull-12", { here });
    check("iog/lib/pull/12", "pull-12", { here });
    check("iog/lib/issues/12", "issue-12", { here });
    check("iog/lib/pull/12", "pull-12", { other: here });
  });
  test("is bare for one repository where others are named", () => {
    const here = {
      "pull-1": "iog/node/pull/1",
      "pull-2": "iog/node/pull/2",
      "lib-pull-1": "iog/lib/pull/1",
    };
    check("iog/node/pull/12", "pull-12", { here });
    check("iog/lib/pull/12", "lib-pull-12", { here });
    check("iog/new/pull/12", "new-pull-12", { here });
  });
  test("names the repository where the bare label is another's", () =>
    check("iog/lib/pull/1", "lib-pull-1", {
      here: { "pull-1": "iog/node/pull/1" },
    }));
  test("of issues is that of pull requests in their words, where nothing is known of issues", () => {
    check("iog/node/issues/12", "issue #12", {
      here: { "PR #1": "iog/node/pull/1" },
    });
    check("iog/node/pull/12", "node-pull-12", {
      here: { "node-issue-1": "iog/node/issues/1" },
    });
    check("iog/node/pull/12", "node#12", {
      here: { "node#1": "iog/node/issues/1" },
    });
  });
  test("is a number alone where that is how posts name things", () =>
    check("iog/node/issues/12", "12", {
      here: { 1: "iog/node/issues/1", 2: "iog/node/issues/2" },
    }));
});

describe("the team's style", () => {
  const post = (front: string, pages: Readonly<Record<string, string>>) =>
    `---\n${front}\n---\n\n${defines(pages)}`;
  const { post: at } = workspaceOf({
    "2022-01-01-net.md": post("tags: [network]", {
      "ouroboros-network#4067": "iog/ouroboros-network/pull/4067",
      "node#12": "iog/node/pull/12",
    }),
    "2022-01-02-ledger.md": post("tags: [ledger]", {
      "pull-3138": "iog/ledger/pull/3138",
      "pull-3140": "iog/ledger/pull/3140",
    }),
    "2022-01-03-sre.md": post("authors: manveru", {
      "ouroboros-network-pull-4108": "iog/ouroboros-network/pull/4108",
      "tullia-pull-7": "iog/tullia/pull/7",
    }),
    "2022-01-04-leios.md": post("tags: [leios]", {
      "on#5336": "iog/ouroboros-network/issues/5336",
      "ol#776": "iog/ouroboros-leios/issues/776",
    }),
    "2022-02-01-net.md": post("tags: [network]", {}),
    "2022-02-02-ledger.md": post("tags: [ledger]", {}),
    "2022-02-03-sre.md": post("authors: manveru", {}),
    "2022-02-04-leios.md": post("tags: [leios]", {}),
    "2022-02-05-other.md": post("tags: [other]", {}),
  });
  test.each([
    ["2022-02-01-net.md", "ouroboros-network#4999"],
    ["2022-02-02-ledger.md", "pull-4999"],
    ["2022-02-03-sre.md", "ouroboros-network-pull-4999"],
    ["2022-02-04-leios.md", "on#4999"],
  ])("in %s: %s", (name, label) => {
    const url = "https://github.com/iog/ouroboros-network/pull/4999";
    expect(labelFor(parseUrl(url, ["github.com"]), at(name))).toBe(label);
  });
  test("is its folder's, else all posts', where nobody else has its author and tag", () => {
    const { post: at } = workspaceOf({
      "notes/2022-01-01.md": post("authors: a", {
        "node PR #1": "iog/node/pull/1",
      }),
      "blog/2022-01-02.md": post("authors: b", {
        "node-pull-2": "iog/node/pull/2",
        "node-pull-3": "iog/node/pull/3",
      }),
      "blog/2022-01-03.md": post("authors: c", {
        "node-pull-4": "iog/node/pull/4",
      }),
      "notes/2022-02-01.md": post("authors: new\ntags: [new]", {}),
      "blog/2022-02-01.md": post("authors: new", {}),
      "other/2022-02-01.md": post("authors: newest", {}),
      "other2/2022-02-01.md": post("authors: nobody", {}),
      "notes/2022-02-02.md": post("authors: newest", {
        "node#5": "iog/node/pull/5",
      }),
    });
    const url = "https://github.com/iog/node/pull/4999";
    const label = (name: string) =>
      labelFor(parseUrl(url, ["github.com"]), at(name));
    expect(label("notes/2022-02-01.md")).toBe("node PR #4999");
    expect(label("blog/2022-02-01.md")).toBe("node-pull-4999");
    expect(label("other/2022-02-01.md")).toBe("node#4999");
    expect(label("other2/2022-02-01.md")).toBe("node-pull-4999");
    expect(label("notes/2022-02-02.md")).toBe("node#4999");
  });
  test("that other teams use is no alias here", () => {
    const url = "https://github.com/iog/ouroboros-network/pull/4999";
    const label = labelFor(
      parseUrl(url, ["github.com"]),
      at("2022-02-05-other.md"),
    );
    expect(label).toMatch(/^ouroboros-network/);
  });
  test("changes with its latest posts", () => {
    const old = { "node-pull-1": "iog/node/pull/1" };
    const many = Array.from(
      { length: 20 },
      (_, day) => [`2021-01-${day + 10}.md`, post("tags: [t]", old)] as const,
    );
    const { post: at } = workspaceOf({
      ...Object.fromEntries(many),
      ...Object.fromEntries(
        ["01", "02", "03", "04", "05", "06"].map((day) => [
          `2022-01-${day}.md`,
          post("tags: [t]", { "node#1": "iog/node/pull/1" }),
        ]),
      ),
      "2022-02-01.md": post("tags: [t]", {}),
      "2021-02-01.md": post("tags: [t]", {}),
    });
    const url = "https://github.com/iog/node/pull/7";
    const label = (name: string) =>
      labelFor(parseUrl(url, ["github.com"]), at(name));
    expect(label("2022-02-01.md")).toBe("node#7");
    expect(label("2021-02-01.md")).toBe("node-pull-7");
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
