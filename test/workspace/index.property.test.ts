import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "../../server/src/markdown/parse.js";
import type {
  RepositoryContent,
  RepositoryName,
} from "../../server/src/targets/target.js";
import { parseUrl } from "../../server/src/targets/url.js";
import { excerptOf, factsOf } from "../../server/src/workspace/facts.js";
import { createIndex } from "../../server/src/workspace/index.js";
import type { Knowledge } from "../../server/src/workspace/knowledge.js";
import { pack } from "../../server/src/workspace/packed-excerpt.js";
import { createFactsReader } from "../../server/src/workspace/packed-facts.js";
import { numRuns, timeout } from "../markdown/arbitraries.js";
import { defines, uriOf, workspaceOf } from "./posts.js";

const hosts = ["github.com"];
const at = (path: string) =>
  parseUrl(`https://github.com/${path}`, hosts) as RepositoryContent;
const full = ({ owner, repo }: RepositoryName) => `${owner}/${repo}`;
const facts = (name: string, text: string) =>
  factsOf(uriOf(name), parse(text), hosts);

const read = createFactsReader(hosts);
const packed = (name: string, text: string) =>
  read(uriOf(name), pack(excerptOf(uriOf(name), parse(text))));

function all(knowledge: Knowledge) {
  return {
    definitions: [...knowledge.definitions()]
      .map(({ key, destination }) => `${key} ${destination}`)
      .sort(),
    a: knowledge
      .definitionsOf("A")
      .map(({ uri }) => uri)
      .sort(),
    repositories: knowledge
      .repositories()
      .map((name) => `${full(name).toLowerCase()} ${name.uses}`)
      .sort(),
    x: knowledge
      .repositoriesNamed("x")
      .map(({ uses }) => uses)
      .sort(),
    on: knowledge.repositoriesNamed("on").map(full).sort(),
    bare: knowledge
      .repositoriesForBareNumber()
      .map(({ repo, here, numbers, share }) => ({
        repo,
        here,
        numbers,
        share: share.toFixed(6),
      }))
      .sort((a, b) => a.repo.localeCompare(b.repo)),
    ways: ["o/x/pull/7", "o/y/issues/7", "p/x"].map((path) =>
      knowledge
        .waysToName(at(path))
        .map(({ style, alias }) => `${style} ${alias}`)
        .sort(),
    ),
    mentions: knowledge.mentionsOf(at("o/x/pull/1")),
    kind: knowledge.kindOfNumber(
      { host: "github.com", owner: "o", repo: "x" },
      1,
    ),
  };
}

test(
  "after any changes the index knows what one made anew knows",
  () => {
    const label = fc.constantFrom(
      "a",
      "A",
      "b",
      "pull-1",
      "x-pull-2",
      "on#3",
      "x",
    );
    const page = fc.constantFrom(
      "o/x",
      "o/x/pull/1",
      "O/x/pull/2",
      "p/x",
      "o/y/pull/3",
      "o/x/issues/1",
    );
    const text = fc
      .array(fc.tuple(label, page), { maxLength: 5 })
      .map((pairs) =>
        pairs.map(([name, path]) => defines({ [name]: path })).join(""),
      );
    const name = fc.constantFrom("a.md", "b.md", "c.md");
    const change = fc.record({
      name,
      text: fc.option(text),
      how: fc.constantFrom("facts", "packed", "soon"),
      learned: fc.integer({ min: 0, max: 2 }),
    });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
        const index = createIndex();
        const now = new Map<string, string>();
        for (const { name, text, how, learned } of changes) {
          if (text === null) {
            index.delete(uriOf(name));
            now.delete(name);
          } else {
            if (how === "facts") index.set(facts(name, text));
            else if (how === "packed") index.set(packed(name, text));
            else index.setSoon(packed(name, text));
            now.set(name, text);
          }
          for (let left = learned; left > 0; left--) index.learnNext();
        }
        while (index.learnNext());
        const fresh = workspaceOf(Object.fromEntries(now)).index;
        for (const name of ["a.md", "z.md"]) {
          const uri = uriOf(name);
          expect(all(index.knowledgeOf(uri))).toEqual(
            all(fresh.knowledgeOf(uri)),
          );
        }
        for (const path of ["o/x", "o/x/pull/1", "o/y/pull/3"]) {
          expect(index.usesOf(at(path)).length).toBe(
            fresh.usesOf(at(path)).length,
          );
        }
      }),
      { numRuns: numRuns * 2 },
    );
  },
  timeout,
);
