import { expect, test } from "vitest";
import { documentLinks } from "../../server/src/features/document-links.js";
import { parse } from "../../server/src/markdown/parse.js";
import { mark } from "./marks.js";

function check(marked: string, targets: readonly string[]): void {
  const document = parse(marked.replace(/[⟦⟧]/g, ""));
  const found = documentLinks(document);
  expect(
    mark(
      document,
      found.map(({ range }) => range),
    ),
  ).toBe(marked);
  expect(found.map(({ target }) => target)).toEqual(targets);
  expect(found.map(({ tooltip }) => tooltip)).toEqual(targets);
}

test.each<[string, string, string[]]>([
  [
    "labels in use, and the definition's destination",
    "[[⟦x⟧]] and [text][⟦x⟧]\n\n[x]: ⟦https://example.org⟧ 'title'\n",
    Array(3).fill("https://example.org"),
  ],
  [
    "inline links, autolinks and bare URLs",
    "[a](⟦https://a.example/1⟧) <⟦https://a.example/2⟧> ⟦https://a.example/3⟧\n",
    ["https://a.example/1", "https://a.example/2", "https://a.example/3"],
  ],
  [
    "angle brackets and escapes",
    "[x]: <⟦https://a.example/a&amp;b⟧>\n",
    ["https://a.example/a&b"],
  ],
  [
    "a reference in a link's place",
    "[![i][⟦i⟧]](⟦https://a.example⟧)\n\n[i]: ⟦https://a.example/i.png⟧\n",
    ["https://a.example/i.png", "https://a.example", "https://a.example/i.png"],
  ],
  [
    "nothing but the web",
    "[a](b.md) [c](mailto:a@b.example) [d] [e](command:x) <>\n\n[d]: ../d.md\n",
    [],
  ],
  ["nothing undefined", "[[x]] [x][]\n", []],
])("links %s", (_, marked, targets) => check(marked, targets));
