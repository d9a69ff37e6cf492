import { describe, expect, test } from "vitest";
import { accept, complete, labels, root, team } from "./complete.js";
import type { Workspace } from "./context.js";
import { fakeGitHub } from "./fake-github.js";
import { issue, pull } from "./statuses.js";

describe("what GitHub finds", () => {
  const nameOf = "input-output-hk/cardano-node";
  const github = () =>
    fakeGitHub({
      searches: {
        [`${nameOf} `]: { items: [issue, pull], incomplete: true },
        [`${nameOf} 44`]: { items: [pull], incomplete: false },
        [`${nameOf} 45`]: { items: [issue], incomplete: false },
        [`${nameOf} remote trac`]: { items: [pull], incomplete: false },
      },
    });
  const check = async (
    typed: string,
    asked: string[],
    expected: string[],
    workspace: Workspace = team,
  ) => {
    const hub = github();
    const list = await complete(`[[${typed}$0`, { ...workspace, github: hub });
    expect(hub.asked).toEqual(asked.map((query) => `search ${query}`));
    expect(list?.items.map(({ label }) => label)).toEqual(expected);
    return list;
  };
  const everything = [
    "cardano-node-issue-4002",
    "cardano-node-pull-4001",
    "cardano-node-issue-4505",
    "cardano-node-pull-4489",
  ];

  test("by number", async () => {
    await check(
      "cardano-node-pull-44",
      [`${nameOf} 44`, `${nameOf} `],
      ["cardano-node-pull-4489", "cardano-node-pull-44"],
    );
  });
  test("by the very number, even if it is of the other kind", async () => {
    const hub = fakeGitHub({
      searches: {
        [`${nameOf} 4505`]: { items: [issue], incomplete: false },
      },
    });
    expect(
      await labels("[[cardano-node-pull-4505$0", { ...team, github: hub }),
    ).toEqual(["cardano-node-issue-4505"]);
  });
  test("with the state of what the posts know already", async () => {
    const hub = fakeGitHub({
      searches: {
        [`${nameOf} `]: {
          items: [{ ...pull, number: 4001, title: "Known" }],
          incomplete: false,
        },
      },
    });
    const list = await complete("[[cardano-node-pull-$0", {
      ...team,
      github: hub,
    });
    expect(list?.items.map(({ detail }) => detail)).toEqual([
      "input-output-hk/cardano-node#4001 · Merged · deepfire · Known",
    ]);
  });
  test("by words of the title", async () => {
    const list = await check(
      "cardano-node pull remote trac",
      [`${nameOf} remote trac`, `${nameOf} remote tra`, `${nameOf} `],
      ["cardano-node-pull-4489"],
    );
    expect(list?.isIncomplete).toBe(true);
    expect(list?.items[0]).toMatchObject({
      labelDetails: {
        detail:
          " Nix service: allow for connecting to remote tracing acceptors",
        description: "Merged · deepfire",
      },
      filterText: expect.stringMatching(/^cardano-node pull remote trac /),
    });
  });
  test("nothing typed yet but the repository", async () => {
    await check("cardano-node#", [`${nameOf} `], everything);
    await check("input-output-hk/cardano-node#", [`${nameOf} `], everything);
    await check(
      "cardano-node-issue-",
      [`${nameOf} `],
      ["cardano-node-issue-4002", "cardano-node-issue-4505"],
    );
    await check(
      "cardano-node pr ",
      [`${nameOf} `],
      ["cardano-node-pull-4001", "cardano-node-pull-4489"],
    );
  });
  test("has its place beside all that the posts know", async () => {
    const others = {
      "a.md": Array.from(
        { length: 150 },
        (_, n) => `[cardano-node-pull-${3000 + n}]: ${root}/pull/${3000 + n}`,
      ).join("\n"),
    };
    const list = await complete("[[cardano-node-pull-$0", {
      others,
      github: github(),
    });
    expect(list?.items).toHaveLength(100);
    expect(list?.items.at(-1)?.label).toBe("cardano-node-pull-4489");
  });
  test("of the repository that bare numbers mean", async () => {
    const bare = {
      others: {
        "a.md": `[[pull-4480]]\n\n[pull-4480]: ${root}/pull/4480`,
      },
    };
    await check(
      "#",
      [`${nameOf} `],
      ["pull-4480", "issue-4505", "pull-4489"],
      bare,
    );
    await check("pull-", [`${nameOf} `], ["pull-4480", "pull-4489"], bare);
    await check("PR #", [`${nameOf} `], ["pull-4480", "pull-4489"], bare);
  });
  test("by its name where that is typed, though numbers are bare here", async () => {
    const others = { "a.md": `[pull-1]: ${root}/pull/1\n` };
    const asked = [`${nameOf} 44`, `${nameOf} `];
    await check("pull-44", asked, ["pull-4489", "pull-44"], { others });
    await check(
      "cardano-node-pull-44",
      asked,
      ["cardano-node-pull-4489", "cardano-node-pull-44"],
      { others },
    );
  });
  test("besides what the posts know, which needs no network", async () => {
    const off = {
      ...team,
      github: fakeGitHub({ account: { state: "disabled" } }),
    };
    expect(await labels("[[cardano-node#40$0", off)).toEqual([
      "cardano-node-issue-4002",
      "cardano-node-pull-4001",
      "cardano-node-pull-40",
    ]);
  });
  test("what is in the cache is found by the words of its title", async () => {
    const github = fakeGitHub({ cached: { [`${root}/pull/4489`]: pull } });
    expect(
      await labels(`[[remote trac$0]]\n\n[cn-4489]: ${root}/pull/4489`, {
        github,
      }),
    ).toEqual(["cn-4489"]);
  });
  test("of no repository that no post names", async () => {
    await check("linux#", [], []);
    await check("torvalds/linux#12", [], ["linux-pull-12"]);
    await check("some words", [], []);
  });

  test("accepting one adds its definition", async () => {
    expect(
      await accept(
        `- Done: [[cardano-node#44$0]]\n\n[cardano-node]: ${root}\n`,
        "cardano-node-pull-4489",
        { ...team, replace: true, github: github() },
      ),
    ).toBe(
      `- Done: [[cardano-node-pull-4489$0]]

[cardano-node]: ${root}
[cardano-node-pull-4489]: ${root}/pull/4489
`,
    );
  });

  test("a slow GitHub keeps nobody waiting", async () => {
    const silent = fakeGitHub({ silent: true });
    const list = await complete("[[cardano-node-pull-$0", {
      ...team,
      github: silent,
    });
    expect(list?.items.map(({ label }) => label)).toEqual([
      "cardano-node-pull-4001",
    ]);
    expect(list?.isIncomplete).toBe(true);
  });
  test("until the answer is there, that of a character ago serves", async () => {
    const hub = fakeGitHub({
      searches: { [`${nameOf} `]: { items: [issue, pull], incomplete: true } },
      slow: [`${nameOf} 448`],
    });
    const list = await complete("[[cardano-node#448$0", {
      ...team,
      github: hub,
    });
    expect(list?.items.map(({ label }) => label)).toEqual([
      "cardano-node-pull-4489",
      "cardano-node-pull-448",
    ]);
  });
  test.each([
    { reason: "offline", detail: "ECONNREFUSED" },
    { reason: "rate-limited", until: 0 },
    { reason: "unauthorized" },
  ] as const)("$reason: what the posts know", async (failure) => {
    const hub = fakeGitHub({
      searches: {
        [`${nameOf} 400`]: failure,

        [`${nameOf} `]: failure,
      },
    });
    expect(
      await labels("[[cardano-node-pull-400$0", { ...team, github: hub }),
    ).toEqual(["cardano-node-pull-4001", "cardano-node-pull-400"]);
  });
  test("a number that is not looked up can be written all the same", async () => {
    const off = fakeGitHub({ account: { state: "disabled" } });
    const workspace = { ...team, github: off };
    const list = await complete("[[cardano-node-pull-4489$0", workspace);
    expect(off.asked).toEqual([]);
    expect(list?.items[0]).toMatchObject({
      label: "cardano-node-pull-4489",
      labelDetails: { description: "not looked up" },
    });
    expect(
      await accept(
        "See [[cardano-node-pull-4489$0\n",
        "cardano-node-pull-4489",
        workspace,
      ),
    ).toBe(
      `See [[cardano-node-pull-4489]]$0\n\n[cardano-node-pull-4489]: ${root}/pull/4489\n`,
    );
  });
  test("hostile titles are plain text", async () => {
    const hub = fakeGitHub({
      searches: {
        [`${nameOf} `]: {
          items: [{ ...pull, title: `a\u202Eb\n${"x".repeat(10_000)}` }],
          incomplete: false,
        },
      },
    });
    const list = await complete("[[cardano-node#$0", { ...team, github: hub });
    expect(list?.items.at(-1)?.labelDetails?.detail).toBe(
      ` ab ${"x".repeat(76)}…`,
    );
  });
});
