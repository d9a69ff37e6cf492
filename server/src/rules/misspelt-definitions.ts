import type { Document } from "../markdown/document.js";
import { labelKey } from "../markdown/label.js";

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
  const { text, references, blocks } = document;
  const open = new Set(
    references.flatMap(({ definition, key }) => (definition ? [] : key)),
  );
  if (open.size === 0) return [];
  return [...text.matchAll(oneBracket)].flatMap(
    ({ index, 0: line, groups }) => {
      const { bracketed = "", opened, closed, url = "" } = groups ?? {};
      const label = opened ?? closed ?? "";
      const key = labelKey(label);
      const start = index + line.indexOf(bracketed);
      const isProse = blocks.some(
        ({ type, span }) =>
          type === "paragraph" && span.start <= start && start < span.end,
      );
      if (!open.has(key) || !isProse) return [];
      const end = start + bracketed.length;
      return [
        {
          kind: "bracket-missing" as const,
          label,
          key,
          span: { start, end: index + line.trimEnd().length },
          bracketSpan: { start, end },
          afterColon: end + 1,
          rest: url,
        },
      ];
    },
  );
}
