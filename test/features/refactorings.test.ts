import { describe, expect, test } from "vitest";
import { refactoringKinds as kinds } from "../../server/src/features/refactorings/kinds.js";
import { render } from "../markdown/render.js";
import { fakeGitHub } from "./fake-github.js";
import { checkSamePage, offered, refactor } from "./refactor.js";
import { pull } from "./statuses.js";

const github = "https://github.com/input-output-hk";
const titles = (
  fixture: string,
  only: readonly string[],
  workspace?: Parameters<typeof offered>[2],
) => offered(fixture, only, workspace).map(({ title }) => title);

describe("inline link → reference", () => {
  const kind = kinds.toReference;

  test("gets a label in the team's style, and its definition", () =>
    checkSamePage(
      `Merged [the fix](${github}/cicero/pull/6$06).\n\nSee [[cicero-pull-5]].\n\n[cicero-pull-5]: ${github}/cicero/pull/5\n`,
      kind,
      "Convert to reference [cicero-pull-66]",
      `Merged [the fix][cicero-pull-66].\n\nSee [[cicero-pull-5]].\n\n[cicero-pull-5]: ${github}/cicero/pull/5\n[cicero-pull-66]: ${github}/cicero/pull/66\n`,
    ));

  test("takes the label the post has for it", () =>
    checkSamePage(
      `[Fi$0x](${github}/cicero/pull/5), [[five]].\r\n\r\n[five]: ${github}/cicero/pull/5`,
      kind,
      "Convert to reference [five]",
      `[Fix][five], [[five]].\r\n\r\n[five]: ${github}/cicero/pull/5`,
    ));

  test("another title is another definition", () =>
    checkSamePage(
      `[Fi$0x](${github}/cicero/pull/5 "so \\"it\\" is") [[five]]\n\n[five]: ${github}/cicero/pull/5\n`,
      kind,
      "Convert to reference [cicero-pull-5]",
      `[Fix][cicero-pull-5] [[five]]\n\n[cicero-pull-5]: ${github}/cicero/pull/5 'so "it" is'\n[five]: ${github}/cicero/pull/5\n`,
    ));

  test("a text that is the label is written once, whatever follows", async () => {
    const url = `${github}/cicero/pull/5`;
    await checkSamePage(
      `[cicero-pull-5$0](${url}) ok`,
      kind,
      "Convert to reference [cicero-pull-5]",
      `[cicero-pull-5] ok\n\n[cicero-pull-5]: ${url}`,
    );
    await checkSamePage(
      `[cicero-pull-5$0](${url}): ok`,
      kind,
      "Convert to reference [cicero-pull-5]",
      `[cicero-pull-5][]: ok\n\n[cicero-pull-5]: ${url}`,
    );
  });

  test("a page that is not GitHub's is called by the words of its link", () =>
    checkSamePage(
      "Read [the plan$0](<https://example.org/a b>).\n",
      kind,
      "Convert to reference [the plan]",
      "Read [the plan].\n\n[the plan]: <https://example.org/a b>\n",
    ));

  test("all that are selected, one definition for each target", () =>
    checkSamePage(
      `- $0[a](${github}/cicero/pull/5)\n- [b](${github}/cicero/pull/5), ![i](/i.png) $0[c](/c)\n`,
      kind,
      "Convert 2 links to references",
      `- [a][cicero-pull-5]\n- [b][cicero-pull-5], ![i](/i.png) [c](/c)\n\n[cicero-pull-5]: ${github}/cicero/pull/5\n`,
    ));

  test.each([
    ["in code", `\`[a](${github}/cicero$0)\``],
    ["in a fence", `\`\`\`\n[a](${github}/cicero$0)\n\`\`\`\n`],
    ["in front matter", `---\na: "[a](${github}/cicero$0)"\n---\n`],
    ["an image", `![a](${github}/cicero$0/x.png)\n`],
  ])("is not offered %s", (_, fixture) => {
    expect(titles(fixture, [kind])).toEqual([]);
  });

  test("no label that is used without definition, or would end a link", async () => {
    const { after } = await refactor(
      `[a$0](${github}/cicero/pull/5) [[cicero-pull-5]]\n`,
      kind,
    );
    expect(after).not.toContain("[cicero-pull-5]:");
    const latent = await refactor(
      `[a$0](${github}/cicero/pull/5), [[cicero-pull-5] b](/c)\n`,
      kind,
    );
    expect(latent.after).not.toContain("[cicero-pull-5]:");
    expect(render(latent.after ?? "")).toBe(render(latent.before));
  });

  test("no label that the brackets before it would take for theirs", () =>
    checkSamePage(
      `[see][cicero$0](${github}/cicero)`,
      kind,
      "Convert to reference [input-output-hk/cicero]",
      `[see][cicero][input-output-hk/cicero]\n\n[input-output-hk/cicero]: ${github}/cicero`,
    ));

  test("in a table, in a quote, in the text of a heading", async () => {
    await checkSamePage(
      `| a |\n| - |\n| [x$0](${github}/cicero) |\n`,
      kind,
      "Convert to reference [cicero]",
      `| a |\n| - |\n| [x][cicero] |\n\n[cicero]: ${github}/cicero\n`,
    );
    await checkSamePage(
      `> # [x$0](${github}/cicero)`,
      kind,
      "Convert to reference [cicero]",
      `> # [x][cicero]\n\n[cicero]: ${github}/cicero`,
    );
  });
});

describe("bare URL → reference", () => {
  const kind = kinds.toReference;

  test("becomes its label, in the post's form", async () => {
    expect(
      await refactor(`Merged ${github}/cicero/pull/66$0.\n`, kind),
    ).toMatchObject({
      title: "Convert to reference [cicero-pull-66]",
      after: `Merged [[cicero-pull-66]].\n\n[cicero-pull-66]: ${github}/cicero/pull/66\n`,
    });
    expect(
      await refactor(`[a] and <$0${github}/cicero/pull/66>\n\n[a]: /a\n`, kind),
    ).toMatchObject({
      after: `[a] and [cicero-pull-66]\n\n[a]: /a\n[cicero-pull-66]: ${github}/cicero/pull/66\n`,
    });
  });

  test("has the brackets that its team writes, where the post shows none yet", async () => {
    const post = (tag: string, use: string) =>
      `---\ntags: [${tag}]\n---\n\n${use}\n\n[cicero-pull-5]: ${github}/cicero/pull/5\n`;
    const others = {
      "2022-09-01-net.md": post("net", "[cicero-pull-5]"),
      "2022-09-02-sre.md": post("sre", "[[cicero-pull-5]] [[cicero-pull-5]]"),
    };
    for (const [tag, reference] of [
      ["net", "[cicero-pull-66]"],
      ["sre", "[[cicero-pull-66]]"],
    ]) {
      const { after } = await refactor(
        `---\ntags: [${tag}]\n---\n\n${github}/cicero/pull/66$0\n`,
        kind,
        { others },
      );
      expect(after).toContain(`\n${reference}\n`);
    }
  });
  test("in brackets it keeps those", async () => {
    for (const brackets of ["[_]", "[[_]]"]) {
      const { after } = await refactor(
        brackets.replace("_", `${github}/cicero$0`),
        kind,
      );
      expect(after).toBe(`[[cicero]]\n\n[cicero]: ${github}/cicero`);
    }
  });

  test.each([
    ["elsewhere", "See https://example.org/x$0.\n"],
    ["in a link's text", `[${github}/cicero$0](/x)\n`],
  ])("is not offered %s", (_, fixture) => {
    expect(titles(fixture, [kind]).join()).not.toContain("cicero");
  });
});

describe("all links of the post → references", () => {
  const kind = kinds.allToReferences;

  test("except those on the site itself", () =>
    checkSamePage(
      `$0Text [a](${github}/cicero/pull/5)\n\n* [b](https://example.org/b) [c](/c) [d](#d)\n`,
      kind,
      "Convert all links to references (2)",
      `Text [a][cicero-pull-5]\n\n* [b] [c](/c) [d](#d)\n\n[b]: https://example.org/b\n[cicero-pull-5]: ${github}/cicero/pull/5\n`,
    ));

  test("is made when it is chosen, if the client allows", () => {
    const fixture = `$0[a](${github}/cicero)\n`;
    const lazy = offered(fixture, [kind], { client: { lazyActions: true } });
    expect(lazy).toMatchObject([{ data: {} }]);
    expect(lazy[0]).not.toHaveProperty("edit");
    expect(offered(fixture, [kind])).toMatchObject([{ edit: {} }]);
  });

  test("leaves out a link whose label a table would divide", () =>
    checkSamePage(
      `$0| a | b |\n| - | - |\n| [x](${github}/cicero/blob/main/a%7Cb) | [y](${github}/tullia) |\n`,
      kind,
      "Convert all links to references (2)",
      `| a | b |\n| - | - |\n| [x](${github}/cicero/blob/main/a%7Cb) | [y][tullia] |\n\n[tullia]: ${github}/tullia\n`,
    ));
});

describe("reference → inline link", () => {
  const kind = kinds.toInlineLink;

  test.each([
    ["full", "[t$0][a]", "[t](/u)"],
    ["collapsed", "[a$0][]", "[a](/u)"],
    ["shortcut", "[$0a]", "[a](/u)"],
    ["bracketed", "[[a$0]]", "[[a](/u)]"],
    ["image", "![t$0][a]", "![t](/u)"],
    ["before a parenthesis", "[[a$0]](b)", "[[a](/u)](b)"],
  ])("%s; the definition that is left unused goes", (_, before, after) =>
    checkSamePage(
      `See ${before} [b]\n\n[a]: /u\n[b]: /b\n`,
      kind,
      "Convert to inline link",
      `See ${after} [b]\n\n[b]: /b\n`,
    ),
  );

  test("a definition that is still used stays; its title is kept", () =>
    checkSamePage(
      `[$0a] and [[A]]\n\n[a]: <https://example.org/a b> 'x "y"'\n`,
      kind,
      "Convert to inline link",
      `[a](<https://example.org/a b> 'x "y"') and [[A]]\n\n[a]: <https://example.org/a b> 'x "y"'\n`,
    ));

  test("all that are selected", () =>
    checkSamePage(
      "$0[a] [b$0] [c]\n\n[a]: /a\n[b]: /b\n[c]: /c\n",
      kind,
      "Convert 2 references to inline links",
      "[a](/a) [b](/b) [c]\n\n[c]: /c\n",
    ));

  test("is not offered without a definition, or where a table would divide the URL", () => {
    expect(titles("[[a$0]]\n", [kind])).toEqual([]);
    expect(titles("| a |\n| - |\n| [x$0] |\n\n[x]: /a|b\n", [kind])).toEqual(
      [],
    );
  });
});

describe("number in prose → reference", () => {
  const kind = kinds.textToReference;
  const others = {
    "a.md": `[[cicero-pull-5]]\n\n[cicero-pull-5]: ${github}/cicero/pull/5\n`,
  };

  test("its words stay, and lead to what they mean", async () => {
    expect(
      await refactor("Merged cicero#$066.\n", kind, { others }),
    ).toMatchObject({
      title: "Convert to reference [cicero#66][cicero-pull-66]",
      after: `Merged [cicero#66][cicero-pull-66].\n\n[cicero-pull-66]: ${github}/cicero/pull/66\n`,
    });
  });

  test("the owner says whose it is", async () => {
    expect(await refactor("(acme/x#$066)", kind)).toMatchObject({
      after:
        "([acme/x#66][x-pull-66])\n\n[x-pull-66]: https://github.com/acme/x/pull/66",
    });
  });

  test("a bare number is of the repository of the post's others", async () => {
    expect(
      await refactor(
        `#7$0 after [[#5]] and [[#6]]\n\n[#5]: ${github}/cicero/pull/5\n[#6]: ${github}/cicero/pull/6\n`,
        kind,
      ),
    ).toMatchObject({
      title: "Convert to reference [[#7]]",
      after: `[[#7]] after [[#5]] and [[#6]]\n\n[#5]: ${github}/cicero/pull/5\n[#6]: ${github}/cicero/pull/6\n[#7]: ${github}/cicero/pull/7\n`,
    });
  });

  test("what the post defines is taken", async () => {
    expect((await refactor(`#5$0, [#5][]\n\n[#5]: /x\n`, kind)).after).toBe(
      "[[#5]], [#5][]\n\n[#5]: /x\n",
    );
  });

  test.each([
    "`cicero#5$0`",
    `[cicero#5$0](/x)`,
    `${github}/cicero#5$0`,
    "<!-- cicero#5$0 -->",
    "<a title='cicero#5$0'>x</a>",
    "---\na: cicero#5$0\n---\n",
    "[cicero#5$0]\n",
    "cicero#0$0",
    "# 5$0",
    "C#7a$0",
    "&#12$0;",
    "\\#5$0",
  ])("nothing is offered in %j", (fixture) => {
    expect(titles(fixture, [kind], { others })).toEqual([]);
  });
});

describe("reference → link with the title", () => {
  const kind = kinds.toTitledLink;
  const url = `${github}/cardano-node/pull/4489`;
  const fixture = `Done: [[no$0de]].\n\n[node]: ${url}\n`;

  test("from what is known already", async () => {
    expect(
      await refactor(fixture, kind, {
        github: fakeGitHub({ cached: { [url]: pull } }),
      }),
    ).toMatchObject({
      title:
        "Convert to link “Nix service: allow for connecting to remote traci…”",
      after: `Done: [Nix service: allow for connecting to remote tracing acceptors](${url}).\n`,
    });
  });

  test("else GitHub is asked when it is chosen", async () => {
    const hub = fakeGitHub({ answers: { [url]: pull } });
    const asking = offered(fixture, [kind], {
      github: hub,
      client: { lazyActions: true },
    });
    expect(asking.map(({ title }) => title)).toEqual([
      "Convert to link with the title of input-output-hk/cardano-node#4489",
    ]);
    expect(hub.asked).toEqual([]);
    expect((await refactor(fixture, kind, { github: hub })).after).toContain(
      "[Nix service: allow",
    );
    expect(offered(fixture, [kind], { github: hub })).toEqual([]);
  });

  test("a title that GitHub does not give changes nothing", async () => {
    expect(
      (await refactor(fixture, kind, { github: fakeGitHub() })).after,
    ).toBeUndefined();
  });

  test("is not offered where GitHub is not asked", () => {
    expect(
      titles(fixture, [kind], {
        github: fakeGitHub({ account: { state: "disabled" } }),
        client: { lazyActions: true },
      }),
    ).toEqual([]);
  });

  test.each([
    "a [b] *c* `d` _e_ __f__ snake_case",
    "](https://evil.example) <img src=x> ![x](y) <b>",
    "see https://example.org, www.example.org and a@example.org",
    "& &amp; &copy; \\ ~~f~~ | :note[x] ::x feat:run :tada:",
    "ends with \\",
    "^1] #1 @who {x}",
    "!",
  ])("the title is text and nothing else: %j", async (title) => {
    const { after } = await refactor(fixture, kind, {
      github: fakeGitHub({ cached: { [url]: { ...pull, title } } }),
    });
    const page = render(`Done: [X](${url}).\n`);
    const escaped = title.replaceAll("&", "&#x26;").replaceAll("<", "&#x3C;");
    expect(render(after ?? "")).toBe(page.replace("X", () => escaped));
  });
});

describe("labels → the team's style", () => {
  const kind = kinds.updateLabels;
  const others = {
    "a.md": `[[cicero-pull-5]] [[cicero-pull-4]]\n\n[cicero-pull-5]: ${github}/cicero/pull/5\n[cicero-pull-4]: ${github}/cicero/pull/4\n`,
  };

  test("those written in another way change, wherever they are used", async () => {
    expect(
      await refactor(
        `$0[[PR 6]], [text][pr 6], [[cicero#7]], [the plan][p]\n\n[PR 6]: ${github}/cicero/pull/6\n[cicero#7]: ${github}/cicero/pull/7\n[p]: ${github}/cicero/pull/8\n`,
        kind,
        { others },
      ),
    ).toMatchObject({
      title: "Update 2 labels to the team's style",
      after: `[[cicero-pull-6]], [text][cicero-pull-6], [[cicero-pull-7]], [the plan][p]\n\n[cicero-pull-6]: ${github}/cicero/pull/6\n[cicero-pull-7]: ${github}/cicero/pull/7\n[p]: ${github}/cicero/pull/8\n`,
    });
  });

  describe("of several teams", () => {
    const post = (front: string, pages: Readonly<Record<string, string>>) =>
      `---\n${front}\n---\n\n${Object.entries(pages)
        .map(([label, path]) => `[[${label}]]\n\n[${label}]: ${path}\n`)
        .join("\n")}`;
    const net = `${github}/ouroboros-network/pull`;
    const others = {
      "blog/2022-10-01-net.md": post("tags: [network]", {
        "ouroboros-network#4067": `${net}/4067`,
        "cicero#12": `${github}/cicero/pull/12`,
      }),
      "blog/2022-10-02-ledger.md": post("tags: [ledger]", {
        "pull-3138": `${github}/cardano-ledger/pull/3138`,
        "pull-3140": `${github}/cardano-ledger/pull/3140`,
      }),
      "blog/2022-10-03-sre.md": post("authors: manveru", {
        "ouroboros-network-pull-4108": `${net}/4108`,
        "tullia-pull-7": `${github}/tullia/pull/7`,
      }),
      "notes/2022-10-04.md": post("authors: somebody", {
        "tullia PR #8": `${github}/tullia/pull/8`,
      }),
    };
    const updated = async (front: string, label: string, name: string) => {
      const text = post(front, { [label]: `${net}/4999` });
      const { after } = await refactor(`$0${text}`, kind, { others, name });
      return /\[\[(.*)\]\]/.exec(after ?? "")?.[1];
    };

    test.each([
      ["tags: [network]", "pull-4999", "ouroboros-network#4999"],
      ["tags: [ledger]", "ouroboros-network#4999", "pull-4999"],
      [
        "authors: manveru",
        "ouroboros-network#4999",
        "ouroboros-network-pull-4999",
      ],
    ])(
      "as those with the same author or tag write: %s",
      async (front, label, wanted) =>
        expect(await updated(front, label, "blog/2022-10-20.md")).toBe(wanted),
    );
    test("of an author and tag that no other post has, as those in its folder write", async () =>
      expect(
        await updated("authors: new", "pull-4999", "notes/2022-10-20.md"),
      ).toBe("ouroboros-network PR #4999"));
    test("else as all write, who name that repository", async () =>
      expect(
        await updated("authors: new", "PR 4999", "new/2022-10-20.md"),
      ).toMatch(/^ouroboros-network(?:#|-pull-)4999$/));
  });

  test("where nobody else shows a style, most of the post's own count", async () => {
    expect(
      await refactor(
        `$0[[cicero#6]] [[cicero#7]] [[PR 8]]\n\n[cicero#6]: ${github}/cicero/pull/6\n[cicero#7]: ${github}/cicero/pull/7\n[PR 8]: ${github}/cicero/pull/8\n`,
        kind,
      ),
    ).toMatchObject({
      title: "Update [PR 8] to the team's style: [cicero#8]",
    });
  });

  test("not to a label that has another meaning here", () => {
    expect(
      titles(
        `$0[[PR 6]] [[cicero-pull-6]]\n\n[PR 6]: ${github}/cicero/pull/6\n[cicero-pull-6]: /x\n`,
        [kind],
        { others },
      ),
    ).toEqual([]);
  });
});

describe("in MDX", () => {
  const mdx = { name: "2022-10-20.mdx" };
  const url = `${github}/cicero/pull/5`;

  test("links and references become each other", async () => {
    const link = `<Note>\n\n[a$0](${url}) {1 + 1}\n\n</Note>\n`;
    const reference = `<Note>\n\n[a][cicero-pull-5] {1 + 1}\n\n</Note>\n\n[cicero-pull-5]: ${url}\n`;
    expect((await refactor(link, kinds.toReference, mdx)).after).toBe(
      reference,
    );
    expect(
      (
        await refactor(
          reference.replace("cicero", "$0cicero"),
          kinds.toInlineLink,
          mdx,
        )
      ).after,
    ).toBe(link.replace("$0", ""));
  });

  test("a title is text there, too", async () => {
    const title = "{x} <b> </b> import y";
    const { after } = await refactor(
      `[a$0]\n\n[a]: ${url}\n`,
      kinds.toTitledLink,
      {
        ...mdx,
        github: fakeGitHub({ cached: { [url]: { ...pull, title } } }),
      },
    );
    expect(after).toBe(`[\\{x\\} \\<b\\> \\</b\\> import y](${url})\n`);
  });

  test.each(["{cicero#5$0}", "<A b='acme/cicero#5$0' />"])(
    "nothing is offered in %j",
    (fixture) => {
      expect(titles(fixture, [kinds.textToReference], mdx)).toEqual([]);
    },
  );
});

test("one blank line between blocks", () =>
  checkSamePage(
    "---\na: b\n---\n# A\nText\n- one\n\n\n- two\n```\n\n\n\n```\n\n\n \n> q\n\n[a]: /a\n[b]: /b\n\n\n",
    kinds.separateBlocks,
    "One blank line between blocks",
    "---\na: b\n---\n\n# A\n\nText\n\n- one\n\n\n- two\n\n```\n\n\n\n```\n\n> q\n\n[a]: /a\n[b]: /b\n",
  ));
