import { expect, test } from "vitest";
import type { Document } from "../../server/src/markdown/document.js";
import { edit } from "../../server/src/markdown/edit.js";
import { labelKey } from "../../server/src/markdown/label.js";
import {
  eachReferenceOf,
  readNames,
} from "../../server/src/markdown/label-places.js";
import { parse } from "../../server/src/markdown/parse.js";

const labels = Array.from({ length: 30 }, (_, index) => `pull-${index}`);
const keys = [...labels, "none", "pull-x"].map(labelKey);

const text = [
  ...Array.from(
    { length: 300 },
    (_, index) =>
      `Paragraph with [[${labels[(index * 7) % labels.length]}]] and [it][pull-${index % 11}].`,
  ),
  ...labels.slice(3).map((label) => `[${label}]: https://example.org/${label}`),
].join("\n\n");

function found(document: Document): string[] {
  const places: string[] = [];
  eachReferenceOf(document, keys, ({ key, labelSpan }, by) =>
    places.push(`${labelSpan.start + by} ${key}`),
  );
  return places.sort();
}

function listed({ references }: Document): string[] {
  return references
    .filter(({ key }) => keys.includes(key))
    .map(({ key, labelSpan }) => `${labelSpan.start} ${key}`)
    .sort();
}

test("the references of some labels are those of the document, wherever it was edited", () => {
  let document = parse(text);
  expect(found(document)).toEqual(listed(document));
  // Far from each other, one after the other, back and forth; and definitions come and go.
  const put = [
    "[[pull-7]] ",
    "x",
    "\n\n[[pull-x]]\n\n",
    "\n\n[pull-x]: https://example.org\n\n",
    "",
  ];
  for (let turn = 0; turn < 40; turn++) {
    const start = (turn * 7_919) % document.text.length;
    const end = Math.min(document.text.length, start + (turn % 3) * 20);
    document = edit(document, [
      { span: { start, end }, text: put[turn % put.length] ?? "" },
    ]);
    if (turn % 3 === 0) for (const _ of readNames(document));
    expect(found(document)).toEqual(listed(document));
  }
});
