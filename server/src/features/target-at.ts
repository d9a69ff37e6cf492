import type { Position } from "vscode-languageserver-types";
import { around } from "../markdown/around.js";
import type { Document, Reference } from "../markdown/document.js";
import { type Span, touches } from "../markdown/span.js";
import type { Target } from "../targets/target.js";
import { parseUrl } from "../targets/url.js";
import type { Post } from "../workspace/post.js";

/** What stands under a cursor and leads somewhere. */
export interface TargetAt {
  /** All of the reference, definition or link; of `[[x]]` the outer brackets too. */
  readonly span: Span;
  readonly destination: string;
  readonly target: Target;
  /** Of a reference or definition. */
  readonly label?: string;
}

export function targetAt(
  { document, settings }: Post,
  position: Position,
): TargetAt | undefined {
  const found = placeAt(document, document.lines.offsetAt(position));
  if (!found || found.destination === undefined) return undefined;
  const { span, destination, label } = found;
  return {
    span,
    destination,
    target: parseUrl(destination, settings.github.hosts),
    ...(label !== undefined && { label }),
  };
}

/** The reference under a cursor that has no definition. */
export function undefinedReferenceAt(
  document: Document,
  position: Position,
): { readonly span: Span; readonly reference: Reference } | undefined {
  const found = placeAt(document, document.lines.offsetAt(position));
  return found?.reference && found.destination === undefined
    ? { span: found.span, reference: found.reference }
    : undefined;
}

/** Whether a reference without a definition stands in a span, or touches it. */
export function hasUndefinedReference(
  document: Document,
  { start, end }: Span,
): boolean {
  return around(document, { start, end }).references.some((reference) => {
    if (reference.definition) return false;
    const span = withOuterBrackets(reference);
    return span.start <= end && start <= span.end;
  });
}

interface Place {
  readonly span: Span;
  readonly destination: string | undefined;
  readonly label?: string;
  readonly reference?: Reference;
}

function placesAround(document: Document, offset: number): Place[] {
  const { references, definitions, links } = around(document, {
    start: offset,
    end: offset,
  });
  return [
    ...references.map((reference) => ({
      span: withOuterBrackets(reference),
      destination: reference.definition?.destination,
      label: reference.label,
      reference,
    })),
    ...definitions,
    ...links.map(({ span, destination }) => ({ span, destination })),
  ];
}

function withOuterBrackets({ span, bracketed }: Reference): Span {
  return bracketed ? { start: span.start - 1, end: span.end + 1 } : span;
}

/** Of `[[a]][[b]]` the one whose character the cursor stands on; of an image in a link's text the image. */
function placeAt(document: Document, offset: number): Place | undefined {
  const near = placesAround(document, offset).filter(({ span }) =>
    touches(span, offset),
  );
  const on = near.filter(({ span }) => offset < span.end);
  const length = ({ span }: Place) => span.end - span.start;
  return (on.length > 0 ? on : near).sort((a, b) => length(a) - length(b))[0];
}
