import type { Document } from "../markdown/document.js";
import { labelKey } from "../markdown/label.js";
import { perChunk } from "../markdown/per-chunk.js";
import { undefinedReferences } from "./used-keys.js";

/** `[[x]]: url`, and `[x] url` with something else where the colon should be, or nothing. */
export function misspeltLine(
  before: string,
  behind: string,
):
  | {
      readonly kind: "double-brackets" | "colon";
      /** Brackets outside of the reference's own, on each side. */
      readonly outer: number;
      /** Up to the URL. */
      readonly length: number;
    }
  | undefined {
  const doubled = /^\][ \t]*:[ \t]*(?=<?https?:\/\/\S+$)/i.exec(
    behind.trimEnd(),
  )?.[0];
  if (doubled !== undefined)
    // In a list it is rather an entry with its address.
    return /^[\s>]*\[$/.test(before)
      ? { kind: "double-brackets", outer: 1, length: doubled.length }
      : undefined;
  const mark =
    /^(?:[ \t]+|[ \t]*(?:[;=：.,]|::+|:=|[-=]>)[ \t]*)(?=<?https?:\/\/\S+$)/i.exec(
      behind.trimEnd(),
    )?.[0];
  return mark !== undefined && /^[\s>]*$/.test(before)
    ? { kind: "colon", outer: 0, length: mark.length }
    : undefined;
}

const oneBracket =
  /^[ \t]{0,3}(?<bracketed>\[(?<opened>[^[\]\n\r]+)|(?<closed>[^\s[\]](?:[^[\]\n\r]*[^\s[\]])?)\]):[ \t]*(?<url><?https?:\/\/\S+)[ \t]*$/gim;

/** Lines of a paragraph that would be the definition of an undefined label, were it not for a bracket. */
export function linesWithOneBracket(document: Document) {
  const found = oneBracketLines(document);
  if (found.length === 0) return [];
  const open = new Set(undefinedReferences(document).map(({ key }) => key));
  return found.flatMap(({ value: lines, by }) =>
    lines.flatMap(({ label, key, start, end, lineEnd, rest }) =>
      open.has(key)
        ? {
            kind: "bracket-missing" as const,
            label,
            key,
            span: { start: start + by, end: lineEnd + by },
            bracketSpan: { start: start + by, end: end + by },
            afterColon: end + by + 1,
            rest,
          }
        : [],
    ),
  );
}

/** The paragraphs' lines of that form, whether or not somebody uses the label. */
const oneBracketLines = perChunk(({ content, text, origin }) => {
  if (!/:[ \t]*<?https?:/i.test(text)) return undefined;
  const lines = [...text.matchAll(oneBracket)].flatMap(
    ({ index, 0: line, groups }) => {
      const { bracketed = "", opened, closed, url: rest = "" } = groups ?? {};
      const label = opened ?? closed ?? "";
      const start = origin + index + line.indexOf(bracketed);
      const isProse = content.blocks.some(
        ({ type, span }) =>
          type === "paragraph" && span.start <= start && start < span.end,
      );
      const end = start + bracketed.length;
      const lineEnd = origin + index + line.trimEnd().length;
      return isProse
        ? { label, key: labelKey(label), start, end, lineEnd, rest }
        : [];
    },
  );
  return lines.length > 0 ? lines : undefined;
});
