import type { TextEdit } from "vscode-languageserver-types";
import type { Document } from "../document.js";
import { eachReference } from "../each-reference.js";
import { edit } from "../edit.js";
import { labelKey } from "../label.js";
import { moveSpan } from "../move.js";
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
  const lastFirst = [...spans].sort((a, b) => b.start - a.start);
  const renamed = edit(
    document,
    lastFirst.map((span) => ({ span, text: written })),
  );
  const [one, other] = [outlineOf(document), outlineOf(renamed)];
  return (
    one.blocks === other.blocks &&
    one.definitions === other.definitions &&
    one.references === other.references &&
    labelsIn(renamed, newKey).length === spans.length
  );
}

/** The kinds of a document's blocks, and how many labels stand in them. */
function outlineOf(document: Document) {
  const { all } = document.chunks;
  const kinds = all.flatMap(({ content }) =>
    content.blocks.map(({ type }) => type),
  );
  let references = 0;
  eachReference(document, () => references++);
  const definitions = all.reduce(
    (count, { content }) => count + content.definitions.length,
    0,
  );
  return { blocks: kinds.join(), definitions, references };
}

/** Where a label stands, in definitions and in references. */
function labelsIn(document: Document, key: string): readonly Span[] {
  const { all, at } = document.chunks;
  const spans: Span[] = [];
  all.forEach(({ content }, index) => {
    if (content.definitions.every((definition) => definition.key !== key))
      return;
    for (const definition of at(index).definitions)
      if (definition.key === key) spans.push(definition.labelSpan);
  });
  eachReference(document, (reference, by) => {
    if (reference.key === key) spans.push(moveSpan(reference.labelSpan, by));
  });
  return spans;
}
