import type { TextEdit } from "vscode-languageserver-types";
import type { Document } from "../document.js";
import { edit } from "../edit.js";
import { labelKey } from "../label.js";
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
    if (document.references.some((reference) => reference.key === newKey))
      return { problem: `“${written}” is used already.` };
    if (document.latent.has(newKey))
      return {
        problem: `“[${written}]” stands in the text of a link: defining it would break that link.`,
      };
  }
  const occurrences = [...document.definitions, ...document.references].filter(
    (occurrence) => occurrence.key === key,
  );
  const spans = occurrences.map(({ labelSpan }) => labelSpan);
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
  const found = [...renamed.definitions, ...renamed.references];
  const types = (of: Document) => of.blocks.map(({ type }) => type).join();
  return (
    types(renamed) === types(document) &&
    found.length === document.definitions.length + document.references.length &&
    found.filter(({ key }) => key === newKey).length === spans.length
  );
}
