import {
  type CompletionItem,
  type CompletionList,
  InsertTextFormat,
} from "vscode-languageserver-types";
import { additionsTo } from "../markdown/edits/add-definitions.js";
import type { Span } from "../markdown/span.js";
import type { Offer } from "./completion-offers.js";
import type { CompletionPlace } from "./completion-place.js";
import type { FeatureContext } from "./context.js";

export type CompletionEdits = Pick<
  CompletionItem,
  "textEdit" | "textEditText" | "additionalTextEdits" | "insertTextFormat"
>;

/** What all items of a list replace, for clients that take it once. */
export function editDefaults(
  { post: { document }, client }: FeatureContext,
  { typedSpan, labelSpan }: CompletionPlace,
): Pick<CompletionList, "itemDefaults"> {
  if (!client.itemDefaults) return {};
  const replace = document.lines.rangeOf(labelSpan);
  const insert = document.lines.rangeOf(typedSpan);
  return {
    itemDefaults: {
      editRange: client.insertReplace ? { insert, replace } : replace,
    },
  };
}

/**
 * What accepting an offer writes: the label and its closing brackets and, in the same edit, the definition a new label
 * needs.
 */
export function completionEdits(
  { post: { document }, client }: FeatureContext,
  place: CompletionPlace,
): (offer: Offer) => CompletionEdits {
  const additions = additionsTo(document, place.labelSpan);
  const replace = document.lines.rangeOf(place.labelSpan);
  const insert = document.lines.rangeOf(place.typedSpan);
  return ({ label, destination, isNew }) => {
    const written = label + place.closing;
    const added = isNew ? additions([{ label, destination }]) : [];
    const spans = added.map(({ range }) => document.lines.spanOf(range));
    if (!spans.some((span) => meets(span, place.labelSpan))) {
      return {
        ...mainEdit(written),
        ...(added.length > 0 && { additionalTextEdits: added }),
      };
    }
    // The label is the last of the text, where the definition goes as well. The protocol wants the edits apart, so that
    // one edit writes both, and a snippet leaves the cursor between them.
    const below = added.map(({ newText }) => newText).join("");
    return client.snippets
      ? {
          ...mainEdit(`${verbatim(written)}$0${verbatim(below)}`),
          insertTextFormat: InsertTextFormat.Snippet,
        }
      : mainEdit(written + below);
  };

  function mainEdit(newText: string): CompletionEdits {
    if (client.itemDefaults) return { textEditText: newText };
    return {
      textEdit: client.insertReplace
        ? { newText, insert, replace }
        : { newText, range: replace },
    };
  }
}

function meets(added: Span, replaced: Span): boolean {
  return added.start <= replaced.end && replaced.start <= added.end;
}

function verbatim(text: string): string {
  return text.replace(/[\\$}]/g, "\\$&");
}
