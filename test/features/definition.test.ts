import { expect, test } from "vitest";
import { definition } from "../../server/src/features/definition.js";
import { mark, postWithCursor, uri } from "./marks.js";

/** `$0` is the cursor, `⟦…⟧` the answer; a text without marks has none. */
function check(marked: string): void {
  const { post, document, position } = postWithCursor(
    marked.replace(/[⟦⟧]/g, ""),
  );
  const found = definition(post, position);
  if (found) expect(found.uri).toBe(uri);
  expect(mark(document, found ? [found.range] : [])).toBe(
    marked.replace("$0", ""),
  );
}

test.each([
  ["the label of a shortcut", "[[a$0b]]\n\n⟦[ab]: /x⟧\n"],
  ["beside the inner brackets", "[[ab]$0]\n\n⟦[ab]: /x⟧\n"],
  ["the text of a full reference", "[te$0xt][ab]\n\n⟦[ab]: /x⟧\n"],
  ["the label of a full reference", "[text][a$0b]\n\n⟦[ab]: /x⟧\n"],
  ["an image in a link", "[![$0i][i]][ab]\n\n[ab]: /x\n⟦[i]: /i⟧\n"],
  ["the first of two definitions", "[a$0]\n\n⟦[A]: /1⟧\n[a]: /2\n"],
  ["a label by case fold", "[ẞ$0]\n\n⟦[ss]: /x⟧\n"],
  ["from the definition's own label", "[a]\n\n⟦[a$0]: /x⟧\n"],
  ["from a later definition", "[a]\n\n⟦[a]: /x⟧\n[a$0]: /y\n"],
  ["a definition in a quote", "[a$0]\n\n⟦> [a]: /x⟧\n"],
  ["a title on the next line", "[a$0]\n\n⟦[a]: /x⟧\n  'title'\n"],
])("goes to the definition: %s", (_, marked) => check(marked));

test.each([
  ["a destination", "[a]\n\n[a]: https://$0example.org\n"],
  ["an undefined label", "[[a$0]]\n"],
  ["plain text", "no$0thing [a]\n\n[a]: /x\n"],
  ["code", "`[a$0]`\n\n[a]: /x\n"],
  ["the end of an empty text", "$0"],
])("goes nowhere: %s", (_, marked) => check(marked));
