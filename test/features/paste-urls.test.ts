import { describe, expect, test } from "vitest";
import { pasteUrls } from "../../server/src/features/paste-urls.js";
import { applyEdits } from "../../server/src/markdown/edits/apply.js";
import type { Workspace } from "./context.js";
import { openSelection } from "./refactor.js";

const github = "https://github.com/input-output-hk";
const url = `${github}/cicero/pull/66`;
const definition = `[cicero-pull-66]: ${url}`;

/** What the text is after a paste, with `$0` where the cursor is then; undefined where it is pasted as it is. */
function paste(
  fixture: string,
  text = url,
  workspace?: Workspace,
): string | undefined {
  const { context, range } = openSelection(fixture, workspace);
  const { post } = context;
  const pasted = pasteUrls(post, range, text);
  if (!pasted) return undefined;
  const { newText, below, edits } = pasted;
  return applyEdits(post.document, [
    { range, newText: `${newText}$0${below}` },
    ...edits,
  ]);
}

describe("one URL", () => {
  test("becomes a reference, with its definition", () => {
    expect(paste(`Merged $0.\n\n[[a]]\n\n[a]: ${github}/cicero/pull/5\n`)).toBe(
      `Merged [[cicero-pull-66]]$0.\n\n[[a]]\n\n[a]: ${github}/cicero/pull/5\n${definition}\n`,
    );
  });

  test.each([
    ["", `[[cicero-pull-66]]$0\n\n${definition}`],
    ["Text\n\n", `Text\n\n[[cicero-pull-66]]$0\n\n${definition}`],
    ["Merged ", `Merged [[cicero-pull-66]]$0\n\n${definition}`],
  ])("at the end of %j", (before, after) => {
    expect(paste(`${before}$0`)).toBe(after);
  });

  test("with CRLF and a newline behind", () => {
    expect(paste("Text\r\n\r\n$0\r\n", ` ${url}\r\n`)).toBe(
      `Text\r\n\r\n[[cicero-pull-66]]$0\r\n\r\n${definition}\r\n`,
    );
  });

  test("defines the label that is used already", () => {
    expect(paste("See [[cicero-pull-66]]: $0\n")).toBe(
      `See [[cicero-pull-66]]: [[cicero-pull-66]]$0\n\n${definition}\n`,
    );
    // The brackets in the link's text would end it.
    expect(paste("See [[cicero-pull-66] it](/u): $0")).not.toContain(
      "[cicero-pull-66]:",
    );
  });

  test("takes the label the post has for it", () => {
    expect(paste(`$0 [[six]]\n\n[six]: ${url} "Title"\n`)).toBe(
      `[[six]]$0 [[six]]\n\n[six]: ${url} "Title"\n`,
    );
  });

  test.each([
    ["[[$0]]", "[[cicero-pull-66$0]]"],
    ["[[$0", "[[cicero-pull-66]]$0"],
    ["[$0]", "[[cicero-pull-66]$0]"],
    ["($0)", "([[cicero-pull-66]]$0)"],
    ["- [ ] $0", "- [ ] [[cicero-pull-66]]$0"],
    ["# $0 #", "# [[cicero-pull-66]]$0 #"],
    ["> $0", "> [[cicero-pull-66]]$0"],
    ["| a |\n| - |\n| $0 |", "| a |\n| - |\n| [[cicero-pull-66]]$0 |"],
  ])("in %j", (fixture, expected) => {
    expect(paste(fixture)).toBe(`${expected}\n\n${definition}`);
  });

  test.each([
    "`$0`",
    "```\n$0\n```\n",
    "```\n$0",
    "    $0\n",
    "---\ntitle: $0\n---\n",
    "<!-- $0 -->",
    '<a href="$0">x</a>',
    "[t]($0)",
    "[t]($0",
    "[t](https://example.org/$0)",
    "<$0>",
    "[a]: $0\n",
    "[a]: $0",
    "[x]\n\n[x]: /u '$0'\n",
    "[t $0](/u)\n",
    "![t $0](/u)\n",
    "https://example.org/$0",
    "\\$0",
  ])("stays as it is in %j", (fixture) => {
    expect(paste(fixture)).toBeUndefined();
  });

  test.each([
    "https://example.org/x",
    "some words",
    `see ${url}`,
    `${url} ${url}`,
    "",
    "https://github.com/features",
  ])("%j is pasted as it is", (text) => {
    expect(paste("Merged $0", text)).toBeUndefined();
  });
});

test.each(["{a$0}", "<A b={$0} />", "import a from '$0'\n", "{/* $0 */}"])(
  "in MDX it stays as it is in %j",
  (fixture) => {
    expect(paste(fixture, url, { name: "a.mdx" })).toBeUndefined();
  },
);

describe("on a selection", () => {
  test("its words lead there", () => {
    expect(paste("Merged $0the fix$0 today.\n")).toBe(
      `Merged [the fix][cicero-pull-66]$0 today.\n\n${definition}\n`,
    );
    expect(paste("Merged$0 **the** `fix` $0today.\n")).toBe(
      `Merged [**the** \`fix\`][cicero-pull-66] $0today.\n\n${definition}\n`,
    );
    expect(paste("> $0- [ ] the fix$0")).toBe(
      `> - [ ] [the fix][cicero-pull-66]$0\n\n${definition}`,
    );
    expect(paste("$0## The fix\n$0")).toBe(
      `## [The fix][cicero-pull-66]\n$0\n${definition}\n`,
    );
    expect(paste("A$0 $0b")).toBe(`A[[cicero-pull-66]]$0b\n\n${definition}`);
  });

  test.each([
    "$0a [link](/u)$0",
    "$0see https://example.org$0",
    "a $0b\n\nc$0 d",
    "`a $0b$0 c`",
    "$0a] b$0",
    "[$0x$0](/u)",
  ])("that cannot be a link stays as it is: %j", (fixture) => {
    expect(paste(fixture)).toBeUndefined();
  });
});

describe("several URLs", () => {
  const two = `${url}\n* ${github}/tullia\n`;
  const definitions = `${definition}\n[tullia]: ${github}/tullia`;

  test.each([
    ["$0", "- [[cicero-pull-66]]\n- [[tullia]]$0"],
    ["* one\n* $0", "* one\n* [[cicero-pull-66]]\n* [[tullia]]$0"],
    ["* one\n\n$0", "* one\n\n* [[cicero-pull-66]]\n* [[tullia]]$0"],
    ["Merged:$0", "Merged:\n\n- [[cicero-pull-66]]\n- [[tullia]]$0"],
    [
      "- Merged:$0\n- b",
      "- Merged:\n  - [[cicero-pull-66]]\n  - [[tullia]]$0\n- b",
    ],
    ["  - $0", "  - [[cicero-pull-66]]\n  - [[tullia]]$0"],
    ["> $0", "> - [[cicero-pull-66]]\n> - [[tullia]]$0"],
    ["a $0 b", "a \n\n- [[cicero-pull-66]]\n- [[tullia]]\n\n$0 b"],
  ])("become bullets in %j", (fixture, expected) => {
    expect(paste(fixture, two)).toBe(`${expected}\n\n${definitions}`);
  });

  test("the same one twice has one definition", () => {
    expect(paste("$0", `${url}\n${url}`)).toBe(
      `- [[cicero-pull-66]]\n- [[cicero-pull-66]]$0\n\n${definition}`,
    );
  });

  test.each(["```\n$0\n```", "a $0words$0", "[t]($0)"])(
    "stay as they are in %j",
    (fixture) => {
      expect(paste(fixture, two)).toBeUndefined();
    },
  );

  test("stay as they are with anything else among them", () => {
    expect(paste("$0", `${url}\nand\n${url}`)).toBeUndefined();
    expect(paste("$0", `${url}\nhttps://example.org`)).toBeUndefined();
  });
});
