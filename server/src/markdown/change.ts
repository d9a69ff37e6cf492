import type { Span } from "./span.js";

/** Puts `text` in the place of `span`. */
export interface Change {
  readonly span: Span;
  readonly text: string;
}

/** The text that changes make of another. They are ordered, and do not overlap. */
export function changedText(text: string, changes: readonly Change[]): string {
  let result = "";
  let done = 0;
  for (const { span, text: inserted } of changes) {
    result += text.slice(done, span.start) + inserted;
    done = span.end;
  }
  return result + text.slice(done);
}
