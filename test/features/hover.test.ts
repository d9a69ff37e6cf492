import { describe, expect, test } from "vitest";
import { hover } from "../../server/src/features/hover.js";
import { now, open, type Workspace } from "./context.js";
import { fakeGitHub } from "./fake-github.js";
import { issue, pull, repository } from "./statuses.js";

const root = "https://github.com/input-output-hk/cardano-node";
const pullUrl = `${root}/pull/4489`;

async function hoverAt(fixture: string, workspace?: Workspace) {
  const { context, document, position, signal } = open(fixture, workspace);
  const found = await hover(context, position, signal);
  if (!found?.range) return undefined;
  const { start, end } = document.lines.spanOf(found.range);
  const { contents } = found;
  if (typeof contents !== "object" || !("value" in contents))
    throw new Error("no markup");
  return {
    over: document.text.slice(start, end),
    value: contents.value,
    first: contents.value.split("\n")[0],
  };
}

const github = () =>
  fakeGitHub({
    answers: {
      [pullUrl]: pull,
      [`${root}/issues/4505`]: issue,
      [root]: repository,
    },
    at: now - 60_000,
  });
const mergedPull = `✓ **Merged** · [input-output-hk/cardano-node#4489](${pullUrl})`;

describe("what is under the cursor", () => {
  const definitions = `\n\n[cn]: ${root}\n[pull-4489]: ${pullUrl}\n`;
  const check = async (
    fixture: string,
    over: string | undefined,
    first?: string,
  ) => {
    const found = await hoverAt(fixture + definitions, { github: github() });
    expect(found?.over).toBe(over);
    if (first !== undefined) expect(found?.first).toBe(first);
  };

  test("a bracketed reference", () =>
    check("Done: [[pull$0-4489]].", "[[pull-4489]]", mergedPull));
  test("its outer brackets", async () => {
    await check("Done: $0[[pull-4489]].", "[[pull-4489]]", mergedPull);
    await check("Done: [$0[pull-4489]].", "[[pull-4489]]", mergedPull);
    await check("Done: [[pull-4489]]$0.", "[[pull-4489]]", mergedPull);
  });
  test("of two neighbours the one the cursor stands on", async () => {
    await check("[[cn]]$0[[pull-4489]]", "[[pull-4489]]", mergedPull);
    await check("[[cn]$0][[pull-4489]]", "[[cn]]");
  });
  test("the text of a full reference", () =>
    check(
      "[the la$0st one][pull-4489]",
      "[the last one][pull-4489]",
      mergedPull,
    ));
  test("a collapsed reference", () =>
    check("[pull-4489][]$0", "[pull-4489][]"));
  test("a shortcut", () => check("see [c$0n] there", "[cn]"));
  test("an inline link", () =>
    check(`[it](${root}/$0pull/4489)`, `[it](${pullUrl})`, mergedPull));
  test("a bare URL", () =>
    check(`see ${root}$0/pull/4489 there`, pullUrl, mergedPull));
  test("an autolink", () =>
    check(`see <${root}$0/pull/4489> there`, `<${pullUrl}>`));
  test("a definition's label and destination", async () => {
    await check(`[p$01]: ${pullUrl}`, `[p1]: ${pullUrl}`, mergedPull);
    await check(`[p1]: ${root}/pu$0ll/4489`, `[p1]: ${pullUrl}`, mergedPull);
  });
  test("an image in a link's text", () =>
    check(
      "[![st$0atus](https://img.example/a.svg)][cn]",
      "![status](https://img.example/a.svg)",
    ));
  test("nothing in plain text, code, comments, front matter", async () => {
    await check("Do$0ne", undefined);
    await check("`[[c$0n]]`", undefined);
    await check("```\n[[c$0n]]\n```", undefined);
    await check("<!-- [[c$0n]] -->", undefined);
    await check("---\ntitle: '[[c$0n]]'\n---", undefined);
    await check("- [$0x] task", undefined);
  });
});

describe("what is known by when", () => {
  const fixture = `[[p$0]]\n\n[p]: ${pullUrl}`;

  test("the cache is shown at once, and asked for news behind", async () => {
    const slow = fakeGitHub({
      cached: { [pullUrl]: pull },
      at: now - 60_000,
      silent: true,
    });
    const found = await hoverAt(fixture, { github: slow });
    expect(found?.first).toBe(mergedPull);
    expect(slow.asked).toEqual([
      "status pull github.com/input-output-hk/cardano-node 4489",
    ]);
  });
  test("a slow GitHub is waited for a moment and no longer", async () => {
    const github = fakeGitHub({ silent: true });
    const { context, position, signal } = open(fixture, { github });
    const waits: number[] = [];
    const delay = async (milliseconds: number) => {
      waits.push(milliseconds);
    };
    await hover({ ...context, delay }, position, signal);
    expect(waits).toEqual([1500]);
  });
  test("what is shown then says so", async () => {
    const found = await hoverAt(fixture, {
      github: fakeGitHub({ silent: true }),
    });
    expect(found?.value).toBe(
      `[input-output-hk/cardano-node#4489](${pullUrl})\n\nGitHub has not answered yet. Hover again in a moment.`,
    );
  });
  test("a cached failure is asked again", async () => {
    const offline = { reason: "offline", detail: "ECONNRESET" } as const;
    const back = fakeGitHub({
      cached: { [pullUrl]: offline },
      answers: { [pullUrl]: pull },
      at: now,
    });
    expect((await hoverAt(fixture, { github: back }))?.first).toBe(mergedPull);
    const hangs = fakeGitHub({ cached: { [pullUrl]: offline }, silent: true });
    expect((await hoverAt(fixture, { github: hangs }))?.value).toContain(
      "GitHub could not be reached (ECONNRESET).",
    );
  });
  test("nothing is asked when look-ups are off", async () => {
    const off = fakeGitHub({ account: { state: "disabled" } });
    expect((await hoverAt(fixture, { github: off }))?.value).toContain(
      "GitHub is not asked",
    );
    expect(off.asked).toEqual([]);
  });
  test("nothing is asked of a page elsewhere", async () => {
    const github = fakeGitHub();
    const found = await hoverAt("[docs$0](https://docs.cardano.org/)", {
      github,
    });
    expect(found?.value).toBe("[docs.cardano.org](https://docs.cardano.org/)");
    expect(github.asked).toEqual([]);
  });
});

describe("a label without a definition", () => {
  test("whose words the team's posts have beside something", async () => {
    const found = await hoverAt("See [[peer-$0sharing]].", {
      others: { "2022-10-01.md": `We reviewed peer sharing: ${pullUrl}` },
    });
    expect(found?.value).toContain(
      `\`peer-sharing\` has no definition. A quick fix adds one, if this is meant (as posts name it beside “peer”, “sharing”):

\`[peer-sharing]: ${pullUrl}\``,
    );
  });
  test("that another post explains", async () => {
    const found = await hoverAt("Done: [[cardano-node-pull-44$089]]", {
      others: { "a.md": `[[cardano-node]]\n\n[cardano-node]: ${root}` },
      github: github(),
    });
    expect(found?.over).toBe("[[cardano-node-pull-4489]]");
    expect(found?.value).toMatchInlineSnapshot(`
      "\`cardano-node-pull-4489\` has no definition. A quick fix adds one (input-output-hk/cardano-node is named once in the posts):

      \`[cardano-node-pull-4489]: https://github.com/input-output-hk/cardano-node/pull/4489\`

      ---

      ✓ **Merged** · [input-output-hk/cardano-node#4489](https://github.com/input-output-hk/cardano-node/pull/4489)

      **Nix service: allow for connecting to remote tracing acceptors**

      By deepfire, opened 4 Oct 2022 (16 days ago), merged 18 Oct 2022 (1 day ago) into \`master\`

      ✓ Checks passed · ✓ Approved · +1,204 −38 · 3 comments

      \`nix\` \`tracing\`

      > \\# Description  
      > Lets the \\*node\\* talk to an acceptor on another machine.

      *Checked 1 minute ago*"
    `);
  });
  test("that is prose in brackets, or is meant as a reference", async () => {
    expect(await hoverAt("as they say [si$0c].")).toBeUndefined();
    expect((await hoverAt("as they say [[si$0c]]."))?.over).toBe("[[sic]]");
    expect((await hoverAt("fixed by [#1$02]."))?.over).toBe("[#12]");
  });
  test("that nothing explains", async () => {
    const found = await hoverAt("Done: [[my`thi$0ng]]");
    expect(found?.value).toMatchInlineSnapshot(
      `"\`\`my\`thing\`\` has no definition, and no post of this workspace says what it means. A quick fix asks for its URL."`,
    );
  });
});

test("a link to a comment shows the comment", async () => {
  const address = `${root}/issues/4505#issuecomment-12`;
  const found = await hoverAt(`[He sa$0id](${address})`, {
    github: fakeGitHub({
      answers: { [`${root}/issues/4505`]: issue },
      comments: {
        [address]: {
          author: "mgmeier",
          createdAt: issue.createdAt,
          body: "Looking into it.",
        },
      },
      at: now,
    }),
  });
  expect(found?.value).toContain("Comment by mgmeier");
  expect(found?.value).toContain("Looking into it.");
});

describe("where else the team wrote of it", () => {
  const others = {
    "2022-08-01-sre.md": `[a]: ${pullUrl}\n`,
    "2022-09-01-sre.md": `${root}/issues/4489\n`,
    "2022-09-15-(odd) [x].md": `Old. Peers *share* <b>it</b>\nnow: ${pullUrl}\n`,
    "2022-10-01/index.md": `Text.\n\n- One, [said]\n  [here](${pullUrl}#issuecomment-1).\n`,
    "2022-11-01-sre.md": `[b]: ${pullUrl}\n\n- We wait for [[b]].\n`,
    "undated.md": `${root}\n`,
  };
  const lastLines = async (
    fixture: string,
    workspace: Workspace = { others },
  ) => {
    const value = (await hoverAt(fixture, workspace))?.value ?? "";
    const at = value.search(/^Also in/m);
    return at === -1 ? undefined : value.slice(at).split("\n");
  };

  test("what the latest reports before this one said, at most three, and those after it", async () => {
    expect(await lastLines(`$0${pullUrl}`)).toEqual([
      "Also in 4 earlier reports:",
      "",
      "- [2022-10-01](file:///blog/2022-10-01/index.md#L4,3): “Text. One, \\[said\\] here.”",
      "- [2022-09-15-(odd) &#91;x&#93;](file:///blog/2022-09-15-%28odd%29%20%5Bx%5D.md#L2,6): “Peers share it now: https:\u2060//github.com/input-output-hk/cardano-node/pull/4489”",
      "- [2022-09-01-sre](file:///blog/2022-09-01-sre.md#L1,1)",
      "- and 1 more",
      "",
      "In 1 other report, [2022-11-01-sre](file:///blog/2022-11-01-sre.md#L3,15): “We wait for \\[b\\].”",
    ]);
  });
  test("on a reference, whatever its label", async () => {
    expect(await lastLines(`[[x$0]]\n\n[x]: ${root}\n`)).toEqual([
      "Also in 1 other report, [undated](file:///blog/undated.md#L1,1)",
    ]);
  });
  test("however many they are", async () => {
    const days = Array.from({ length: 28 }, (_, day) => `${day + 1}`);
    const others = Object.fromEntries(
      ["07", "08", "09"].flatMap((month) =>
        days.map((day) => [
          `2022-${month}-${day.padStart(2, "0")}.md`,
          `It ran: ${pullUrl}\n`,
        ]),
      ),
    );
    expect(await lastLines(`$0${pullUrl}`, { others })).toEqual([
      "Also in 84 earlier reports:",
      "",
      expect.stringContaining("- [2022-09-28]("),
      expect.stringContaining("- [2022-09-27]("),
      expect.stringContaining("- [2022-09-26]("),
      "- and 81 more",
    ]);
  });
  test("a definition alone is no sentence", async () => {
    const { "2022-08-01-sre.md": first } = others;
    const more = { others: { "2022-08-01-sre.md": first } };
    expect(await lastLines(`$0${pullUrl}`, more)).toEqual([
      "Also in 1 earlier report, [2022-08-01-sre](file:///blog/2022-08-01-sre.md#L1,1)",
    ]);
  });
  test("a long sentence is cut, and shows as what it is", async () => {
    const said = `![a](b) **See** $(x) &lt;b&gt; [y](command:z) ${"word ".repeat(60)}`;
    const more = { others: { "2022-08-01.md": `${said}${pullUrl}.\n` } };
    const line = (await lastLines(`$0${pullUrl}`, more))?.at(-1) ?? "";
    expect(line).toContain("“a See $\u2060(x) \\<b> y word word");
    expect(line).toMatch(/ w[a-z]*…”$/);
    expect(line.length).toBeLessThan(230);
  });
  test("what cannot be read is named", async () => {
    const { context, position, signal } = open(`$0${pullUrl}`, { others });
    const silent = {
      ...context,
      documentOf: () => new Promise<never>(() => {}),
    };
    for (const one of [
      silent,
      { ...context, documentOf: async () => undefined },
    ])
      expect(await hover(one, position, signal)).toMatchObject({
        contents: {
          value: expect.stringContaining(
            "- [2022-10-01](file:///blog/2022-10-01/index.md)\n",
          ),
        },
      });
  });
  test("of what is to be found elsewhere, by its whole address", async () => {
    const more = { others: { "2022-01-01.md": "https://a.example/x ../b.md" } };
    expect(await lastLines("https://a.example/x$0", more)).toEqual([
      expect.stringContaining("Also in 1 earlier report, [2022-01-01]("),
    ]);
    expect(await lastLines("https://a.example/y$0", more)).toBeUndefined();
    expect(await lastLines("[b]($0../b.md)", more)).toBeUndefined();
  });
});
