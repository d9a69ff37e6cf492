import fc from "fast-check";
import { expect, test } from "vitest";
import { headingBefore } from "../../server/src/markdown/heading-before.js";
import { parse } from "../../server/src/markdown/parse.js";

const line = fc.constantFrom("# a", "b\n===", "- ## c", "> # d", "text", "");

test("the last of a document's headings that ends before an offset", () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 8 }), fc.nat(60), (lines, at) => {
      const text = lines.join("\n\n");
      const offset = Math.min(at, text.length);
      const document = parse(text);
      expect(headingBefore(document, offset)).toEqual(
        document.headings.findLast(({ span }) => span.end <= offset),
      );
    }),
    { seed: 20261129, numRuns: 300 },
  );
});
