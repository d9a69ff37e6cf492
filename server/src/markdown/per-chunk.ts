import type { Chunk, Content } from "./chunk.js";
import type { Definition, Document, Link } from "./document.js";
import { onceForBoth } from "./remember.js";

/** A chunk of a document, read apart from all others. */
export interface Part {
  readonly content: Content;
  readonly text: string;
  /** What the spans in `content` count the start of `text` as. */
  readonly origin: number;
}

/** What was read of a chunk. */
export interface Placed<Value> {
  readonly value: Value;
  /** How far the chunk's spans are from where they stand in the document. */
  readonly by: number;
  /** Its index. */
  readonly chunk: number;
}

/** A setting that is another object when it changes. */
type Given = object;

const nothing: Given = {};

/**
 * Reads something of each chunk of a document, and of each once as long as it stays as it is: after an edit only the chunks
 * that changed are looked at. `read` may go by nothing but the part and what is given. What is undefined is left out.
 */
export function perChunk<Value, G extends Given = Given>(
  read: (part: Part, given: G) => Value | undefined,
): (document: Document, given?: G) => readonly Placed<Value>[] {
  const known = new WeakMap<
    Chunk,
    { readonly given: G; readonly value: Value | undefined }
  >();
  const readAll = onceForBoth((document: Document, given: G) => {
    const { all, starts } = document.chunks;
    const placed: Placed<Value>[] = [];
    all.forEach((chunk, index) => {
      const start = starts[index] ?? 0;
      const { content, origin, length } = chunk;
      let said = known.get(chunk);
      if (said?.given !== given) {
        const text = document.text.slice(start, start + length);
        said = { given, value: read({ content, origin, text }, given) };
        known.set(chunk, said);
      }
      if (said.value !== undefined)
        placed.push({ value: said.value, by: start - origin, chunk: index });
    });
    return placed;
  });
  return (document, given = nothing as G) => readAll(document, given);
}

/** A definition or link of the document, and what was read of it. */
export interface Noted<Item, Value> {
  readonly item: Item;
  readonly value: Value;
}

/** The definitions of which there is something to say that their own chunk shows, in document order; see `perChunk`. */
export function perDefinition<Value, G extends Given = Given>(
  read: (definition: Definition, given: G, part: Part) => Value | undefined,
): (document: Document, given?: G) => readonly Noted<Definition, Value>[] {
  return perItem("definitions", read);
}

/** The same of links. */
export function perLink<Value, G extends Given = Given>(
  read: (link: Link, given: G, part: Part) => Value | undefined,
): (document: Document, given?: G) => readonly Noted<Link, Value>[] {
  return perItem("links", read);
}

function perItem<
  Kind extends "definitions" | "links",
  Value,
  G extends Given = Given,
>(
  kind: Kind,
  read: (
    item: Document[Kind][number],
    given: G,
    part: Part,
  ) => Value | undefined,
): (
  document: Document,
  given?: G,
) => readonly Noted<Document[Kind][number], Value>[] {
  const noted = perChunk((part, given: G) => {
    const found: { readonly index: number; readonly value: Value }[] = [];
    part.content[kind].forEach((item, index) => {
      const value = read(item, given, part);
      if (value !== undefined) found.push({ index, value });
    });
    return found.length > 0 ? found : undefined;
  });
  const inDocument = onceForBoth((document: Document, given: G) =>
    noted(document, given).flatMap(({ value: found, chunk }) => {
      const items: readonly Document[Kind][number][] =
        document.chunks.at(chunk)[kind];
      return found.flatMap(({ index, value }) => {
        const item = items[index];
        return item === undefined ? [] : { item, value };
      });
    }),
  );
  return (document, given = nothing as G) => inDocument(document, given);
}
