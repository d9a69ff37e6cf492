import type {
  Chunk,
  Chunks,
  Content,
  PlacedChunk,
  PlacedContent,
  UnresolvedReference,
} from "./chunk.js";
import { linesOfChunks } from "./chunk-lines.js";
import { indexDefinitions } from "./definition-index.js";
import type { Definition, Document, Link, Reference } from "./document.js";
import { lazyObject } from "./lazy.js";
import { mostUsedLineEnding } from "./line-ending.js";
import {
  moveBlock,
  moveComment,
  moveDefinition,
  moveHeading,
  moveLink,
  moveReference,
} from "./move.js";
import { PlacedDefinitions } from "./placed-definitions.js";
import type { ReadAll } from "./read-all.js";
import { type Stretch, stretchesOf } from "./stretches.js";
import type { Syntax } from "./syntax.js";

/**
 * A document of chunks. What it says is put together when it is asked for, and of a part only what that part says.
 * `before`: the document of which this one was made by an edit.
 */
export function documentOf(
  text: string,
  syntax: Syntax,
  readAs: Syntax,
  { all, names }: ReadAll,
  before?: Document,
): Document {
  const stretches = stretchesOf(all, before?.chunks.stretches);
  const starts = startsOf(stretches);
  const definitions = indexDefinitions(all, before?.chunks.definitions);
  const placed: (PlacedChunk | undefined)[] = [];
  let blocks: readonly number[] | undefined;

  function at(index: number): PlacedChunk {
    const known = placed[index];
    if (known) return known;
    const content = place(index);
    placed[index] = content;
    return content;
  }

  function place(index: number): PlacedChunk {
    const chunk = all[index];
    if (!chunk) return nothing;
    return new Placed(
      chunk.content,
      (starts[index] ?? 0) - chunk.origin,
      defined,
      () => {
        blocks ??= blocksBefore(all);
        return blocks[index] ?? 0;
      },
    );
  }

  function gather<Kind extends keyof PlacedContent>(
    kind: Kind,
  ): PlacedContent[Kind] {
    const gathered: PlacedContent[Kind][number][] = [];
    all.forEach(({ content }, index) => {
      if (content[kind].length === 0) return;
      for (const item of at(index)[kind]) gathered.push(item);
    });
    return gathered as unknown as PlacedContent[Kind];
  }

  const chunks: Chunks = {
    all,
    stretches,
    starts,
    definitions,
    at,
    names,
    readAs,
  };
  const defined = new PlacedDefinitions(chunks);
  const document: Document = lazyObject<Document>({
    text: () => text,
    syntax: () => syntax,
    // It opens the text, so that nothing ever moves it.
    frontMatter: () => all[0]?.content.frontMatter,
    chunks: () => chunks,
    defined: () => defined,
    lines: () => linesOfChunks(text, all, starts),
    eol: () => mostUsedLineEnding(all.map((it) => it.lineEndings)),
    definitions: () => gather("definitions"),
    references: () => gather("references"),
    links: () => gather("links"),
    latent: () => latentLabels(chunks),
    headings: () => gather("headings"),
    blocks: () => gather("blocks"),
    comments: () => gather("comments"),
  });
  return document;
}

/** A class, since a long text has thousands of them at each key. */
class Placed implements PlacedChunk {
  readonly #content: Content;
  readonly #by: number;
  readonly #defined: Document["defined"];
  readonly #blocksBefore: () => number;
  #references: PlacedContent["references"] | undefined;
  /** Those that were asked for. */
  readonly #someDefinitions: Definition[] = [];
  #definitions: PlacedContent["definitions"] | undefined;
  #links: PlacedContent["links"] | undefined;
  #headings: PlacedContent["headings"] | undefined;
  #blocks: PlacedContent["blocks"] | undefined;
  #comments: PlacedContent["comments"] | undefined;

  constructor(
    content: Content,
    by: number,
    defined: Document["defined"],
    blocksBefore: () => number,
  ) {
    this.#content = content;
    this.#by = by;
    this.#defined = defined;
    this.#blocksBefore = blocksBefore;
  }

  get references() {
    this.#references ??= this.#content.references.flatMap((reference) => {
      const definition = this.#defined.get(reference.key);
      return reference.isLinked || !definition
        ? moveReference(reference, this.#by, definition)
        : [];
    });
    return this.#references;
  }
  get definitions() {
    this.#definitions ??= this.#content.definitions.map((_, index) =>
      this.definition(index),
    );
    return this.#definitions;
  }
  definition(index: number): Definition {
    const known = this.#someDefinitions[index];
    if (known) return known;
    const definition = this.#content.definitions[index];
    if (!definition) throw new Error("The index is another chunk's");
    const placed = moveDefinition(definition, this.#by, this.#blocksBefore());
    this.#someDefinitions[index] = placed;
    return placed;
  }
  get links() {
    this.#links ??= moveAll(this.#content.links, moveLink, this.#by);
    return this.#links;
  }
  get headings() {
    this.#headings ??= moveAll(this.#content.headings, moveHeading, this.#by);
    return this.#headings;
  }
  get blocks() {
    this.#blocks ??= moveAll(this.#content.blocks, moveBlock, this.#by);
    return this.#blocks;
  }
  get comments() {
    this.#comments ??= moveAll(this.#content.comments, moveComment, this.#by);
    return this.#comments;
  }
}

function moveAll<Item>(
  items: readonly Item[],
  move: (item: Item, by: number) => Item,
  by: number,
): readonly Item[] {
  return items.map((item) => move(item, by));
}

const nothing: PlacedChunk = {
  references: [],
  definitions: [],
  links: [],
  headings: [],
  blocks: [],
  comments: [],
  definition() {
    throw new Error("There is no such chunk");
  },
};

function startsOf(stretches: readonly Stretch[]): readonly number[] {
  const all: number[] = [];
  let start = 0;
  for (const { starts, length } of stretches) {
    for (const from of starts) all.push(start + from);
    start += length;
  }
  return all;
}

function blocksBefore(chunks: readonly Chunk[]): readonly number[] {
  let count = 0;
  return chunks.map(({ content }) => {
    const before = count;
    count += content.blocks.length;
    return before;
  });
}

function latentLabels({
  all,
  at,
}: Chunks): ReadonlyMap<string, Link | Reference> {
  const first = new Map<string, Link | Reference>();
  for (const kind of ["links", "references"] as const) {
    all.forEach(({ content }, index) => {
      const items: readonly (Link | UnresolvedReference)[] = content[kind];
      if (items.every(({ latentLabels }) => latentLabels.length === 0)) return;
      for (const item of at(index)[kind])
        for (const key of item.latentLabels)
          if (!first.has(key)) first.set(key, item);
    });
  }
  return first;
}
