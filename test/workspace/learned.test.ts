import { expect, test } from "vitest";
import type { Document } from "../../server/src/markdown/document.js";
import { edit } from "../../server/src/markdown/edit.js";
import { parse } from "../../server/src/markdown/parse.js";
import { factsOf } from "../../server/src/workspace/facts.js";
import { createIndex } from "../../server/src/workspace/index.js";
import { defaultSettings } from "../../server/src/workspace/settings.js";
import { defines, uriOf } from "./posts.js";

const uri = uriOf("a.md");
const { hosts } = defaultSettings.github;

function opened(text: string) {
  const index = createIndex();
  const facts = (name: string, document: Document) =>
    factsOf(uriOf(name), document, hosts);
  let document = parse(text);
  index.set(facts("a.md", document));
  const known = (lessonsOf: Document) =>
    index.knowledgeOf(uri, facts("a.md", document), lessonsOf);
  const first = document;
  const before = known(first);
  return {
    index,
    before,
    facts,
    /** Replaces a part of the text; the other posts' facts stay as they are. */
    replace(part: string, by: string) {
      const start = document.text.indexOf(part);
      const span = { start, end: start + part.length };
      document = edit(document, [{ span, text: by }]);
    },
    /** What is known with what the first text taught, as long as no definition or link changes. */
    sameLessons: () => known(first),
    ownLessons: () => known(document),
  };
}

const text = `---\nauthors: [ada]\n---\n\nSee [[node]] and [[ledger]].\n\n${defines({ node: "iog/node", ledger: "iog/ledger" })}`;

test("what is learned is the same when a reference comes or goes", () => {
  const { before, replace, sameLessons } = opened(text);
  replace("[[node]]", "[[nod]]");
  const after = sameLessons();
  expect(after).not.toBe(before);
  expect(after.learned).toBe(before.learned);
});

test("it is another when a definition changes", () => {
  const { before, replace, ownLessons } = opened(text);
  replace("iog/ledger", "iog/hydra");
  const after = ownLessons();
  expect(after.learned).not.toBe(before.learned);
  expect(before.knowsRepository("hydra")).toBe(false);
  expect(after.knowsRepository("hydra")).toBe(true);
});

test("it is another when another post changes, which says something else", () => {
  const { index, before, facts, sameLessons } = opened(text);
  expect(before.isDefinedElsewhere("NODE")).toBe(false);
  index.set(facts("b.md", parse(defines({ node: "fork/node" }))));
  const after = sameLessons();
  expect(after.learned).not.toBe(before.learned);
  expect(after.isDefinedElsewhere("NODE")).toBe(true);
});

test("it is another when the post is of another team or day", () => {
  const { index, facts, replace, sameLessons } = opened(text);
  index.set(
    facts(
      "b.md",
      parse(`---\nauthors: [eve]\n---\n\n${defines({ node: "fork/node" })}`),
    ),
  );
  const [ofTeam] = sameLessons().definitionsOf("NODE");
  expect(ofTeam?.ofTeam).toBe(false);
  replace("[ada]", "[eve]");
  const [definition] = sameLessons().definitionsOf("NODE");
  expect(definition?.ofTeam).toBe(true);
  const before = sameLessons();
  replace("authors:", "date: 2024-01-02\nauthors:");
  expect(sameLessons().learned).not.toBe(before.learned);
});

test("it is another when a setting changes", () => {
  const { index, before, sameLessons } = opened(text);
  index.configure({ ...defaultSettings, repositories: ["iog/hydra"] });
  expect(before.knowsRepository("hydra")).toBe(false);
  expect(sameLessons().knowsRepository("hydra")).toBe(true);
});

test("it is each post's own where two have the same text", () => {
  const { index, before, facts } = opened(text);
  const document = parse(text);
  const one = index.knowledgeOf(uri, facts("a.md", document), document);
  const other = index.knowledgeOf(
    uriOf("b.md"),
    facts("b.md", document),
    document,
  );
  expect(before.isDefinedElsewhere("NODE")).toBe(false);
  expect(one.isDefinedElsewhere("NODE")).toBe(false);
  expect(other.isDefinedElsewhere("NODE")).toBe(true);
});
