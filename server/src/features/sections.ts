import type { Document, Heading } from "../markdown/document.js";
import type { Span } from "../markdown/span.js";

export interface Section {
  readonly heading: Heading;
  /** From the heading to the last character before the next heading of its depth or above. */
  readonly span: Span;
}

/** The sections of a text in order; a heading in a quote or list opens none. */
export function sections(document: Document): Section[] {
  const { headings, blocks, length } = document;
  const topLevel = new Set(
    blocks.flatMap(({ type, span }) => (type === "heading" ? span.start : [])),
  );
  const opening = headings.filter(({ span }) => topLevel.has(span.start));
  return opening.map((heading, index) => {
    const next = opening
      .slice(index + 1)
      .find(({ depth }) => depth <= heading.depth);
    const end = next?.span.start ?? length;
    const content = document.slice(heading.span.start, end).trimEnd();
    return {
      heading,
      span: {
        start: heading.span.start,
        end: heading.span.start + content.length,
      },
    };
  });
}
