import { expect, test } from "vitest";
import { parse } from "../../server/src/markdown/parse.js";
import { factsOf } from "../../server/src/workspace/facts.js";

const read = (text: string) =>
  factsOf("file:///a.md", parse(text), ["github.com"]);

test("definitions, the first of a label counts, and whether they are used", () => {
  const text = `See [[a]] and [B].

[A]: https://github.com/octo/cat
[a]: https://github.com/octo/dog
[b]: https://example.org
[c]: https://github.com/octo/cat/pull/1
`;
  const { definitions } = read(text);
  expect(
    definitions.map(({ label, target, counts, used }) => [
      label,
      target.kind,
      counts,
      used,
    ]),
  ).toEqual([
    ["A", "repository", true, true],
    ["a", "repository", false, false],
    ["b", "url", true, true],
    ["c", "pull", true, false],
  ]);
  const [first] = definitions;
  expect(text.slice(first?.labelSpan.start, first?.labelSpan.end)).toBe("A");
});

test("uses in document order, an undefined label and an image left out", () => {
  const text = `[[a]] [x] ![i](https://github.com/octo/cat) [t](https://github.com/octo/cat/issues/2)
https://github.com/octo/cat/pull/3

[a]: https://github.com/octo/cat/pull/1
`;
  const uses = read(text).uses.map(({ form, target, span, key }) => [
    form,
    "number" in target ? target.number : undefined,
    text.slice(span.start, span.end),
    key,
  ]);
  expect(uses).toEqual([
    ["reference", 1, "a", "A"],
    ["link", 2, "https://github.com/octo/cat/issues/2", undefined],
    ["link", 3, "https://github.com/octo/cat/pull/3", undefined],
    ["definition", 1, "https://github.com/octo/cat/pull/1", "A"],
  ]);
});

test.each([
  ["authors: octo\ntags: [a, b]", ["octo"], ["a", "b"]],
  ["authors:\n  - octo\n  - name: Mona\n    url: x\n", ["octo", "Mona"], []],
  ["authors:\n  key: mona\n  name: Mona", ["mona"], []],
  ["tags: [1, {label: x}, null]", [], ["x"]],
  ["authors: [", [], []],
  ["just text", [], []],
  ["a: &a [*a]\nauthors: *a", [], []],
  ["", [], []],
])("the front matter %j", (yaml, authors, tags) => {
  expect(read(`---\n${yaml}\n---\n\n# Hi\n`)).toMatchObject({ authors, tags });
});

test("the day, by its name or front matter", () => {
  expect(read("---\ndate: 1970-01-03\n---\n").day).toBe(2);
  expect(read("").day).toBeUndefined();
});

test("how many references show their label between one pair of brackets or two", () => {
  const text =
    "[[a]] [a] [[a]], [t][a] [a][] [[t][a]] [x] [[x]]\n\n[a]: https://example.org\n";
  expect(read(text).shortcuts).toEqual({ bracketed: 2, plain: 1 });
});
