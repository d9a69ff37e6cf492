import { expect, test } from "vitest";
import { references } from "../../server/src/features/references.js";
import { parse } from "../../server/src/markdown/parse.js";
import { factsOf } from "../../server/src/workspace/facts.js";
import { createIndex } from "../../server/src/workspace/index.js";
import { mark, postWithCursor, uri } from "./marks.js";

/** Posts with the references to what is at `$0` in the first one as `⟦…⟧`. */
function check(
  [first = "", ...others]: readonly string[],
  includeDeclaration = true,
): void {
  const plain = (text: string) => text.replace(/[⟦⟧]/g, "");
  const { post, position } = postWithCursor(plain(first));
  const documents = new Map([
    [uri, post.document],
    ...others.map(
      (text, number) =>
        [`file:///blog/sub/${number}.md`, parse(plain(text))] as const,
    ),
  ]);
  const index = createIndex();
  for (const [at, document] of documents)
    index.set(factsOf(at, document, ["github.com"]));
  const found = references(post, position, includeDeclaration, index);
  const marked = [...documents].map(([at, document]) =>
    mark(
      document,
      found
        .filter((place) => place.uri === at)
        .map(({ span }) => document.lines.rangeOf(span)),
    ),
  );
  expect(marked).toEqual([first.replace("$0", ""), ...others]);
}

const node = "https://github.com/input-output-hk/cardano-node";

test.each<[string, string[]]>([
  [
    "all forms of a label, in any case",
    [`[[⟦n$0⟧]] [⟦N⟧][] [t][⟦n⟧] ![⟦n⟧]\n\n[n]: ⟦${node}⟧\n`],
  ],
  ["from the definition's label", [`[⟦n⟧]\n\n[n$0]: ⟦${node}⟧\n`]],
  ["from a destination", [`[⟦n⟧]\n\n[n]: ⟦$0${node}⟧\n`]],
  [
    "other labels, links and bare URLs of the same target",
    [
      `[⟦n$0⟧] [⟦m⟧] [x](⟦${node}⟧) <⟦${node}/⟧> ⟦${node}⟧\n\n[n]: ⟦${node}⟧\n[m]: ⟦${node}⟧#readme\n`,
    ],
  ],
  ...["[t$0](⟦_⟧)", "[t](⟦_$0⟧)", "see ⟦_$0⟧", "<⟦$0_⟧>"].map(
    (place): [string, string[]] => [
      `from ${place}, across posts`,
      [
        `${place.replace("_", `${node}/pull/1`)}, [⟦n⟧]\n\n[n]: ⟦${node}/pull/1⟧\n`,
        `[⟦m⟧] [x](⟦${node}/pull/1⟧)\n\n[m]: ⟦${node}/pull/1⟧\n`,
      ],
    ],
  ),
  [
    "other posts",
    [
      `[⟦n$0⟧]\n\n[n]: ⟦${node}/pull/1⟧\n`,
      `[⟦other⟧] [n]\n\n[other]: ⟦${node}/pull/1⟧#discussion_r1\n[n]: ${node}\n`,
      "Nothing here.\n",
    ],
  ],
  ["a label that is not defined", ["[[⟦n$0⟧]] [t][⟦n⟧]\n", "[[n]]\n"]],
  [
    "a file next to the post, in this post alone",
    ["[⟦n$0⟧]\n\n[n]: ⟦../a.md⟧\n", "[n]\n\n[n]: ../a.md\n"],
  ],
  [
    "any other address",
    ["[⟦n$0⟧]\n\n[n]: ⟦https://a.example⟧\n", "<⟦https://a.example⟧>\n"],
  ],
  ["nothing in plain text", [`te$0xt [n]\n\n[n]: ${node}\n`]],
])("finds %s", (_, posts) => check(posts));

test("leaves definitions out if asked", () => {
  check([`[⟦n$0⟧]\n\n[n]: ${node}\n`, `[⟦m⟧]\n\n[m]: ${node}\n`], false);
});
