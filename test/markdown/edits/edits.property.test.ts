import fc from "fast-check";
import { expect, test } from "vitest";
import type {
  Definition,
  Document,
} from "../../../server/src/markdown/document.js";
import { addDefinitions } from "../../../server/src/markdown/edits/add-definitions.js";
import { applyEdits } from "../../../server/src/markdown/edits/apply.js";
import { removeDefinitions } from "../../../server/src/markdown/edits/remove-definitions.js";
import { renameLabel } from "../../../server/src/markdown/edits/rename-label.js";
import { sortDefinitions } from "../../../server/src/markdown/edits/sort-definitions.js";
import { isLabel, labelKey } from "../../../server/src/markdown/label.js";
import { parse } from "../../../server/src/markdown/parse.js";
import {
  anyMarkup,
  anyPost,
  anyText,
  numRuns,
  timeout,
} from "../arbitraries.js";
import { slice } from "../describe-references.js";
import { render } from "../render.js";

test("added definitions are there, and nothing else has changed", {
  timeout,
}, () => {
  const added = fc.record(
    {
      label: fc.oneof(
        anyText,
        anyMarkup,
        fc.constantFrom("a", "new", "p-7", "constructor"),
      ),
      destination: fc.oneof(
        anyText,
        anyMarkup,
        fc.constant("https://e.co/o/r/pull/2"),
      ),
      title: fc.oneof(anyText, anyMarkup),
    },
    { requiredKeys: ["label", "destination"] },
  );
  const near = fc.option(fc.nat({ max: 100 }), { nil: undefined });
  fc.assert(
    fc.property(
      anyPost,
      fc.array(added, { maxLength: 3 }),
      near,
      (text, list, at) => {
        const before = parse(text);
        const place = at === undefined ? undefined : { start: at, end: at };
        const edits = addDefinitions(before, list, place);
        for (const { range } of edits) expect(range.start).toEqual(range.end);
        const after = parse(applyEdits(before, edits));

        const expected = new Map(
          list
            .map((each) => ({ ...each, key: labelKey(each.label) }))
            .filter(
              ({ label, key }) =>
                isLabel(key) &&
                !/^\s*\^/.test(label) &&
                !before.defined.has(key),
            )
            .reverse()
            .map(({ key, destination }) => [key, destination]),
        );
        const found = after.definitions.filter(({ key }) => expected.has(key));
        expect(found).toHaveLength(expected.size);
        for (const { key, destination } of found)
          expect(destination).toBe(asWritable(expected.get(key) ?? ""));
        expect(after.definitions).toHaveLength(
          before.definitions.length + expected.size,
        );
        expect(otherBlocks(after)).toEqual(otherBlocks(before));
        expect(endOf(after)).toBe(endOf(before));
      },
    ),
    { numRuns },
  );
});

test("removed definitions are gone, and only they", { timeout }, () => {
  fc.assert(
    fc.property(anyPost, fc.infiniteStream(fc.boolean()), (text, choices) => {
      const before = parse(text);
      const asked = before.definitions.filter(() => choices.next().value);
      const edits = removeDefinitions(before, asked);
      for (const { newText } of edits) expect(newText).toBe("");
      const after = parse(applyEdits(before, edits));
      const wanted = before.definitions.filter((each) => !asked.includes(each));
      const left = after.definitions.map(said);
      if (mayStay(before)) {
        const all = before.definitions.map(said);
        expect(takenFrom(all, left)).toEqual([]);
        expect(takenFrom(left, wanted.map(said))).toEqual([]);
      } else expect(left).toEqual(wanted.map(said));
      expect(keysOf(after)).toEqual(keysOf(before));
      expect(headsOf(after)).toEqual(headsOf(before));
    }),
    { numRuns },
  );
});

test("the page stays the same without definitions that it does not use", {
  timeout,
}, () => {
  fc.assert(
    fc.property(anyPost, fc.infiniteStream(fc.boolean()), (text, choices) => {
      const before = parse(text);
      const used = new Set(keysOf(before));
      const removed = before.definitions.filter(
        (each) =>
          (!used.has(each.key) || before.defined.get(each.key) !== each) &&
          choices.next().value,
      );
      const edits = removeDefinitions(before, removed);
      expect(pageOf(applyEdits(before, edits))).toBe(pageOf(text));
    }),
    { numRuns },
  );
});

test("sorted definitions say what they said, and no other line moves", {
  timeout,
}, () => {
  fc.assert(
    fc.property(anyPost, (text) => {
      const before = parse(text);
      const after = parse(applyEdits(before, sortDefinitions(before)));
      expect(after.definitions.map(said).sort()).toEqual(
        before.definitions.map(said).sort(),
      );
      for (const [key, definition] of before.defined)
        expect(said(after.defined.get(key))).toBe(said(definition));
      expect(keysOf(after)).toEqual(keysOf(before));
      expect(otherBlocks(after)).toEqual(otherBlocks(before));
      expect(linesOf(after).sort()).toEqual(linesOf(before).sort());
      expect(sortDefinitions(after)).toEqual([]);
    }),
    { numRuns },
  );
});

test("a renamed label has a new name everywhere, and only it", {
  timeout,
}, () => {
  const names = fc.oneof(
    anyText,
    anyMarkup,
    fc.constantFrom("x", "new", "A", "a|b", "!NOTE", "b"),
  );
  fc.assert(
    fc.property(
      anyPost,
      fc.constantFrom("A", "P-9"),
      names,
      (text, key, to) => {
        const before = parse(text);
        const result = renameLabel(before, key, to);
        fc.pre("edits" in result);
        const after = parse(applyEdits(before, result.edits));
        const renamed = (each: { key: string }) =>
          each.key === key ? labelKey(to) : each.key;
        expect(keysOf(after)).toEqual(before.references.map(renamed));
        expect(after.definitions.map((each) => each.key)).toEqual(
          before.definitions.map(renamed),
        );
      },
    ),
    { numRuns },
  );
});

function said(definition: Definition | undefined): string {
  return JSON.stringify([
    definition?.key,
    definition?.destination,
    definition?.title,
  ]);
}

/** Without such blocks nothing depends on a definition above it. */
function mayStay({ blocks }: Document): boolean {
  const holders = ["list", "blockquote", "footnoteDefinition", "code"];
  return blocks.some(({ type }) => holders.includes(type));
}

/** What is left of `some`, each taken once out of `all`. */
function takenFrom(all: readonly string[], some: readonly string[]): string[] {
  const left = [...all];
  return some.filter((each) => {
    const index = left.indexOf(each);
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
}

/** The page, white space and empty lists, items and quotes aside. */
function pageOf(text: string): string {
  let html = render(text).replace(/<\/?p>|\s+/g, "");
  for (;;) {
    const less = html.replace(/<(li|ul|ol|blockquote)[^>]*><\/\1>/g, "");
    if (less === html) return html;
    html = less;
  }
}

/** No destination can hold a line ending or NUL; those are percent-encoded. */
function asWritable(destination: string): string {
  return destination
    .replaceAll("\r", "%0D")
    .replaceAll("\n", "%0A")
    .replaceAll("\0", "%00");
}

function keysOf(document: Document): string[] {
  return document.references.map(({ key }) => key);
}

function otherBlocks(document: Document): string[] {
  return document.blocks
    .filter(({ type }) => type !== "definition")
    .map(({ type, span }) => `${type} ${slice(document, span).trimEnd()}`);
}

function headsOf(document: Document): string[] {
  return document.headings.map(({ text }) => text);
}

function linesOf(document: Document): string[] {
  return document.text.replace(/^\uFEFF/, "").split(/\r\n|\n|\r/);
}

function endOf({ text }: Document): boolean {
  return /[\n\r]$/.test(text);
}
