import type { Chunk } from "./chunk.js";
import type { Definition, Document, Link } from "./document.js";
import { createMemory } from "./memory.js";
import { onceForBoth } from "./remember.js";
import type { Stretch } from "./stretches.js";

/** A chunk of a document, read apart from all others. */
export type Part = Pick<Chunk, "content" | "text" | "origin" | "lineStarts">;

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
  const perStretch = inStretches(read);
  const readAll = onceForBoth((document: Document, given: G) => {
    const placed: Placed<Value>[] = [];
    for (const { said, by, chunk } of perStretch(document, given))
      for (const one of said)
        placed.push({
          value: one.value,
          by: by + one.by,
          chunk: chunk + one.chunk,
        });
    return placed;
  });
  return (document, given = nothing as G) => readAll(document, given);
}

/** What was read of a stretch of chunks. */
export interface PlacedStretch<Value> {
  /** Placed as if the stretch began the document: the same object as long as no chunk of it changes. */
  readonly said: readonly Placed<Value>[];
  /** How far that is from where it stands in the document. */
  readonly by: number;
  /** The index of its first chunk. */
  readonly chunk: number;
  /** An edit was here, and the next key is likely to be, too. */
  readonly isEdited: boolean;
}

/** The same for who puts together what several chunks say: that, too, needs to be done once. Where nothing is said is left out. */
export function inStretches<Value, G extends Given = Given>(
  read: (part: Part, given: G) => Value | undefined,
): (document: Document, given?: G) => readonly PlacedStretch<Value>[] {
  const known = createMemory<
    Stretch,
    { readonly given: G; readonly said: readonly Placed<Value>[] }
  >();
  const ofChunk = createMemory<
    Chunk,
    { readonly given: G; readonly value: Value | undefined }
  >();

  function readAll(document: Document, given: G) {
    const all: PlacedStretch<Value>[] = [];
    let by = 0;
    let chunk = 0;
    for (const stretch of document.chunks.stretches) {
      let before = known.get(stretch);
      if (before?.given !== given) {
        before = { given, said: readStretch(stretch, given) };
        known.set(stretch, before);
      }
      const { said } = before;
      const { isEdited } = stretch;
      if (said.length > 0) all.push({ said, by, chunk, isEdited });
      by += stretch.length;
      chunk += stretch.chunks.length;
    }
    return all;
  }

  function readStretch(
    { chunks, starts, isEdited }: Stretch,
    given: G,
  ): readonly Placed<Value>[] {
    const readChunk = isEdited ? readAgain : read;
    const said: Placed<Value>[] = [];
    chunks.forEach((chunk, index) => {
      const from = starts[index] ?? 0;
      const value = readChunk(chunk, given);
      if (value !== undefined)
        said.push({ value, by: from - chunk.origin, chunk: index });
    });
    return said.length > 0 ? said : nothingSaid;
  }

  /** Where an edit was, most chunks are as they were. */
  function readAgain(chunk: Chunk, given: G) {
    const before = ofChunk.get(chunk);
    if (before?.given === given) return before.value;
    const value = read(chunk, given);
    ofChunk.set(chunk, { given, value });
    return value;
  }

  return (document, given = nothing as G) => readAll(document, given);
}

const nothingSaid: readonly never[] = [];

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
