import { describe, expect, test } from "vitest";
import {
  type CompletionItem,
  InsertReplaceEdit,
  InsertTextFormat,
} from "vscode-languageserver-types";
import {
  completion,
  resolveCompletion,
} from "../../server/src/features/completion.js";
import type { Document } from "../../server/src/markdown/document.js";
import { applyEdits } from "../../server/src/markdown/edits/apply.js";
import { open, type Workspace } from "./context.js";
import { fakeGitHub } from "./fake-github.js";
import { issue, pull } from "./statuses.js";

const root = "https://github.com/input-output-hk/cardano-node";
const teamPost = `[[cardano-node]] [[cardano-node-pull-4001]] [[cardano-node-issue-4002]]

[cardano-node]: ${root}
[cardano-node-issue-4002]: ${root}/issues/4002
[cardano-node-pull-4001]: ${root}/pull/4001
`;
const team = { others: { "2022-10-13.md": teamPost } };

async function complete(fixture: string, workspace?: Workspace) {
  const { context, position, signal } = open(fixture, workspace);
  return completion(context, position, signal);
}

async function labels(fixture: string, workspace?: Workspace) {
  const list = await complete(fixture, workspace);
  return list?.items.map(({ label }) => label);
}

/** The text after accepting an item, with `$0` where the cursor is then. */
async function accept(
  fixture: string,
  label: string,
  workspace: Workspace & { readonly replace?: boolean } = team,
): Promise<string> {
  const { context, document, position, signal } = open(fixture, workspace);
  const list = await completion(context, position, signal);
  const item = list?.items.find((one) => one.label === label);
  if (!item) return `no ${label} among ${list?.items.map((one) => one.label)}`;
  return apply(document, item, workspace.replace === true);
}

/** As an editor does it, and with the protocol's rule: additional edits keep away from the main one. */
function apply(
  document: Document,
  { textEdit, additionalTextEdits = [], insertTextFormat }: CompletionItem,
  replace: boolean,
): string {
  if (!textEdit) throw new Error("no edit");
  const range = InsertReplaceEdit.is(textEdit)
    ? replace
      ? textEdit.replace
      : textEdit.insert
    : textEdit.range;
  const main = document.lines.spanOf(range);
  for (const { range: added } of additionalTextEdits) {
    const { start, end } = document.lines.spanOf(added);
    if (start <= main.end && main.start <= end)
      throw new Error("the definition meets the label");
  }
  const { newText } = textEdit;
  const withCursor =
    insertTextFormat === InsertTextFormat.Snippet
      ? newText.replace(/\\([\\$}])/g, "$1")
      : `${newText}$0`;
  return applyEdits(document, [
    { range, newText: withCursor },
    ...additionalTextEdits,
  ]);
}

describe("where labels are completed", () => {
  const definitions = "\n\n[a-label]: https://example.org\n";
  const opens = async (fixture: string, name?: string) =>
    expect(
      await labels(fixture + definitions, name ? { name } : {}),
      fixture,
    ).toEqual(["a-label"]);
  const stays = async (fixture: string, name?: string) =>
    expect(
      await complete(fixture + definitions, name ? { name } : {}),
      fixture,
    ).toBeUndefined();

  test("after an opening bracket, closed or not", async () => {
    await opens("See [[$0");
    await opens("See [[$0]]");
    await opens("See [[a-l$0");
    await opens("See [[a-l$0 and more");
    await opens("See [$0");
    await opens("See [$0] and more");
    await opens("See [text][$0");
    await opens("See [text][$0]");
    await opens("[[$0");
    await opens("See \\[[$0");
  });
  test("in a label that is there", async () => {
    await opens("See [[a-l$0abel]].");
    await opens("See [text][a-l$0abel].");
    await opens("See [a-$0label][].");
  });
  test("in lists, quotes, tables, headings, emphasis, directives", async () => {
    await opens("- one\n  - two [[$0");
    await opens("- [ ] [[$0");
    await opens("> quote [[$0");
    await opens("| a | b |\n|---|---|\n| [[$0 | c |");
    await opens("# Heading [[$0");
    await opens("**bold [[$0**");
    await opens(":::note\n\nSee [[$0\n\n:::");
    await opens("text[^1]\n\n[^1]: note [[$0");
  });
  test("in MDX", async () => {
    await opens("<Note>\n\nSee [[$0\n\n</Note>", "a.mdx");
    await opens("See [[$0 and {1 + 1}", "a.mdx");
    await stays("See {[[$0]]}", "a.mdx");
  });
  test("not in plain text", async () => {
    await stays("See $0");
    await stays("See [[a-label]]$0");
    await stays("See [[a-label]$0]");
    await stays("[[\n$0");
  });
  test("not in code", async () => {
    await stays("`[[$0`");
    await stays("`a [$0] b`");
    await stays("```\n[[$0\n```");
    await stays("~~~\n[[$0");
    await stays("    [[$0");
    await stays("- a\n\n  ```\n  [[$0\n  ```");
  });
  test("not in comments, HTML, front matter", async () => {
    await stays("<!-- [[$0 -->");
    await stays("a <!-- [[$0 --> b");
    await stays("<div>\n[[$0\n</div>");
    await stays('<a href="[[$0">');
    await stays("---\ntags: [$0\n---");
  });
  test("not in destinations, the text of links, escapes, images, footnotes", async () => {
    await stays("[text](https://example.org/[$0)");
    await stays("[te$0xt](https://example.org)");
    await stays("[[te$0xt]](https://example.org)");
    await stays("[te$0xt][a-label]");
    await stays("\\[$0");
    await stays("![$0");
    await stays("text[^$0");
  });
  test("not in a definition", async () => {
    await stays("[a-l$0abel]: https://example.org");
  });
});

describe("accepting a label", () => {
  const check = async (
    fixture: string,
    label: string,
    expected: string,
    workspace?: Workspace & { readonly replace?: boolean },
  ) => expect(await accept(fixture, label, workspace)).toBe(expected);
  const own = "\n\n[cn]: https://github.com/input-output-hk/cardano-node\n";

  test("closes what is open", async () => {
    await check(`See [[$0${own}`, "cn", `See [[cn]]$0${own}`);
    await check(`See [[c$0 and${own}`, "cn", `See [[cn]]$0 and${own}`);
    await check(`See [$0${own}`, "cn", `See [cn]$0${own}`);
    await check(`See [text][$0${own}`, "cn", `See [text][cn]$0${own}`);
  });
  test("keeps the brackets that are there", async () => {
    await check(`See [[$0]]${own}`, "cn", `See [[cn$0]]${own}`);
    await check(`See [[c$0]]${own}`, "cn", `See [[cn$0]]${own}`);
    await check(`See [[c$0]${own}`, "cn", `See [[cn]$0]${own}`);
    await check(`See [c$0]${own}`, "cn", `See [cn$0]${own}`);
    await check(`See [text][$0]${own}`, "cn", `See [text][cn$0]${own}`);
    await check(`[[$0]][[cn]]${own}`, "cn", `[[cn$0]][[cn]]${own}`);
  });
  test("leaves a bracket alone that belongs to something else", async () => {
    await check(
      `(see [[c$0 and [this](https://example.org)${own}`,
      "cn",
      `(see [[cn]]$0 and [this](https://example.org)${own}`,
    );
    await check(`[[c$0 and so on]${own}`, "cn", `[[cn]]$0 and so on]${own}`);
  });
  test("replaces the label that is there, or inserts before what is left of it", async () => {
    const fixture = `See [[old-$0label]].${own}\n[old-label]: https://example.org\n`;
    const rest = `.${own}\n[old-label]: https://example.org\n`;
    await check(fixture.replace("old-", "n"), "cn", `See [[cn$0]]${rest}`, {
      replace: true,
    });
    await check(fixture.replace("old-", "n"), "cn", `See [[cn$0label]]${rest}`);
    await check(fixture.replace("old-", "n"), "cn", `See [[cn$0]]${rest}`, {
      client: { insertReplace: false },
    });
  });

  test("adds the definition that another post has", async () => {
    await check(
      "See [[$0\n\n[alpha]: https://example.org\n[zeta]: https://example.org/z\n",
      "cardano-node",
      `See [[cardano-node]]$0

[alpha]: https://example.org
[cardano-node]: ${root}
[zeta]: https://example.org/z
`,
    );
  });
  test("adds the first definition after a blank line", async () => {
    await check(
      "# Week\n\n- See [[car$0]] again\n- Done\n",
      "cardano-node",
      `# Week

- See [[cardano-node$0]] again
- Done

[cardano-node]: ${root}
`,
    );
  });
  test("at the very end of a text, the cursor stays by the label", async () => {
    await check(
      "See [[car$0",
      "cardano-node",
      `See [[cardano-node]]$0\n\n[cardano-node]: ${root}`,
    );
    await check(
      "See [[car$0",
      "cardano-node",
      `See [[cardano-node]]\n\n[cardano-node]: ${root}$0`,
      { ...team, client: { snippets: false } },
    );
    await check(
      "See [[car$0]]",
      "cardano-node",
      `See [[cardano-node$0]]\n\n[cardano-node]: ${root}`,
    );
  });
  test("below the definitions", async () => {
    await check(
      "[zeta]: https://example.org/z\n\nPS: [[car$0",
      "cardano-node",
      `[zeta]: https://example.org/z

PS: [[cardano-node]]$0

[cardano-node]: ${root}`,
    );
    await check(
      "[alpha]: https://example.org/a\n\nPS: [[car$0\n",
      "cardano-node",
      `[alpha]: https://example.org/a

PS: [[cardano-node]]$0

[cardano-node]: ${root}
`,
    );
  });
  test("keeps the text's line endings", async () => {
    await check(
      "See [[car$0\r\n\r\n[alpha]: https://example.org\r\n",
      "cardano-node",
      `See [[cardano-node]]$0\r\n\r\n[alpha]: https://example.org\r\n[cardano-node]: ${root}\r\n`,
    );
  });
  test("before an unclosed fence", async () => {
    await check(
      "See [[car$0\n\n```\ncode\n",
      "cardano-node",
      `See [[cardano-node]]$0\n\n[cardano-node]: ${root}\n\n\`\`\`\ncode\n`,
    );
  });
  test("in a table's cell", async () => {
    const post = "| a | b |\n|---|---|\n| [[car$0 | c |\n";
    await check(
      post,
      "cardano-node",
      `| a | b |\n|---|---|\n| [[cardano-node]]$0 | c |\n\n[cardano-node]: ${root}\n`,
    );
  });
  test("after a character of two code units", async () => {
    await check(`🎉 [[c$0${own}`, "cn", `🎉 [[cn]]$0${own}`);
  });
  test("a label with a dollar in it, at the very end", async () => {
    await check(
      "[[US$0",
      "US$ {rate} \\\\",
      "[[US$ {rate} \\\\]]$0\n\n[US$ {rate} \\\\]: https://example.org",
      { others: { "a.md": "[US$ {rate} \\\\]: https://example.org" } },
    );
  });
});

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
  test("at most 200, and the rest with the next character", async () => {
    const many = Array.from(
      { length: 300 },
      (_, n) => `[label-${n}]: https://example.org/${n}`,
    ).join("\n");
    const first = await complete(`[[$0\n\n${many}`);
    expect(first?.items).toHaveLength(200);
    expect(first?.isIncomplete).toBe(true);
    const next = await complete(`[[299$0\n\n${many}`);
    expect(next?.items.map(({ label }) => label)).toEqual(["label-299"]);
    expect(next?.isIncomplete).toBe(false);
  });
});

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
      [`${nameOf} 44`, `${nameOf} 4`, `${nameOf} `],
      ["cardano-node-pull-4489", "cardano-node-pull-44"],
    );
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
  test("of the repository that bare numbers mean", async () => {
    const bare = {
      others: {
        "a.md": `[[pull-4480]]\n\n[pull-4480]: ${root}/pull/4480`,
      },
    };
    await check(
      "#",
      [`${nameOf} `],
      ["pull-4480", "cardano-node-issue-4505", "pull-4489"],
      bare,
    );
    await check("pull-", [`${nameOf} `], ["pull-4480", "pull-4489"], bare);
    await check("PR #", [`${nameOf} `], ["pull-4480", "pull-4489"], bare);
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
    const cached = fakeGitHub({ cached: { [`${root}/pull/4001`]: pull } });
    expect(
      await labels("[[remote trac$0", { ...team, github: cached }),
    ).toEqual(["cardano-node-pull-4001"]);
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
      slow: [`${nameOf} 448`, `${nameOf} 44`],
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
        [`${nameOf} 40`]: failure,
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
