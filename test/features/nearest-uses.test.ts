import { expect, test } from "vitest";
import { nearestUses } from "../../server/src/features/nearest-uses.js";
import { edit } from "../../server/src/markdown/edit.js";
import { labelKey } from "../../server/src/markdown/label.js";
import { parse } from "../../server/src/markdown/parse.js";

const labels = Array.from({ length: 40 }, (_, index) => `pull-${index}`);

/** A label a paragraph, each three times, in an order of its own. */
const text = [
  ...Array.from({ length: 120 }, (_, index) => {
    const label = labels[(index * 17) % labels.length];
    return `Paragraph ${"x".repeat((index * 7) % 50)} with [[${label}]], and [${label}] again.`;
  }),
  ...labels.slice(5).map((label) => `[${label}]: https://example.org/${label}`),
].join("\n\n");

test.each([0, 1, 300, 2_500, 5_000, text.length])(
  "finds the nearest uses, from %i",
  (offset) => {
    const document = edit(parse(text), [
      { span: { start: offset, end: offset }, text: "[[pull-7]]" },
    ]);
    const from = { start: offset + 2, end: offset + 8 };
    const distances = new Map<string, number>();
    for (const { key, labelSpan } of document.references) {
      if (labelSpan.start === from.start) continue;
      const distance = Math.max(
        labelSpan.start - from.end,
        from.start - labelSpan.end,
      );
      distances.set(key, Math.min(distance, distances.get(key) ?? distance));
    }
    const keys = labels.map(labelKey);
    const chosen = { keys, isChosen: (key: string) => keys.includes(key) };
    const sorted = [...distances].sort(([, a], [, b]) => a - b);
    for (const enough of [1, 3, 10, 100]) {
      const found = nearestUses(document, from, chosen, enough);
      expect([...found].sort(([, a], [, b]) => a - b).slice(0, enough)).toEqual(
        sorted.slice(0, enough),
      );
    }
    const [first] = sorted.slice(4);
    if (!first) throw new Error("There are more");
    expect(
      nearestUses(
        document,
        from,
        { keys: [first[0]], isChosen: (key) => key === first[0] },
        10,
      ),
    ).toEqual(new Map([first]));
  },
);
