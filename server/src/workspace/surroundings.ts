import type { Document, Reference } from "../markdown/document.js";
import { headingBefore } from "../markdown/heading-before.js";
import { labelKey } from "../markdown/label.js";
import { referencesOf } from "../markdown/label-places.js";
import { moveSpan } from "../markdown/move.js";
import { longestPassage, passageAround } from "./passages.js";

/** What stands around the uses of a label, in which an author says more than in the label itself. */
export interface Surroundings {
  /** Of full references, `#7` in `[#7][pull-7]`. */
  readonly texts: readonly string[];
  /** The paragraphs or list items that hold a use, without the uses' own labels; in lower case. */
  readonly passages: readonly string[];
  /** The headings above them, in lower case. */
  readonly headings: readonly string[];
}

const mostUses = 5;

export function surroundingsOf(
  label: string,
  document: Document,
): Surroundings {
  const key = labelKey(label);
  const uses = referencesOf(document, key).slice(0, mostUses);
  return {
    texts: uses.flatMap((use) =>
      use.form === "full"
        ? document.slice(use.textSpan.start, use.textSpan.end)
        : [],
    ),
    passages: uses.map((use) => passageOf(use, document)),
    headings: uses.flatMap(({ span }) => {
      const heading = headingBefore(document, span.start);
      return heading?.text.toLowerCase() ?? [];
    }),
  };
}

/** Whether one of the texts, all in lower case, has a name as a word of its own. */
export function isNamedIn(texts: readonly string[], name: string): boolean {
  const wanted = name.toLowerCase();
  return texts.some((text) => {
    for (
      let at = text.indexOf(wanted);
      at !== -1;
      at = text.indexOf(wanted, at + 1)
    ) {
      const before = text[at - 1] ?? " ";
      const after = text.slice(at + wanted.length, at + wanted.length + 2);
      // `cardano-node-1.35.5` is a version of it, `cardano-node-tests` is another.
      if (!/[\w.-]/.test(before) && !/^(?:\w|[.-][^\W\d])/.test(after))
        return true;
    }
    return false;
  });
}

function passageOf({ span, labelSpan }: Reference, document: Document): string {
  const from = Math.max(0, span.start - longestPassage);
  const text = document.slice(from, span.end + longestPassage);
  const { start, end } = passageAround(text, moveSpan(span, -from));
  const label = moveSpan(labelSpan, -from);
  return (
    text.slice(start, label.start) + text.slice(label.end, end)
  ).toLowerCase();
}
