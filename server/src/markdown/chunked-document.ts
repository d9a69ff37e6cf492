import type { Chunk, Content } from "./chunk.js";
import { linesOfChunks } from "./chunk-lines.js";
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
import type { ReadAll } from "./read-all.js";
import type { Syntax } from "./syntax.js";

/** A document of chunks. What it says is put together when it is asked for. */
export function documentOf(
  text: string,
  syntax: Syntax,
  readAs: Syntax,
  { all, names }: ReadAll,
): Document {
  const starts: number[] = [];
  let length = 0;
  for (const chunk of all) {
    starts.push(length);
    length += chunk.length;
  }

  /** What all chunks have of something, moved to where they stand. */
  function gather<Here, There>(
    of: (content: Content) => readonly Here[],
    move: (item: Here, by: number) => There,
  ): readonly There[] {
    const gathered: There[] = [];
    for (let index = 0; index < all.length; index++) {
      const chunk = all[index];
      if (chunk === undefined) continue;
      const items = of(chunk.content);
      if (items.length === 0) continue;
      const by = (starts[index] ?? 0) - chunk.origin;
      for (const item of items) gathered.push(move(item, by));
    }
    return gathered;
  }

  const lines = lazy(() => linesOfChunks(text, all, starts));
  const eol = lazy(() => mostUsedLineEnding(all.map((it) => it.lineEndings)));
  const definitions = lazy(() => gatherDefinitions(all, starts));
  const defined = lazy(() => firstByKey(definitions()));
  const references = lazy(() => gatherReferences(all, starts, defined()));
  const links = lazy(() => gather((content) => content.links, moveLink));
  const latent = lazy(() => latentLabels([...links(), ...references()]));
  const headings = lazy(() =>
    gather((content) => content.headings, moveHeading),
  );
  const blocks = lazy(() => gather((content) => content.blocks, moveBlock));
  const comments = lazy(() =>
    gather((content) => content.comments, moveComment),
  );

  return {
    text,
    syntax,
    // It opens the text, so that nothing ever moves it.
    frontMatter: all[0]?.content.frontMatter,
    chunks: { all, starts, names, readAs },
    get lines() {
      return lines();
    },
    get eol() {
      return eol();
    },
    get references() {
      return references();
    },
    get definitions() {
      return definitions();
    },
    get defined() {
      return defined();
    },
    get links() {
      return links();
    },
    get latent() {
      return latent();
    },
    get headings() {
      return headings();
    },
    get blocks() {
      return blocks();
    },
    get comments() {
      return comments();
    },
  };
}

function gatherDefinitions(
  chunks: readonly Chunk[],
  starts: readonly number[],
): readonly Definition[] {
  const gathered: Definition[] = [];
  let blocksBefore = 0;
  chunks.forEach(({ content, origin }, index) => {
    const by = (starts[index] ?? 0) - origin;
    for (const definition of content.definitions)
      gathered.push(moveDefinition(definition, by, blocksBefore));
    blocksBefore += content.blocks.length;
  });
  return gathered;
}

function gatherReferences(
  chunks: readonly Chunk[],
  starts: readonly number[],
  defined: ReadonlyMap<string, Definition>,
): readonly Reference[] {
  const gathered: Reference[] = [];
  chunks.forEach(({ content, origin }, index) => {
    const by = (starts[index] ?? 0) - origin;
    for (const reference of content.references) {
      const definition = defined.get(reference.key);
      if (reference.isLinked || !definition)
        gathered.push(moveReference(reference, by, definition));
    }
  });
  return gathered;
}

function firstByKey(
  definitions: readonly Definition[],
): ReadonlyMap<string, Definition> {
  const first = new Map<string, Definition>();
  for (const definition of definitions) {
    if (!first.has(definition.key)) first.set(definition.key, definition);
  }
  return first;
}

function latentLabels(
  places: readonly (Link | Reference)[],
): ReadonlyMap<string, Link | Reference> {
  const first = new Map<string, Link | Reference>();
  for (const place of places) {
    for (const key of place.latentLabels)
      if (!first.has(key)) first.set(key, place);
  }
  return first;
}

function lazy<Value>(compute: () => Value): () => Value {
  let computed: { readonly value: Value } | undefined;
  return () => {
    computed ??= { value: compute() };
    return computed.value;
  };
}
