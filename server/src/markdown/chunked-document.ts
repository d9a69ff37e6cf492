import type {
  Chunk,
  Chunks,
  Content,
  PlacedChunk,
  PlacedContent,
  UnresolvedReference,
} from "./chunk.js";
import { linesOfChunks } from "./chunk-lines.js";
import { sliceOfChunks } from "./chunk-text.js";
import { indexDefinitions } from "./definition-index.js";
import type { Definition, Document, Link, Reference } from "./document.js";
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
import { onceFor } from "./remember.js";
import { type Stretch, stretchesOf } from "./stretches.js";
import type { Syntax } from "./syntax.js";

interface Origin {
  readonly syntax: Syntax;
  readonly readAs: Syntax;
  /** Where it is at hand. */
  readonly text?: string;
  /** The document of which this one was made by an edit. */
  readonly before?: Document;
}

/** A document of chunks. What it says is put together when it is asked for, and of a part only what that part says. */
export function documentOf(
  read: ReadAll,
  { syntax, readAs, text, before }: Origin,
): Document {
  const chunks = new PlacedChunks(read, readAs, before?.chunks);
  return new ChunkedDocument(syntax, chunks, text);
}

/** A class, as are those below: of objects with getters of their own V8 lets go only when it collects all garbage. */
class ChunkedDocument implements Document {
  readonly syntax: Syntax;
  readonly chunks: PlacedChunks;
  #text: string | undefined;
  #lines: Document["lines"] | undefined;
  #eol: Document["eol"] | undefined;
  #references: Document["references"] | undefined;
  #definitions: Document["definitions"] | undefined;
  #links: Document["links"] | undefined;
  #latent: Document["latent"] | undefined;
  #headings: Document["headings"] | undefined;
  #blocks: Document["blocks"] | undefined;
  #comments: Document["comments"] | undefined;

  constructor(syntax: Syntax, chunks: PlacedChunks, text: string | undefined) {
    this.syntax = syntax;
    this.chunks = chunks;
    this.#text = text;
  }

  get text() {
    this.#text ??= this.chunks.all.map(({ text }) => text).join("");
    return this.#text;
  }
  get length() {
    return this.chunks.length;
  }
  slice(start: number, end: number): string {
    return sliceOfChunks(this.chunks, start, end);
  }
  charAt(offset: number): string {
    return sliceOfChunks(this.chunks, offset, offset + 1);
  }
  /** It opens the text, so that nothing ever moves it. */
  get frontMatter() {
    return this.chunks.all[0]?.content.frontMatter;
  }
  get defined() {
    return this.chunks.defined;
  }
  get lines() {
    this.#lines ??= linesOfChunks(this.chunks);
    return this.#lines;
  }
  get eol() {
    this.#eol ??= mostUsedLineEnding(
      this.chunks.all.map((it) => it.lineEndings),
    );
    return this.#eol;
  }
  get definitions() {
    this.#definitions ??= gather(this.chunks, "definitions");
    return this.#definitions;
  }
  get references() {
    this.#references ??= gather(this.chunks, "references");
    return this.#references;
  }
  get links() {
    this.#links ??= gather(this.chunks, "links");
    return this.#links;
  }
  get latent() {
    this.#latent ??= latentLabels(this.chunks);
    return this.#latent;
  }
  get headings() {
    this.#headings ??= gather(this.chunks, "headings");
    return this.#headings;
  }
  get blocks() {
    this.#blocks ??= gather(this.chunks, "blocks");
    return this.#blocks;
  }
  get comments() {
    this.#comments ??= gather(this.chunks, "comments");
    return this.#comments;
  }
}

function gather<Kind extends keyof PlacedContent>(
  { all, at }: Chunks,
  kind: Kind,
): PlacedContent[Kind] {
  const gathered: PlacedContent[Kind][number][] = [];
  all.forEach(({ content }, index) => {
    if (content[kind].length === 0) return;
    for (const item of at(index)[kind]) gathered.push(item);
  });
  return gathered as unknown as PlacedContent[Kind];
}

class PlacedChunks implements Chunks {
  readonly all: readonly Chunk[];
  readonly names: Chunks["names"];
  readonly readAs: Syntax;
  readonly stretches: readonly Stretch[];
  readonly starts: readonly number[];
  readonly length: number;
  readonly definitions: Chunks["definitions"];
  readonly defined: Document["defined"];
  readonly #placed: (PlacedChunk | undefined)[] = [];
  #blocks: readonly number[] | undefined;

  constructor(
    { all, names }: ReadAll,
    readAs: Syntax,
    before: Chunks | undefined,
  ) {
    this.all = all;
    this.names = names;
    this.readAs = readAs;
    this.stretches = stretchesOf(all, before?.stretches);
    this.starts = startsOf(this.stretches, all.length);
    this.length = (this.starts.at(-1) ?? 0) + (all.at(-1)?.text.length ?? 0);
    this.definitions = indexDefinitions(this.stretches, before?.definitions);
    this.defined = new PlacedDefinitions(this);
  }

  readonly at = (index: number): PlacedChunk => {
    const known = this.#placed[index];
    if (known) return known;
    const content = this.#place(index);
    this.#placed[index] = content;
    return content;
  };

  #place(index: number): PlacedChunk {
    const chunk = this.all[index];
    if (!chunk) return nothing;
    return new Placed(
      chunk.content,
      (this.starts[index] ?? 0) - chunk.origin,
      this.defined,
      () => {
        this.#blocks ??= blocksBefore(this.stretches);
        return this.#blocks[index] ?? 0;
      },
    );
  }
}

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

function startsOf(
  stretches: readonly Stretch[],
  count: number,
): readonly number[] {
  const all = new Array<number>(count);
  let index = 0;
  let start = 0;
  for (const { starts, length } of stretches) {
    for (const from of starts) all[index++] = start + from;
    start += length;
  }
  return all;
}

/** How many blocks stand before each chunk. */
function blocksBefore(stretches: readonly Stretch[]): readonly number[] {
  const all: number[] = [];
  let count = 0;
  for (const stretch of stretches) {
    const { before, total } = blocksIn(stretch);
    for (const inStretch of before) all.push(count + inStretch);
    count += total;
  }
  return all;
}

const blocksIn = onceFor(({ chunks }: Stretch) => {
  let total = 0;
  const before = chunks.map(({ content }) => {
    const count = total;
    total += content.blocks.length;
    return count;
  });
  return { before, total };
});

function latentLabels({
  stretches,
  at,
}: Chunks): ReadonlyMap<string, Link | Reference> {
  const first = new Map<string, Link | Reference>();
  for (const kind of ["links", "references"] as const) {
    let from = 0;
    for (const stretch of stretches) {
      for (const index of chunksWithLatent(stretch)[kind])
        for (const item of at(from + index)[kind])
          for (const key of item.latentLabels)
            if (!first.has(key)) first.set(key, item);
      from += stretch.chunks.length;
    }
  }
  return first;
}

/** Indices in the stretch of the chunks whose links, and whose references, have latent labels. */
const chunksWithLatent = onceFor(({ chunks }: Stretch) => {
  const holding = (kind: "links" | "references") =>
    chunks.flatMap(({ content }, index) => {
      const items: readonly (Link | UnresolvedReference)[] = content[kind];
      return items.some(({ latentLabels }) => latentLabels.length > 0)
        ? index
        : [];
    });
  return { links: holding("links"), references: holding("references") };
});
