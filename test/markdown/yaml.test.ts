import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "../../server/src/markdown/parse.js";
import {
  fieldOf,
  innerSpan,
  readYaml,
} from "../../server/src/markdown/yaml.js";

const text = `---
title: "🎉 It's" # why
authors: [ch1bo, 'coot']
tags:
  - label: hydra
  - x y
date: 2022-11-04
draft:
---
`;

test("every key and value has its place in the text", () => {
  const { frontMatter } = parse(text);
  const at = ({ start, end }: { start: number; end: number }) =>
    text.slice(start, end);
  const fields = frontMatter?.yaml.fields ?? [];
  expect(fields.map(({ keySpan }) => at(keySpan))).toEqual(
    fields.map(({ key }) => key),
  );
  const [title, authors, tags, date, draft] = fields.map(({ value }) => value);
  expect(title?.kind === "scalar" && at(innerSpan(title))).toBe("🎉 It's");
  expect(
    authors?.kind === "list" && authors.items.map(({ span }) => at(span)),
  ).toEqual(["ch1bo", "'coot'"]);
  const [labelled] = tags?.kind === "list" ? tags.items : [];
  const label = labelled?.kind === "mapping" && fieldOf(labelled, "label");
  const hydra = label ? label.value?.span : undefined;
  expect(hydra && at(hydra)).toBe("hydra");
  expect(date).toMatchObject({ value: "2022-11-04" });
  expect(draft).toBeUndefined();
  expect(frontMatter?.yaml.comments.map(({ span }) => at(span))).toEqual([
    "# why",
  ]);
});

test.each([
  ["title: foo: bar", "Nested mappings are not allowed in compact mappings."],
  [
    "a: [1",
    "Flow sequence in block collection must be sufficiently indented and end with a ].",
  ],
  ["a: 1\na: 2", "Map keys must be unique."],
  ["a: @x", "Plain value cannot start with reserved character @."],
])("%j is no YAML", (yaml, message) => {
  expect(readYaml(yaml).errors.map((error) => error.message)).toContain(
    message,
  );
});

test("every text can be read", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.nat(9), (yaml, offset) => {
      const { fields, errors, comments } = readYaml(yaml, offset);
      for (const span of [
        ...fields.flatMap(({ keySpan, value }) => [keySpan, value?.span]),
        ...[...errors, ...comments].map((one) => one.span),
      ]) {
        if (!span) continue;
        expect(span.start).toBeGreaterThanOrEqual(offset);
        expect(span.end).toBeLessThanOrEqual(offset + yaml.length);
        expect(span.end).toBeGreaterThanOrEqual(span.start);
      }
    }),
  );
});
