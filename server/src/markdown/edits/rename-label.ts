import type { TextEdit } from "vscode-languageserver-types";
import type { Chunk, UnresolvedReference } from "../chunk.js";
import type { Document } from "../document.js";
import { chunksAfter } from "../edit.js";
import { labelKey } from "../label.js";
import { definitionsOf, referencesOf } from "../label-places.js";
import { nameOfLabel } from "../names.js";
import type { ReadAll } from "../read-all.js";
import type { Span } from "../span.js";
import { textEdit } from "./text-edit.js";
import { writeLabel } from "./write-definition.js";

/**
 * Gives a label another name, in all its uses and definitions. Of a full reference `[text][label]` the label changes
 * alone; in the other forms the label is the text, which changes with it.
 */
export function renameLabel(
  document: Document,
  key: string,
  label: string,
): { edits: TextEdit[] } | { problem: string } {
  const written = writeLabel(label);
  if (written === undefined) return { problem: problemOf(label) };
  const newKey = labelKey(written);
  if (newKey !== key) {
    if (document.defined.has(newKey))
      return { problem: `“${written}” is defined already.` };
    if (labelsIn(document, newKey).length > 0)
      return { problem: `“${written}” is used already.` };
    if (document.latent.has(newKey))
      return {
        problem: `“[${written}]” stands in the text of a link: defining it would break that link.`,
      };
  }
  const spans = labelsIn(document, key);
  return keepsMeaning(document, spans, written, newKey)
    ? { edits: spans.map((span) => textEdit(document, span, written)) }
    : {
        problem: `“${written}” would not be read as a label in every place where it is used.`,
      };
}

function problemOf(label: string): string {
  if (label.trim() === "") return "A label cannot be empty.";
  if (label.trimStart().startsWith("^"))
    return "A label that starts with “^” is a footnote.";
  return label.length > 999
    ? "A label has at most 999 characters."
    : "A label cannot have “[” or “]” in it without a backslash before it.";
}

/** Some labels mean something else where they stand: `[x]` opening a list item is a task, `|` ends a table's cell. */
function keepsMeaning(
  document: Document,
  spans: readonly Span[],
  written: string,
  newKey: string,
): boolean {
  const before = document.chunks;
  const after = chunksAfter(
    document,
    spans
      .toSorted((a, b) => a.start - b.start)
      .map((span) => ({ span, text: written })),
  );
  const one = outlineOf(before, new Set(after.all), newKey);
  const other = outlineOf(after, new Set(before.all), newKey);
  return (
    one.blocks === other.blocks &&
    one.definitions === other.definitions &&
    one.references === other.references &&
    // Each place is in a chunk that was read again.
    other.named === spans.length
  );
}

/**
 * The kinds of the blocks in some chunks, how many labels stand in them, and how many of those are this one. What others
 * share says the same there.
 */
function outlineOf(
  { all, names }: ReadAll,
  others: ReadonlySet<Chunk>,
  key: string,
) {
  const kinds: string[] = [];
  let [definitions, references, named] = [0, 0, 0];
  for (const chunk of all) {
    if (others.has(chunk)) continue;
    const { content } = chunk;
    for (const { type } of content.blocks) kinds.push(type);
    definitions += content.definitions.length;
    const isVisible = ({ isLinked, key }: UnresolvedReference) =>
      isLinked || !names.has(nameOfLabel(key));
    const seen = content.references.filter(isVisible);
    references += seen.length;
    for (const item of [...content.definitions, ...seen])
      if (item.key === key) named++;
  }
  return { blocks: kinds.join(), definitions, references, named };
}

/** Where a label stands, in definitions and in references. */
function labelsIn(document: Document, key: string): readonly Span[] {
  return [...definitionsOf(document, key), ...referencesOf(document, key)].map(
    ({ labelSpan }) => labelSpan,
  );
}
