import type { Nodes } from "mdast";
import type { Definition, Link, Reference } from "./document.js";
import { labelKey } from "./label.js";
import type { Source } from "./source.js";
import type { Span } from "./span.js";
import { latentLabels } from "./undefined-references.js";

type NodeOf<Type extends Nodes["type"]> = Extract<Nodes, { type: Type }>;

export function readDefinition(
  source: Source,
  node: NodeOf<"definition">,
  span: Span,
  block: number,
): Definition {
  const part = source.parts.get(node) ?? {};
  const label = part.labelSource ?? "";
  // micromark counts white space after the definition to it.
  const written = source.text
    .slice(span.start, span.end)
    .replace(/[\t\n\r ]+$/, "");
  return {
    span: { start: span.start, end: span.start + written.length },
    labelSpan: part.label ?? emptySpan(span.start + 1),
    label,
    key: labelKey(label),
    destination: node.url,
    destinationSpan: part.destination ?? emptySpan(span.end),
    title: node.title ?? undefined,
    titleSpan: part.title,
    block,
  };
}

export function readReference(
  source: Source,
  node: NodeOf<"linkReference" | "imageReference">,
  span: Span,
): Omit<Reference, "definition"> {
  const part = source.parts.get(node) ?? {};
  const image = node.type === "imageReference";
  const textSpan = part.text ?? emptySpan(span.start + (image ? 2 : 1));
  const label = part.labelSource ?? "";
  return {
    form: node.referenceType,
    image,
    bracketed:
      node.referenceType === "shortcut" &&
      isBracketed(source.text, span.start, span.end),
    span,
    textSpan,
    labelSpan: part.label ?? textSpan,
    label,
    key: labelKey(label),
    latentLabels: image ? [] : latentLabels({ span, textSpan }, source.pairs),
  };
}

export function readLink(
  source: Source,
  node: NodeOf<"link" | "image">,
  span: Span,
): Link {
  const part = source.parts.get(node) ?? {};
  const image = node.type === "image";
  const opening = source.text[span.start];
  if (!image && opening !== "[") {
    const inside =
      opening === "<" ? { start: span.start + 1, end: span.end - 1 } : span;
    return {
      form: opening === "<" ? "autolink" : "bare",
      image,
      span,
      textSpan: inside,
      destination: node.url,
      destinationSpan: inside,
      title: undefined,
      latentLabels: [],
    };
  }
  const textSpan = part.text ?? emptySpan(span.start + (image ? 2 : 1));
  return {
    form: "inline",
    image,
    span,
    textSpan,
    destination: node.url,
    destinationSpan: part.destination ?? emptySpan(textSpan.end + 2),
    title: node.title ?? undefined,
    latentLabels: image ? [] : latentLabels({ span, textSpan }, source.pairs),
  };
}

/** `[[x]]`: a shortcut whose neighbours are literal brackets. */
export function isBracketed(text: string, start: number, end: number): boolean {
  return text[start - 1] === "[" && text[end] === "]";
}

function emptySpan(offset: number): Span {
  return { start: offset, end: offset };
}
