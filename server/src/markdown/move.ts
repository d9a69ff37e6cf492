import type { UnresolvedReference } from "./chunk.js";
import type {
  Block,
  Comment,
  Definition,
  Heading,
  Link,
  Reference,
} from "./document.js";
import type { Span } from "./span.js";

export function moveSpan({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

export function moveReference(
  reference: UnresolvedReference,
  by: number,
  definition: Definition | undefined,
): Reference {
  const span = moveSpan(reference.span, by);
  return {
    form: reference.form,
    image: reference.image,
    bracketed: reference.bracketed,
    span,
    textSpan: moveSpan(reference.textSpan, by),
    labelSpan: moveSpan(reference.labelSpan, by),
    label: reference.label,
    key: reference.key,
    latentLabels: reference.latentLabels,
    definition,
  };
}

export function moveDefinition(
  definition: Definition,
  by: number,
  blocksBefore: number,
): Definition {
  return {
    span: moveSpan(definition.span, by),
    labelSpan: moveSpan(definition.labelSpan, by),
    label: definition.label,
    key: definition.key,
    destination: definition.destination,
    destinationSpan: moveSpan(definition.destinationSpan, by),
    title: definition.title,
    titleSpan: definition.titleSpan && moveSpan(definition.titleSpan, by),
    block: definition.block + blocksBefore,
  };
}

export function moveLink(link: Link, by: number): Link {
  return {
    form: link.form,
    image: link.image,
    span: moveSpan(link.span, by),
    textSpan: moveSpan(link.textSpan, by),
    destination: link.destination,
    destinationSpan: moveSpan(link.destinationSpan, by),
    title: link.title,
    latentLabels: link.latentLabels,
  };
}

export function moveHeading(heading: Heading, by: number): Heading {
  return {
    depth: heading.depth,
    span: moveSpan(heading.span, by),
    text: heading.text,
    textSpan: moveSpan(heading.textSpan, by),
  };
}

export function moveBlock({ type, span, unclosed }: Block, by: number): Block {
  return { type, span: moveSpan(span, by), unclosed };
}

export function moveComment({ span, value }: Comment, by: number): Comment {
  return { span: moveSpan(span, by), value };
}
