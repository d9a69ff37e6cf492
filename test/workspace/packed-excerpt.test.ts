import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "../../server/src/markdown/parse.js";
import { excerptOf, factsOf } from "../../server/src/workspace/facts.js";
import { pack, unpack } from "../../server/src/workspace/packed-excerpt.js";
import { createFactsReader } from "../../server/src/workspace/packed-facts.js";
import { said } from "./said.js";

const uri = "file:///posts/2022-11-02-a.md";

test("a packed post", () => {
  const text = [
    "---",
    "authors: [alice, Jos\u00e9]",
    "---",
    "## Low *level*",
    "",
    "Merged [[a]], [the plan](https://e.co/p) and [B][].",
    "",
    "[a]: https://github.com/o/r/pull/1",
    "[b]:   <https://github.com/o/r/pull/2#x> 'title'",
    "[a]: other",
  ].join("\n");
  const packed = pack(excerptOf(uri, parse(text)));
  expect(packed.replaceAll("\t", "\u21e5").split("\n")).toEqual([
    '{"authors":["alice","Jos\\00e9"],"tags":[],"day":19298,"frontMatter":{"fields":["authors"]},"shortcuts":{"bracketed":1,"plain":0}}',
    "[a\u21e5https://github.com/o/r/pull/1\u21e52s",
    "[b\u21e5https://github.com/o/r/pull/2#x\u21e53r 3s 3t 3z 4s 53",
    "[a\u21e5other\u21e554",
    "=0 1k 1",
    "=1 2l 1",
    "(https://e.co/p\u21e520",
    "#2Low level\u21e5y 19",
  ]);
});

const fixtures = new URL("../fixtures/posts/", import.meta.url);

test.each(["2022-11-02-tooling.md", "2022-11-16-consensus.md"])(
  "%s says the same when it is unpacked",
  (name) => {
    const text = readFileSync(new URL(name, fixtures), "utf8");
    const document = parse(text);
    const packed = pack(excerptOf(uri, document));
    expect(packed).toMatch(/^[\t\n -~]*$/);
    expect(pack(unpack(packed))).toBe(packed);
    const read = createFactsReader(["github.com"])(uri, packed);
    expect(said(factsOf(uri, document, ["github.com"]))).toEqual(said(read));
  },
);
