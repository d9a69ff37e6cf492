import fc from "fast-check";
import { expect, test } from "vitest";
import { formatUrl, parseUrl } from "../../server/src/targets/url.js";
import { anyTarget, hosts } from "./arbitraries.js";

test("reading what was written gives the same target", () => {
  fc.assert(
    fc.property(anyTarget, (target) => {
      expect(parseUrl(formatUrl(target), hosts)).toEqual(target);
    }),
  );
});

test("any text has a target, and its URL the same one", () => {
  const anyUrl = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.webUrl({ withFragments: true, withQueryParameters: true }),
    fc
      .array(
        fc.constantFrom(
          "a",
          "pull",
          "12",
          "/",
          "tree",
          "%2e",
          "..",
          "?",
          "#",
          "%",
        ),
      )
      .map((parts) => `https://github.com/o/${parts.join("")}`),
  );
  fc.assert(
    fc.property(anyUrl, (url) => {
      const target = parseUrl(url, hosts);
      expect(parseUrl(formatUrl(target), hosts)).toEqual(target);
    }),
    { numRuns: 500 },
  );
});
