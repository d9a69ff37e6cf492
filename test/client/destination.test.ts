import { describe, expect, test } from "vitest";
import { destinationProblem } from "../../client/src/destination.js";

describe("takes", () => {
  test.each([
    "https://github.com/input-output-hk/cardano-node/pull/4489",
    "  https://example.com/a  ",
    "http://localhost:3000",
    "mailto:team@example.com",
    "./2022-08-12-sre.md",
    "../authors",
    "/blog/2022-08-12",
    "#summary",
  ])("%s", (typed) => {
    expect(destinationProblem(typed)).toBeUndefined();
  });
});

describe("says what is wrong with", () => {
  test.each([
    ["", "Type a URL."],
    ["   ", "Type a URL."],
    ["https://example.com/a b", "A URL holds no spaces."],
    ["github.com/a/b", "Type the whole URL, with https:// in front."],
    ["cardano-node", "Type the whole URL, with https:// in front."],
    ["https://", "This is no URL."],
  ])("%j", (typed, problem) => {
    expect(destinationProblem(typed)).toBe(problem);
  });
});
