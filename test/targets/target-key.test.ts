import { expect, test } from "vitest";
import {
  sameItem,
  sameTarget,
  targetKey,
} from "../../server/src/targets/target-key.js";
import { parseUrl } from "../../server/src/targets/url.js";

const at = (path: string) =>
  parseUrl(`https://github.com/${path}`, ["github.com"]);

test.each([
  ["octo/cat", "Octo/Cat.git"],
  ["octo/cat/pull/12", "OCTO/cat/pull/12/files#r1"],
  ["octo/cat/blob/main/a#L1", "octo/cat/blob/main/a#L2"],
  ["octo", "orgs/Octo"],
  ["orgs/octo/projects/1/views/2", "orgs/octo/projects/1"],
])("%s is %s", (a, b) => {
  expect(sameTarget(at(a), at(b))).toBe(true);
  expect(sameItem(at(a), at(b))).toBe(true);
});

test.each([
  ["octo/cat/pull/12", "octo/cat/pull/13"],
  ["octo/cat/pull/12", "octo/dog/pull/12"],
  ["octo/cat/pull/12", "octo/cat/discussions/12"],
  ["octo/cat/tree/main", "octo/cat/tree/Main"],
  ["octo/cat/compare/a..b", "octo/cat/compare/a...b"],
  ["octo/cat/compare/b", "octo/cat/compare/a...b"],
  ["octo/cat/commit/4df3c5d", "octo/cat/commit/4df3c5e"],
])("%s is not %s", (a, b) => {
  expect(sameTarget(at(a), at(b))).toBe(false);
  expect(sameItem(at(a), at(b))).toBe(false);
});

test.each([
  ["octo/cat/pull/12", "octo/cat/issues/12#issuecomment-1"],
  [
    "octo/cat/commit/4df3c5d",
    "octo/cat/commit/4df3c5d956f1b062b950643da12768ae71acf245",
  ],
])("%s has another key than %s, and is the same item", (a, b) => {
  expect(sameTarget(at(a), at(b))).toBe(false);
  expect(sameItem(at(a), at(b))).toBe(true);
});

test("plain URLs are compared with their host in any case", () => {
  const url = (text: string) => parseUrl(text, []);
  const [a, b] = [url("https://A.example/x"), url("https://a.example/x")];
  expect(targetKey(a)).toBe(targetKey(b));
  expect(sameTarget(a, url("https://a.example/X"))).toBe(false);
});
