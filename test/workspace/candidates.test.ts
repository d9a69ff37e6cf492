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
  test("is rather what another post of the team defines it as, and uncertain", () =>
    check("pull-3111", ["iog/net/pull/3111", "iog/ledger/pull/3111"], {
      here: ledger,
      others: [{ "pull-3111": "iog/net/pull/3111" }],
    }));
  test("is guessed from the other posts, never for certain", () =>
    check("PR #3111", ["iog/ledger/pull/3111"], { others: [ledger] }));
});

describe("a bare number that may be of several repositories", () => {
  const others = defines({
    "pull-4400": "iog/net/pull/4400",
    "pull-4410": "iog/net/pull/4410",
    "pull-4404": "iog/node/pull/4404",
    "pull-4405": "iog/node/pull/4405",
    "pull-4406": "iog/node/pull/4406",
    "pull-3100": "iog/ledger/pull/3100",
    "pull-3101": "iog/ledger/pull/3101",
    "pull-3102": "iog/ledger/pull/3102",
    "pull-7": "iog/sim/pull/7",
  });
  const first = (label: string, text: string, more = "") => {
    const texts = { "here.md": text, "others.md": others + more };
    const [best] = candidatesFor(label, workspaceOf(texts).post("here.md"));
    return best?.certain === false
      ? best.destination.replace("https://github.com/", "")
      : undefined;
  };
  const bareNet = "\n\n[pull-4391]: https://github.com/iog/net/pull/4391\n";

  test("is of this post's, or else of one with numbers of that size", () => {
    expect(first("pull-4401", `[[pull-4401]]${bareNet}`)).toBe(
      "iog/net/pull/4401",
    );
    expect(first("pull-3111", `[[pull-3111]]${bareNet}`)).toBe(
      "iog/ledger/pull/3111",
    );
    expect(first("pull-9", `[[pull-9]]${bareNet}`)).toBe("iog/sim/pull/9");
  });
  test("is rather beyond the few numbers that are known of one than the many of another", () => {
    const known = Array.from(
      { length: 30 },
      (_, index) => `- https://github.com/iog/lib/pull/${index + 1}\n`,
    ).join("");
    const { post } = workspaceOf({
      "here.md": `Fixed lib and types in [[pull-60]].${bareNet}`,
      "others.md": `${others}\n${known}- https://github.com/iog/types/pull/17\n`,
    });
    const order = candidatesFor("pull-60", post("here.md")).map(
      ({ destination }) => destination.replace("https://github.com/iog/", ""),
    );
    expect(order.filter((path) => /^(?:lib|types)/.test(path))).toEqual([
      "types/pull/60",
      "lib/pull/60",
    ]);
  });
  test("is of the repository that its paragraph names", () => {
    expect(
      first("pull-4401", `Fixed \`node\` in [[pull-4401]].${bareNet}`),
    ).toBe("iog/node/pull/4401");
    expect(
      first("pull-4401", `Fixed node-tests in [[pull-4401]].${bareNet}`),
    ).toBe("iog/net/pull/4401");
    expect(
      first("pull-4401", `- Fixed node.\n- And [[pull-4401]].${bareNet}`),
    ).toBe("iog/net/pull/4401");
  });
  test("is of the repository that its text names", () => {
    expect(first("pull-4401", `[node#4401][pull-4401]${bareNet}`)).toBe(
      "iog/node/pull/4401",
    );
    expect(first("pull-8", "[new/thing#8][pull-8]")).toBe("new/thing/pull/8");
    expect(first("the fix", `[PR 4401][the fix]${bareNet}`)).toBe(
      "iog/net/pull/4401",
    );
  });
  test("is the very number that the post or others name", () => {
    const link = "<https://github.com/iog/node/pull/4401>";
    expect(first("pull-4401", `[[pull-4401]] ${link}${bareNet}`)).toBe(
      "iog/node/pull/4401",
    );
    expect(first("pull-4401", `[[pull-4401]]${bareNet}`, `\n${link}\n`)).toBe(
      "iog/node/pull/4401",
    );
  });
});

describe("a short name", () => {
  const known = { a: "iog/ouroboros-network/pull/4", b: "iog/cardano-node" };
  test.each([
    ["on#12", ["iog/ouroboros-network/pull/12"]],
    ["network-12", ["iog/ouroboros-network/pull/12"]],
    ["node-issue-12", ["iog/cardano-node/issues/12"]],
    ["ode-issue-12", []],
    ["node", []],
  ])("%s may stand for a longer one", (label, expected) =>
    check(label, expected, { others: [known] }),
  );
  test("that a post gives a repository reads its numbers, uncertainly", () =>
    check("chap-12", ["iog/cardano-haskell-packages/pull/12"], {
      here: { chap: "iog/cardano-haskell-packages" },
    }));
  test("of a registry is uncertain: its numbers are not GitHub's", () =>
    check("CIP-1694", ["cf/CIPs/pull/1694"], {
      here: { "CIP-372": "cf/CIPs/pull/372", "CIP-374": "cf/CIPs/pull/374" },
    }));
});

test("a number alone is read where posts name things so", () => {
  check("12", [], { others: [{ "node-pull-11": "iog/node/pull/11" }] });
  check("12", ["iog/node/issues/12!"], {
    here: { 11: "iog/node/issues/11", 13: "iog/node/issues/13" },
  });
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
