import { around } from "../markdown/around.js";
import type { Definition, Document, Reference } from "../markdown/document.js";
import { type Span, touches } from "../markdown/span.js";

/** A label where it stands in the text: in a use of it or in its definition. */
export interface LabelPlace {
  /** `labelKey(label)` */
  readonly key: string;
  readonly label: string;
  readonly labelSpan: Span;
}

/** The label a cursor stands in or beside; the innermost where an image stands in a link's text. */
export function labelAt(
  document: Document,
  offset: number,
): LabelPlace | undefined {
  const { references, definitions } = at(document, offset);
  const places: readonly LabelPlace[] = [...references, ...definitions];
  return innermost(places, ({ labelSpan }) => labelSpan, offset);
}

/** The use of a label, its brackets and text included, that a cursor stands in or beside. */
export function referenceAt(
  document: Document,
  offset: number,
): Reference | undefined {
  return innermost(at(document, offset).references, ({ span }) => span, offset);
}

/** The definition whose label a cursor stands in or beside. */
export function definitionLabelAt(
  document: Document,
  offset: number,
): Definition | undefined {
  return at(document, offset).definitions.find(({ labelSpan }) =>
    touches(labelSpan, offset),
  );
}

function at(document: Document, offset: number) {
  return around(document, { start: offset, end: offset });
}

function innermost<T>(
  items: readonly T[],
  spanOf: (item: T) => Span,
  offset: number,
): T | undefined {
  const length = (item: T) => spanOf(item).end - spanOf(item).start;
  return items
    .filter((item) => touches(spanOf(item), offset))
    .sort((a, b) => length(a) - length(b))[0];
}
