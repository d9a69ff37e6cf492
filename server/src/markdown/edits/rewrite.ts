import type { TextEdit } from "vscode-languageserver-types";
import type { Change } from "../change.js";
import type { Document } from "../document.js";
import { edit } from "../edit.js";
import { addDefinitions, type NewDefinition } from "./add-definitions.js";
import { textEdit } from "./text-edit.js";

export interface Rewritten {
  /** Of the document as it was; no two of them meet. */
  readonly edits: TextEdit[];
  /** What they make of it. */
  readonly document: Document;
}

/**
 * Makes changes, which all speak of the document as it is and do not overlap, and adds the definitions of the labels
 * that they bring, as `addDefinitions` does: so that a text that ends with a change gets its definition behind it.
 */
export function rewrite(
  document: Document,
  changes: readonly Change[],
  definitions: readonly NewDefinition[] = [],
): Rewritten {
  const ordered = changes.toSorted((a, b) => a.span.start - b.span.start);
  const changed = edit(document, ordered.toReversed());
  const additions = addDefinitions(changed, definitions)
    .map(({ range, newText }) => ({
      span: changed.lines.spanOf(range),
      text: newText,
    }))
    .sort((a, b) => a.span.start - b.span.start)
    .reverse();
  return {
    edits: joined(ordered, additions).map(({ span, text }) =>
      textEdit(document, span, text),
    ),
    document: edit(changed, additions),
  };
}

/** Changes and the later additions as changes of the one text; an addition that touches a change becomes a part of it. */
function joined(
  ordered: readonly Change[],
  additions: readonly Change[],
): Change[] {
  const all = [...ordered];
  const apart: Change[] = [];
  // From the last to the first, so that those before still stand where their offsets say.
  for (const { span, text } of additions) {
    let moved = 0;
    let index = 0;
    for (; index < ordered.length; index++) {
      const change = ordered[index];
      if (!change || span.start <= endAfter(change, moved)) break;
      moved += change.text.length - (change.span.end - change.span.start);
    }
    const before = ordered[index];
    const within = before ? span.start - before.span.start - moved : -1;
    const touched = all[index];
    if (touched && within >= 0) {
      all[index] = {
        span: touched.span,
        text: touched.text.slice(0, within) + text + touched.text.slice(within),
      };
    } else {
      const at = span.start - moved;
      apart.unshift({ span: { start: at, end: at }, text });
    }
  }
  return [...all, ...apart].sort((a, b) => a.span.start - b.span.start);
}

function endAfter({ span, text }: Change, moved: number): number {
  return span.start + moved + text.length;
}
