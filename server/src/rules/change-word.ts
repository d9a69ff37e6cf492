import type { Document } from "../markdown/document.js";
import type { Span } from "../markdown/span.js";
import type { EditFix } from "./rule.js";

/** Writes what a misspelt word, key or id plainly means; none where nothing is meant. */
export function changeWordTo(
  { lines }: Pick<Document, "lines">,
  span: Span,
  meant: string | undefined,
): EditFix[] {
  return meant === undefined
    ? []
    : [
        {
          kind: "edit",
          title: `Change to ${meant}`,
          edits: [{ range: lines.rangeOf(span), newText: meant }],
          preferred: true,
          certain: false,
        },
      ];
}
