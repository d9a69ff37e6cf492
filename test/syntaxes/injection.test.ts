import { readdir, readFile } from "node:fs/promises";
import { tests as commonMark } from "commonmark-spec";
import { describe, expect, test } from "vitest";
import {
  contributedGrammars,
  createTokenizer,
  type Token,
} from "./tokenize.js";

const fixtures = await readMarkdown(".");
const posts = await readMarkdown("../../examples/blog");
const plain = await createTokenizer([]);
const injected = await createTokenizer(await contributedGrammars());

describe("gives the scopes that stand in the snapshot", () => {
  test.each(fixtures)("$name", async ({ name, text }) => {
    await expect(render(text)).toMatchFileSnapshot(`${name}.snap`);
  });
});

describe("takes no scope from Markdown's own grammar", () => {
  test.each([...fixtures, ...posts])("$name", ({ text }) => {
    expect(damageTo(text)).toEqual([]);
  });

  test("CommonMark's own examples", () => {
    expect(commonMark.length).toBeGreaterThan(600);
    expect(commonMark.flatMap(({ markdown }) => damageTo(markdown))).toEqual(
      [],
    );
  });
});

function render(text: string): string {
  const lines = text.split("\n");
  return injected(text)
    .flatMap((tokens, line) => [
      `> ${lines[line]}`,
      ...tokens.map((token) => `  ${renderToken(token)}`),
    ])
    .join("\n")
    .concat("\n");
}

const renderToken = ({ text, scopes }: Token): string =>
  `${JSON.stringify(text)} ${scopes.join(" ")}`.trimEnd();

/** Characters that have lost a scope, or that have got another without being ours. */
function damageTo(text: string): string[] {
  const before = plain(text);
  const lines = text.split("\n");
  return injected(text).flatMap((tokens, line) => {
    if (misread.test(lines[line] ?? "")) return [];
    const was = byCharacter(before[line] ?? []);
    return byCharacter(tokens).flatMap(({ text, scopes }, column) => {
      const old = was[column]?.scopes ?? [];
      const ours = scopes.some((scope) => scope.endsWith(".weeknotes"));
      const intact = ours
        ? old.every((scope) => scopes.includes(scope))
        : scopes.join(" ") === old.join(" ");
      return intact
        ? []
        : [
            `${line + 1}:${column + 1} ${text}: ${old.join(" ")} → ${scopes.join(" ")}`,
          ];
    });
  });
}

/**
 * What Markdown's own grammar misreads: it ends `[a\]b]: …` at the first bracket, and takes `[[a]][[b]]` for one link.
 */
const misread = /^ {0,3}\[[^\]]*\\\]|\]\]\[\[/;

function byCharacter(tokens: readonly Token[]): readonly Token[] {
  return tokens.flatMap(({ text, scopes }) =>
    text.split("").map((character) => ({ text: character, scopes })),
  );
}

async function readMarkdown(folder: string) {
  const url = new URL(`${folder}/`, import.meta.url);
  const names = (await readdir(url)).filter((name) =>
    /\.(?:md|txt)$/.test(name),
  );
  return Promise.all(
    names.map(async (name) => ({
      name,
      text: await readFile(new URL(name, url), "utf8"),
    })),
  );
}
