import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "../../server/src/markdown/parse.js";
import { sentenceAround } from "../../server/src/markdown/sentence.js";
import { anyMarkup, anyPost, numRuns, timeout } from "./arbitraries.js";

test(
  "any use of any text stands in one line or none",
  () => {
    const texts = fc.oneof(anyMarkup, anyPost);
    const syntaxes = fc.constantFrom("commonmark" as const, "mdx" as const);
    fc.assert(
      fc.property(texts, syntaxes, (text, syntax) => {
        const document = parse(text, syntax);
        for (const { textSpan } of [
          ...document.references,
          ...document.links,
        ]) {
          const sentence = sentenceAround(document, textSpan) ?? "-";
          expect(sentence).toBe(sentence.trim());
          expect(sentence).toMatch(/^.+$/);
        }
      }),
      { numRuns },
    );
  },
  timeout,
);
