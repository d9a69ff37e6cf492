import { expect, test } from "vitest";
import { isAccess, scopesOf } from "../../client/src/access.js";

test("public repositories take no scope, private ones the only scope that shows them", () => {
  expect(scopesOf("public")).toEqual([]);
  expect(scopesOf("private")).toEqual(["repo"]);
});

test("what was remembered may be anything", () => {
  expect(["public", "private"].every(isAccess)).toBe(true);
  expect([undefined, null, "", "repo", {}].some(isAccess)).toBe(false);
});
