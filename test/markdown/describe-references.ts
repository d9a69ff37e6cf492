import type { Document } from "../../server/src/markdown/document.js";
import { parse } from "../../server/src/markdown/parse.js";
import type { Span } from "../../server/src/markdown/span.js";
import type { Syntax } from "../../server/src/markdown/syntax.js";

/** A text followed by a definition `[label]: /label` of each label. */
export function withDefinitions(
  text: string,
  labels: readonly string[],
): string {
  const definitions = labels.map((label) => `[${label}]: </${label}>\n`);
  return labels.length === 0 ? text : `${text}\n\n${definitions.join("")}`;
}

/** Every reference as it stands in the text, with the destination it links to, or `?` where it lacks a definition. */
export function referencesOf(
  text: string,
  labels: readonly string[] = [],
  syntax: Syntax = "commonmark",
): string[] {
  const document = parse(withDefinitions(text, labels), syntax);
  return document.references.map(
    ({ span, definition }) =>
      `${slice(document, span)} → ${definition?.destination ?? "?"}`,
  );
}

/** Every definition as `label → destination`, with its title if it has one. */
export function definitionsOf(
  text: string,
  syntax: Syntax = "commonmark",
): string[] {
  return parse(text, syntax).definitions.map(
    ({ label, destination, title }) =>
      `${label} → ${destination}${title === undefined ? "" : ` (${title})`}`,
  );
}

export function slice({ text }: Document, { start, end }: Span): string {
  return text.slice(start, end);
}
