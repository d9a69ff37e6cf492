import type { Chunk } from "./chunk.js";
import type { Definition } from "./document.js";
import { onceFor } from "./remember.js";
import type { Stretch } from "./stretches.js";

/** Which definitions of a text count. It does not know where they stand, so that documents share it. */
export interface DefinitionIndex {
  /** The chunks that define something, in order. */
  readonly chunks: readonly Chunk[];
  /** By label key the first definition, in document order. */
  readonly first: ReadonlyMap<string, DefinitionPlace>;
  /** How many definitions do not count, as one before them has the same label. */
  readonly repeated: number;
}

export interface DefinitionPlace {
  /** Index in `DefinitionIndex.chunks`. */
  readonly chunk: number;
  /** Index in that chunk's own definitions. */
  readonly definition: number;
}

/** `before`: that of a text with mostly the same chunks. */
export function indexDefinitions(
  stretches: readonly Stretch[],
  before?: DefinitionIndex,
): DefinitionIndex {
  const chunks = stretches.flatMap(chunksThatDefine);
  if (
    before?.chunks.length === chunks.length &&
    before.chunks.every((chunk, index) => chunk === chunks[index])
  )
    return before;
  const first = new Map<string, DefinitionPlace>();
  let repeated = 0;
  chunks.forEach(({ content }, chunk) => {
    content.definitions.forEach(({ key }, definition) => {
      if (first.has(key)) repeated++;
      else first.set(key, { chunk, definition });
    });
  });
  return { chunks, first, repeated };
}

const chunksThatDefine = onceFor(({ chunks }: Stretch) =>
  chunks.filter(({ content }) => content.definitions.length > 0),
);

/** The definitions that count, in document order, each where its chunk counts. */
export const definitionsIn = onceFor(
  (index: DefinitionIndex): readonly Definition[] =>
    [...index.first.values()].flatMap(
      (place) => definitionAt(index, place) ?? [],
    ),
);

/** The definition of a label that counts, where its chunk counts: for those who ask what it says, and not where. */
export function definitionOf(
  index: DefinitionIndex,
  key: string,
): Definition | undefined {
  const place = index.first.get(key);
  return place && definitionAt(index, place);
}

function definitionAt(
  { chunks }: DefinitionIndex,
  { chunk, definition }: DefinitionPlace,
): Definition | undefined {
  return chunks[chunk]?.content.definitions[definition];
}
