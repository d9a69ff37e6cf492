import { expect, test } from "vitest";
import { workspaceSymbols } from "../../server/src/features/workspace-symbols.js";
import { parse } from "../../server/src/markdown/parse.js";
import { factsOf } from "../../server/src/workspace/facts.js";

const posts = [
  factsOf(
    "file:///blog/week%201.md",
    parse("# First *week*\n\n##\n\n[cardano\nnode]: /x\n[b]: /y\n"),
    [],
  ),
];

function names(query: string, headings = true): string[] {
  return workspaceSymbols(posts, query, headings).map(
    ({ name, containerName }) => `${name} in ${containerName}`,
  );
}

test("labels and headings, in one line and never empty", () => {
  expect(names("")).toEqual([
    "cardano node in week 1.md",
    "b in week 1.md",
    "First week in week 1.md",
  ]);
});

test("letters in order, in any case, spaces aside", () => {
  expect(names("CN")).toEqual(["cardano node in week 1.md"]);
  expect(names("fir wk")).toEqual(["First week in week 1.md"]);
  expect(names("kw")).toEqual([]);
  expect(names("bb")).toEqual([]);
});

test("no headings where they are not wanted", () => {
  expect(names("e", false)).toEqual(["cardano node in week 1.md"]);
});
