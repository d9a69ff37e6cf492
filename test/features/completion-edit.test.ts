import { describe, expect, test } from "vitest";
import { accept, complete, root, team } from "./complete.js";
import type { Workspace } from "./context.js";

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

  test.each([true, false])(
    "says what is replaced once for all items, with a place to insert: %s",
    async (insertReplace) => {
      const client = { itemDefaults: true, insertReplace };
      const fixture = `See [[o$0ld]] and [[c]].${own}`;
      const list = await complete(fixture, { ...team, client });
      expect(list?.items.every(({ textEdit }) => textEdit === undefined)).toBe(
        true,
      );
      for (const replace of [true, false])
        for (const label of ["cn", "cardano-node-pull-4001"])
          expect(
            await accept(fixture, label, { ...team, client, replace }),
          ).toBe(
            await accept(fixture, label, {
              ...team,
              client: { insertReplace },
              replace,
            }),
          );
    },
  );
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
