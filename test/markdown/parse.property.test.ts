import fc from "fast-check";
import { expect, test } from "vitest";
import type { Document } from "../../server/src/markdown/document.js";
import { isLabel, labelKey } from "../../server/src/markdown/label.js";
import { parse } from "../../server/src/markdown/parse.js";
import type { Span } from "../../server/src/markdown/span.js";
import {
  anyMarkup,
  anyPost,
  anyText,
  numRuns,
  timeout,
} from "./arbitraries.js";
import { slice } from "./describe-references.js";
import { linkedByRemark, linkedByUs } from "./reference-parsers.js";

const anything = fc.oneof(anyText, anyMarkup, anyPost);

test("every text has a document, and its spans lie within the text", {
  timeout,
}, () => {
  fc.assert(
    fc.property(
      anything,
      fc.constantFrom("commonmark" as const, "mdx" as const),
      (text, syntax) => {
        const document = parse(text, syntax);
        for (const { start, end } of spansOf(document)) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      },
    ),
    { numRuns },
  );
});

test("what stands at a label's place is the label", { timeout }, () => {
  fc.assert(
    fc.property(anything, (text) => {
      const document = parse(text);
      for (const each of [...document.references, ...document.definitions]) {
        const source = slice(document, each.labelSpan);
        // Over a line break it may hold a quote's markers.
        if (/[\n\r\0]/.test(source)) continue;
        expect(labelKey(source)).toBe(each.key);
        expect(source).toBe(each.label);
      }
    }),
    { numRuns },
  );
});

test("remark links the same", { timeout }, () => {
  fc.assert(
    fc.property(fc.oneof(anyMarkup, anyPost), (text) => {
      expect(linkedByUs(parse(text))).toEqual(linkedByRemark(text));
    }),
    { numRuns },
  );
});

/** `[a][b][c]`: which two belong together depends on which is defined first. */
const labelsInARow = /\][^[\]]?\[[^[\]]*\]\[/;

test("a reference is undefined if and only if its definition would link it", {
  timeout,
}, () => {
  fc.assert(
    fc.property(anyMarkup, (text) => {
      const document = parse(text);
      fc.pre(!labelsInARow.test(text));
      fc.pre(!["yaml", "toml"].includes(document.blocks[0]?.type ?? ""));
      fc.pre(!document.references.some(({ image }) => image));
      for (const label of ["a", "b"]) {
        const key = labelKey(label);
        if (document.defined.has(key) || document.latent.has(key)) continue;
        const before = `[${label}]: u\n\n`;
        const defined = parse(before + text.replace(/^\uFEFF/, ""));
        const moved = before.length - (text.startsWith("\uFEFF") ? 1 : 0);
        const starts = (of: Document, by: number) =>
          of.references
            .filter((reference) => reference.key === key)
            .map(({ labelSpan }) => labelSpan.start - by);
        expect(starts(document, 0)).toEqual(starts(defined, moved));
      }
    }),
    { numRuns },
  );
});

test("a label is what can stand in a reference", { timeout }, () => {
  fc.assert(
    fc.property(fc.oneof(anyText, anyMarkup), (text) => {
      fc.pre(/^[^\n\r\0^]*$/.test(text) && text.length < 900);
      // Code and HTML bind before brackets; a definition's label has no such rule.
      const { definitions } = parse(`[${text}]: u`);
      const whole = definitions.some(({ label }) => label === text);
      expect(whole).toBe(isLabel(text));
    }),
    { numRuns },
  );
});

function spansOf(document: Document): Span[] {
  const { references, definitions, links, headings, blocks, comments } =
    document;
  const spans: (Span | undefined)[] = [
    ...references.flatMap((each) => [each.span, each.textSpan, each.labelSpan]),
    ...definitions.flatMap((each) => [
      each.span,
      each.labelSpan,
      each.destinationSpan,
      each.titleSpan,
    ]),
    ...links.flatMap((each) => [
      each.span,
      each.textSpan,
      each.destinationSpan,
    ]),
    ...headings.flatMap((each) => [each.span, each.textSpan]),
    ...blocks.map((each) => each.span),
    ...comments.map((each) => each.span),
    document.frontMatter?.span,
    document.frontMatter?.yamlSpan,
  ];
  return spans.filter((span) => span !== undefined);
}
