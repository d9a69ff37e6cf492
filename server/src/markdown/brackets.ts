import type { Extension, Tokenizer } from "micromark-util-types";

/** A `]` that Markdown considered as the end of a label, with the `[` it belongs to. */
export interface BracketPair {
  /** Offset of `[`, or of the `!` before it. */
  readonly open: number;
  readonly image: boolean;
  /** Offset just after `[`. */
  readonly contentStart: number;
  /** Offset of `]`. */
  readonly close: number;
  /** What stands between them, without the quote or list markers a line break may carry. */
  readonly content: string;
}

/**
 * micromark drops a bracket pair whose label is not defined as if it had never seen it. This extension looks on:
 * where micromark is about to decide about a `]`, it notes the pair and lets micromark decide. So code spans, escapes,
 * raw HTML and links inside links are judged by micromark itself, and what it links cannot be influenced from here.
 *
 * `base` is the offset in the document of the text that micromark reads.
 *
 * `_labelStarts` and its flags are what micromark's own label constructs share (micromark-util-types).
 */
export function watchBrackets(
  pairs: Map<number, BracketPair>,
  base: number,
): Extension {
  const tokenize: Tokenizer = function (_effects, _ok, nok) {
    const opener = this._labelStarts?.findLast((start) => !start._balanced);
    if (opener && !opener._inactive) {
      const close = this.now();
      const open = opener.start.offset + base;
      pairs.set(open, {
        open,
        image: opener.type === "labelImage",
        contentStart: opener.end.offset + base,
        close: close.offset + base,
        content: this.sliceSerialize({ start: opener.end, end: close }),
      });
    }
    return nok;
  };
  const rightSquareBracket = 93;
  return {
    text: { [rightSquareBracket]: { name: "watchBrackets", tokenize } },
  };
}
