import { expect, test } from "vitest";
import { edit } from "../../server/src/markdown/edit.js";
import { parse, parseAsOne } from "../../server/src/markdown/parse.js";
import { windowsAround } from "../../server/src/markdown/window.js";
import { expectSame } from "./said.js";

const paragraphs = Array.from(
  { length: 100 },
  (_, at) => `Paragraph ${at}\n\n`,
);
const text = paragraphs.join("");

function insertion(at: string, inserted: string) {
  const start = text.indexOf(at);
  return { span: { start, end: start }, text: inserted };
}

function shown(...changes: ReturnType<typeof insertion>[]): string[][] {
  return [...windowsAround(parse(text).chunks, changes)].map((windows) =>
    windows.map(({ first, all, text }) => {
      const edited = text.includes("!") ? "!" : "";
      return `${first} to ${first + all.length - 1}${edited}`;
    }),
  );
}

test("a few chunks are looked at, and more and more where those do not tell", () => {
  expect(shown(insertion("Paragraph 40", "!"))).toEqual([
    ["38 to 42!"],
    ["24 to 56!"],
    ["0 to 99!"],
  ]);
});

test("changes that are far from each other are looked at apart", () => {
  const far = [insertion("Paragraph 10", "!"), insertion("Paragraph 90", "!")];
  expect(shown(...far)).toEqual([
    ["8 to 12!", "88 to 92!"],
    ["0 to 26!", "74 to 99!"],
    ["0 to 99!"],
  ]);
  const near = [insertion("Paragraph 10", "!"), insertion("Paragraph 14", "!")];
  expect(shown(...near)[0]).toEqual(["8 to 16!"]);
});

test.each([
  ["a fence that takes in all below it", "```\n"],
  ["a fence that the next one closes far below", "~~~\n"],
  ["a comment that nothing closes", "<!--\n"],
])("%s reaches beyond a window", (_, inserted) => {
  const change = insertion("Paragraph 40", inserted);
  const closing = insertion("Paragraph 80", "~~~\n");
  const before = edit(parse(text), [closing]);
  const { start } = change.span;
  expectSame(
    edit(before, [change]),
    parseAsOne(
      before.text.slice(0, start) + inserted + before.text.slice(start),
    ),
  );
});
