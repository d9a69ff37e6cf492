import { describe, expect, test } from "vitest";
import { parse } from "../../server/src/markdown/parse.js";
import { offersFor } from "../../server/src/workspace/candidates.js";
import { excerptOf, factsOf } from "../../server/src/workspace/facts.js";
import { createIndex } from "../../server/src/workspace/index.js";
import { pack } from "../../server/src/workspace/packed-excerpt.js";
import { createFactsReader } from "../../server/src/workspace/packed-facts.js";
import {
  passagesOf,
  rememberText,
} from "../../server/src/workspace/passages.js";
import { wordsIn } from "../../server/src/workspace/words.js";
import { uriOf, workspaceOf } from "./posts.js";

const net = "https://github.com/iog/net";
const earlier = `
## Peer sharing

We continued to implement it. See more at:

* [net#4019](${net}/pull/4019)

## Consensus

We found that exceptions at its initialisation are not logged. This was fixed in
[net#4015](${net}/pull/4015).

## Other

| what | where |
| --- | --- |
| systemd's sockets | [net#3979](${net}/pull/3979) |
| a cache | [net#12](${net}/issues/12) |

A page on sockets: <https://a.example/sockets>.

[unused]: ${net}/pull/7
`;

function offered(
  here: string,
  label: string,
  others: Readonly<Record<string, string>> = { "2022-10-01.md": earlier },
) {
  const { post } = workspaceOf({ "2022-11-01.md": here, ...others });
  return offersFor(label, post("2022-11-01.md")).map(
    ({ destination, reason, certain }) => {
      expect(certain).toBe(false);
      return `${destination.replace(`${net}/`, "")} ${reason}`;
    },
  );
}

describe("a label of words is what the team's posts named in these words", () => {
  test("words of the label, whatever their endings", () => {
    expect(offered("[[exception-logs]]", "exception-logs")).toEqual([
      "pull/4015 as posts name it beside “exception”, “logs”",
    ]);
    expect(offered("[[socket activation]]", "socket activation")).toEqual([
      "pull/3979 as posts name it beside “socket”",
    ]);
  });
  test("words of the reference's text", () =>
    expect(offered("[initialising consensus][x]", "x")).toEqual([
      "pull/4015 as posts name it beside “initialising”, “consensus”",
    ]));
  test("words of the heading above, where an item is the reference alone", () =>
    expect(offered("[[peer-sharing-pr]]", "peer-sharing-pr")).toEqual([
      "pull/4019 as posts name it beside “peer”, “sharing”",
    ]));
  test("words around decide between several, but are not enough alone", () => {
    const others = {
      "2022-10-15.md": `- The cache of peers is full: ${net}/pull/1\n- The cache of blocks is full: ${net}/pull/2\n`,
    };
    const urls = (text: string) =>
      offered(text, "cache-fix", others).map((one) => one.split(" ")[0]);
    expect(urls("Blocks have a [[cache-fix]].")).toEqual(["pull/2", "pull/1"]);
    expect(urls("Peers have a [[cache-fix]].")).toEqual(["pull/1", "pull/2"]);
    expect(offered("The [[x]] of blocks.", "x", others)).toEqual([]);
  });
  test("a word of every other sentence is no trace", () => {
    const others = {
      "2022-10-15.md": Array.from(
        { length: 20 },
        (_, index) =>
          `- ${index % 2 ? "Cache" : "Peers"} and thing ${"abcdefghijklmnopqrst"[index]}xy: ${net}/pull/${index + 1}\n`,
      ).join(""),
    };
    expect(offered("[[cache]]", "cache", others)).toEqual([]);
    expect(offered("[[cache-cxy]]", "cache-cxy", others)).toEqual([
      "pull/3 as posts name it beside “cxy”",
    ]);
  });
  test("what this post gives a label already comes last", () => {
    const others = {
      "2022-10-15.md": `- The cache of blocks: ${net}/pull/1\n- The cache: ${net}/pull/2\n`,
    };
    const here = `Blocks have a [[cache-fix]].\n\n[one]: ${net}/pull/1\n`;
    expect(offered(here, "cache-fix", others)[0]).toMatch(/^pull\/2 /);
  });
  test("another part of this post counts, too", () =>
    expect(
      offered(
        `We cache blocks: ${net}/pull/1.\n\nSee [[block-cache]].`,
        "block-cache",
        {},
      ),
    ).toEqual(["pull/1 as posts name it beside “block”, “cache”"]));
  test("what a label says leaves nothing to words", () => {
    const others = {
      "2022-10-15.md": `The cache, which is at v12 or so: ${net}/pull/1, [it](https://github.com/iog/cache)\n`,
    };
    const urls = (label: string) => {
      const { post } = workspaceOf({
        "2022-11-01.md": `[[${label}]]`,
        ...others,
      });
      return offersFor(label, post("2022-11-01.md")).map(
        ({ destination }) => destination,
      );
    };
    expect(urls("cache")).toEqual(["https://github.com/iog/cache"]);
    expect(urls("cache-pull-12")).toEqual([
      "https://github.com/iog/cache/pull/12",
    ]);
    expect(urls("cache-fix")).toEqual([
      "https://github.com/iog/cache/tree/fix",
      `${net}/pull/1`,
      "https://github.com/iog/cache",
    ]);
  });
  test("posts of other teams say nothing", () => {
    const others = {
      "2022-10-15.md": `---\ntags: [sre]\n---\nThe cache: ${net}/pull/1\n`,
    };
    expect(offered("[[cache-fix]]", "cache-fix", others)).toEqual([]);
  });
});

test("a post that is kept without its text says something once that was read", () => {
  const uri = uriOf("2022-10-15.md");
  const text = `The cache of blocks: ${net}/pull/1\n`;
  const read = createFactsReader(["github.com"]);
  const facts = read(uri, pack(excerptOf(uri, parse(text))));
  const index = createIndex();
  index.set(facts);
  const here = parse("[[block-cache]]");
  index.set(factsOf(uriOf("2022-11-01.md"), here, ["github.com"]));
  const knowledge = () => index.knowledgeOf(uriOf("2022-11-01.md"));
  expect(index.neighboursOf(uriOf("2022-11-01.md"))).toEqual([facts]);
  expect(passagesOf(facts)).toBeUndefined();
  expect(knowledge().passages()).toEqual([]);
  rememberText(facts, text);
  expect(knowledge().passages()).toEqual([
    expect.objectContaining({ words: new Set(["cach", "block"]) }),
  ]);
});

test("words are what says something, in lower case, once for each stem", () => {
  expect([
    ...wordsIn(
      "The **Demotions** of [PR #4127][pull-4127] (`DemoteLocal`) demote [peers](https://a.example/x) at https://b.example/node-1; naïve 2.",
    ).values(),
  ]).toEqual(["demote", "demotelocal", "peers", "naïve"]);
});
