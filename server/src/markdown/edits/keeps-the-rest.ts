import type { Nodes } from "mdast";
import type { Chunks } from "../chunk.js";
import { differingMiddle } from "../differing-middle.js";
import type { Block, Definition, Document } from "../document.js";
import { edit } from "../edit.js";
import { lastUpTo } from "../lines.js";
import { moveBlock } from "../move.js";
import type { Span } from "../span.js";
import { parseTree, type Syntax } from "../syntax.js";

/**
 * Whether all else of a document is read as it was, and stands where it stood, when `spans`, in order and apart, are gone
 * from it and these definitions with them. What is left empty may go, and items of a list may come closer together.
 */
export function keepsTheRest(
  document: Document,
  definitions: readonly Definition[],
  spans: readonly Span[],
): boolean {
  const after = edit(
    document,
    spans.toReversed().map((span) => ({ span, text: "" })),
  );
  const { start, ends } = differingMiddle(
    document.chunks.all,
    after.chunks.all,
  );
  const left = without(
    partsOf(document.chunks, start, ends[0]),
    definitions,
    placesWithout(spans),
  );
  const parts = partsOf(after.chunks, start, ends[1]);
  return (
    isEqual(readings(left, after.text), readings(parts, after.text)) &&
    parts.blocks.every((block, index) => {
      const before = left.sources[index];
      return (
        !before ||
        lengthOf(before.span) === lengthOf(block.span) ||
        outline(document, before) === outline(after, block)
      );
    })
  );
}

interface Parts {
  readonly blocks: readonly Block[];
  /** What else there is: where it begins, and what it is. */
  readonly others: readonly Part[];
  readonly definitions: readonly Part[];
}

interface Part {
  readonly at: number;
  readonly says: readonly unknown[];
}

/** What some of a document's chunks hold. */
function partsOf({ all, starts }: Chunks, from: number, to: number): Parts {
  const blocks: Block[] = [];
  const others: Part[] = [];
  const definitions: Part[] = [];
  for (let index = from; index < to; index++) {
    const chunk = all[index];
    if (!chunk) break;
    const { content, origin } = chunk;
    const by = (starts[index] ?? 0) - origin;
    const part = ({ start }: Span, ...says: readonly unknown[]) => ({
      at: start + by,
      says,
    });
    blocks.push(...content.blocks.map((block) => moveBlock(block, by)));
    definitions.push(
      ...content.definitions.map(({ span, key, destination, title }) =>
        part(span, key, destination, title),
      ),
    );
    others.push(
      ...content.references.map(({ span, form, key }) => part(span, form, key)),
      ...content.links.map(({ span, form, destination }) =>
        part(span, form, destination),
      ),
      ...content.headings.map(({ span, depth, text }) =>
        part(span, depth, text),
      ),
    );
  }
  return { blocks, others, definitions };
}

/** What is to be left, where it is to be, and `sources`: its blocks as they are now. */
function without(
  { blocks, others, definitions }: Parts,
  removed: readonly Definition[],
  placeOf: (offset: number) => number,
): Parts & { readonly sources: readonly Block[] } {
  const gone = new Set(removed.map(({ span }) => span.start));
  const place = ({ at, says }: Part) => ({ at: placeOf(at), says });
  const sources = blocks.filter(
    ({ span: { start, end } }) => placeOf(start) < placeOf(end),
  );
  return {
    sources,
    blocks: sources.map(({ span: { start, end }, ...rest }) => ({
      ...rest,
      span: { start: placeOf(start), end: placeOf(end) },
    })),
    others: others.map(place),
    definitions: definitions.filter(({ at }) => !gone.has(at)).map(place),
  };
}

/** Tells where a place of a text is when these spans, in order and apart, are gone from it. */
function placesWithout(spans: readonly Span[]): (offset: number) => number {
  const starts = [0];
  const removed = [0];
  for (const { start, end } of spans) {
    starts.push(start);
    removed.push((removed.at(-1) ?? 0) + end - start);
  }
  return (offset) => {
    const index = lastUpTo(starts, offset);
    const end = spans[index - 1]?.end ?? 0;
    return Math.max(offset, end) - (removed[index] ?? 0);
  };
}

/** What everything is and where it begins in `text`, behind the white space there. */
function readings(
  { blocks, others, definitions }: Parts,
  text: string,
): string[] {
  return [
    ...blocks.map(({ span, type }) => ({ at: span.start, says: [type] })),
    ...others,
    ...definitions,
  ].map(({ at, says }) => {
    let place = at;
    while (text[place] === " " || text[place] === "\t") place++;
    return JSON.stringify([place, ...says]);
  });
}

/** What a block holds, but for definitions and what is empty without them. */
function outline({ text, syntax }: Document, { span }: Block): string {
  const source = text.slice(span.start, span.end);
  const read = (as: Syntax) =>
    parseTree(
      source,
      { syntax: as, opensDocument: false },
      { micromark: [], fromMarkdown: {} },
    );
  const tree = read(syntax) ?? read("commonmark");
  return tree ? JSON.stringify(contentsOf(tree)) : source;
}

function contentsOf(node: Nodes): unknown {
  if (node.type === "definition") return undefined;
  if (!("children" in node))
    return [node.type, "value" in node ? node.value.trim() : undefined];
  const children = node.children
    .map(contentsOf)
    .filter((contents) => contents !== undefined);
  return children.length === 0 ? undefined : [node.type, ...children];
}

function lengthOf({ start, end }: Span): number {
  return end - start;
}

function isEqual(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((each, index) => each === b[index]);
}
