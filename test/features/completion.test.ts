import { describe, expect, test } from "vitest";
import {
  completion,
  resolveCompletion,
} from "../../server/src/features/completion.js";
import { complete, labels, root, team } from "./complete.js";
import { open, type Workspace } from "./context.js";
import { fakeGitHub } from "./fake-github.js";
import { pull } from "./statuses.js";

describe("what is offered, and in which order", () => {
  const check = async (
    fixture: string,
    expected: string[] | undefined,
    workspace: Workspace = team,
  ) => expect(await labels(fixture, workspace)).toEqual(expected);

  test("labels without use, then those nearest, then other posts' and repositories", async () => {
    await check(
      `[[near]] [[$0]] and [[far]]

[far]: https://example.org/far
[near]: https://example.org/near
[unused]: https://example.org/unused
[unused-2]: https://example.org/unused-2
`,
      [
        "unused",
        "unused-2",
        "near",
        "far",
        "cardano-node",
        "cardano-node-issue-4002",
        "cardano-node-pull-4001",
        "ouroboros-network",
      ],
      {
        ...team,
        settings: { repositories: ["input-output-hk/ouroboros-network"] },
      },
    );
  });
  test("what the team wrote lately before what others write more", async () => {
    const post = (tag: string, label: string) =>
      `---\ntags: [${tag}]\n---\n\n[${label}]: ${root}/pull/${label.slice(-1)}\n`;
    const others = {
      "2022-10-18-sre.md": post("sre", "node-pull-1"),
      "2022-10-19-sre.md": post("sre", "node-pull-1"),
      "2022-08-01-net.md": post("net", "node-pull-2"),
      "2022-10-01-net.md": post("net", "node-pull-3"),
    };
    const here = "---\ntags: [net]\n---\n\n[[node-pull$0";
    expect((await labels(here, { others }))?.slice(0, 3)).toEqual([
      "node-pull-3",
      "node-pull-2",
      "node-pull-1",
    ]);
  });
  test("one label for each thing: this post's own", async () => {
    await check(
      `[[$0]]\n\n[cn]: ${root}\n[CARDANO-NODE-PULL-4001]: ${root}/pull/1`,
      ["cn", "CARDANO-NODE-PULL-4001", "cardano-node-issue-4002"],
    );
  });
  test("the same label of two posts, for each thing it means", async () => {
    const list = await complete("[[$0]]", {
      others: {
        "a.md": "[pull-1]: https://github.com/o/a/pull/1",
        "b.md": "[pull-1]: https://github.com/o/b/pull/1",
      },
    });
    expect(
      list?.items
        .filter(({ label }) => label === "pull-1")
        .map(({ detail }) => detail),
    ).toEqual(["o/a#1", "o/b#1"]);
  });
  test("nothing that does not have the typed letters", async () => {
    await check("[[c-n-4$0", [
      "cardano-node-issue-4002",
      "cardano-node-pull-4001",
    ]);
    await check("[[xyz$0", []);
  });
  test("no label that would be text here", async () => {
    const others = {
      "a.md": "[a|b]: https://example.org/1\n[a{b]: https://example.org/2",
    };
    await check("[[$0", ["a|b", "a{b"], { others });
    await check("| x |\n|---|\n| [[$0 |", ["a{b"], { others });
    await check("[[$0", ["a|b"], { others, name: "a.mdx" });
  });
  test("no label that would break a link", async () => {
    await check("[[[BUGFIX] Fix it](https://example.org) and [[$0", [], {
      others: { "a.md": "[bugfix]: https://example.org" },
    });
  });
  test("at most 100, and the rest with the next character", async () => {
    const many = Array.from(
      { length: 300 },
      (_, n) => `[label-${n}]: https://example.org/${n}`,
    ).join("\n");
    const first = await complete(`[[$0\n\n${many}`);
    expect(first?.items).toHaveLength(100);
    expect(first?.isIncomplete).toBe(true);
    const next = await complete(`[[299$0\n\n${many}`);
    expect(next?.items.map(({ label }) => label)).toEqual(["label-299"]);
    expect(next?.isIncomplete).toBe(false);
  });
});

describe("an item's documentation", () => {
  test("is the card, asked for when the item is looked at", async () => {
    const pullUrl = `${root}/pull/4001`;
    const hub = fakeGitHub({
      answers: { [pullUrl]: { ...pull, number: 4001 } },
    });
    const { context, position, signal } = open("[[4001$0", {
      ...team,
      github: hub,
    });
    const list = await completion(context, position, signal);
    const item = list?.items[0];
    expect(hub.asked).toEqual([]);
    if (!item) throw new Error("no item");
    const resolved = await resolveCompletion(context, item, signal);
    expect(resolved).toMatchObject({
      ...item,
      documentation: {
        kind: "markdown",
        value: expect.stringMatching(
          /^✓ \*\*Merged\*\* · \[input-output-hk\/cardano-node#4001\]/,
        ),
      },
    });
  });
  test("an item of someone else's stays as it is", async () => {
    const { context, signal } = open("$0");
    for (const data of [undefined, null, 3, {}, { uri: 1, destination: 2 }]) {
      const item = { label: "x", data };
      expect(await resolveCompletion(context, item, signal)).toEqual(item);
    }
  });
});

test("beside the editor's own Markdown support, its labels are not offered twice", async () => {
  const text = (typed: string) => `${typed}$0\n\n[own]: https://example.org/\n`;
  const beside = { ...team, client: { editorMarkdown: true } };
  for (const typed of ["[", "[text]["]) {
    expect(await labels(text(typed))).toContain("own");
    expect(await labels(text(typed), beside)).not.toContain("own");
    expect(await labels(text(typed), beside)).toContain("cardano-node");
  }
  expect(await labels(text("[["), beside)).toContain("own");
  expect(
    await labels(text("["), { ...beside, name: "2022-10-20.mdx" }),
  ).toContain("own");
});
