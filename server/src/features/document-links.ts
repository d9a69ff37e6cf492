import type { DocumentLink } from "vscode-languageserver-types";
import type { Document } from "../markdown/document.js";
import type { Span } from "../markdown/span.js";

/** Every label in use that is defined, and every destination, as a link to the web. */
export function documentLinks(document: Document): DocumentLink[] {
  const { references, definitions, links, lines } = document;
  const found: { span: Span; destination: string }[] = [
    ...references.flatMap(({ labelSpan: span, definition }) =>
      definition ? [{ span, destination: definition.destination }] : [],
    ),
    ...[...definitions, ...links].map(({ destinationSpan, destination }) => ({
      span: destinationSpan,
      destination,
    })),
  ];
  return found
    .filter(({ span }) => span.start < span.end)
    .sort((a, b) => a.span.start - b.span.start)
    .filter(({ destination }) => isWebAddress(destination))
    .map(({ span, destination }) => ({
      range: lines.rangeOf(span),
      target: destination,
      tooltip: destination,
    }));
}

/** What a browser opens. Other destinations are files of the site or mail addresses: the editor's to open. */
function isWebAddress(destination: string): boolean {
  return /^https?:\/\/[^/\s]/i.test(destination);
}
