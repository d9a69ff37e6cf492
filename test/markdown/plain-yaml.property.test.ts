import * as fc from "fast-check";
import { expect, test } from "vitest";
import { readPlainYaml } from "../../server/src/markdown/plain-yaml.js";
import { parseYaml } from "../../server/src/markdown/yaml.js";

const scalar = fc.oneof(
  fc.constantFrom(
    ..."Hydra team|2022-11-04|2022-11-04-hydra|/a/b|true|False|no|null|~|12|1.5|0x1f|1e3|.inf|-1|a: b|a:b|a:|a # b|C#|[x]|x[1]|{y}|a, b|- a|? a|&a|*a|!a|%a|@a|`a`|a'b|\"a\"|'a'|\"a: b\"|'it''s'|\"a\\nb\"|(a)|Ünïcode|a  b|---|...|<<|null|Null|é: x|>|\"\"|''|\"a\" b|'a' 'b'|:x|a:]|_".split(
      "|",
    ),
  ),
  fc.string({
    unit: fc.constantFrom(...`ab1-:#[]{},"' ?&\t\\\u00e9\u2028`),
    maxLength: 8,
  }),
);
const value = fc.oneof(
  scalar,
  fc.array(scalar, { maxLength: 3 }).map((items) => `[${items.join(", ")}]`),
  fc.array(scalar, { maxLength: 3 }).map((items) => `[ ${items.join(" ,")} ]`),
);
const key = fc.constantFrom(
  ..."title slug tags authors hide_table_of_contents x-y _a true 1a a.b date".split(
    " ",
  ),
  "",
  "a b",
  '"q"',
);
const line = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(key, value).map(([k, v]) => `${k}: ${v}`) },
  fc.tuple(key, value).map(([k, v]) => `${k}:  ${v}  `),
  key.map((k) => `${k}:`),
  fc.constantFrom("", " ", "  - a", "- a", "  b: c", " more", "# x", "---"),
);
const yaml = fc
  .array(line, { minLength: 1, maxLength: 4 })
  .map((lines) => lines.join("\n"));

test("what is plain says what a parser says", () => {
  fc.assert(
    fc.property(yaml, fc.nat(99), (text, offset) => {
      const plain = readPlainYaml(text, offset);
      if (plain) expect(plain).toEqual(parseYaml(text, offset));
    }),
    { numRuns: 20_000 },
  );
});

test.each([
  "title: Hydra Team Update\nslug: 2022-11-04-hydra\nauthors: ch1bo\ntags: [hydra, heads]\nhide_table_of_contents: false",
  "title: \"A: b\"\ntags: ['x', y-z]\ndate: 2022-11-04\nauthors: []\nslug:",
])("a usual front matter is plain: %s", (text) => {
  expect(readPlainYaml(text, 4)).toEqual(parseYaml(text, 4));
});
