import type { Nodes, RootContent } from "mdast";
import {
  type Follower,
  followerAt,
  isBoundary,
  isListMarkerAt,
  isOpenFence,
  takesListItem,
} from "./boundaries.js";
import { type BracketPair, watchBrackets } from "./brackets.js";
import type { Chunk } from "./chunk.js";
import { lineStartsOf } from "./chunk-lines.js";
import { answerFrom, type Consultation } from "./consultations.js";
import { detached } from "./detached.js";
import type { Name } from "./names.js";
import { type NodeSpans, recordSpans } from "./node-spans.js";
import { readContent } from "./read-content.js";
import { type Source, spanOf } from "./source.js";
import { parseTree, type Syntax } from "./syntax.js";

export interface Reader {
  /** A text, or a part of one that chunks begin and end with. */
  readonly text: string;
  /** It is the beginning of the text. */
  readonly opensDocument: boolean;
  readonly syntax: Syntax;
  /** Whether a name is defined outside the part that is read. */
  isDefined(name: Name): boolean;
}

export interface ReadPart {
  readonly chunks: readonly Chunk[];
  /**
   * Where they end: before the end of the part if what stands there goes on behind it, and behind it, at the end of the
   * text, if that is all code.
   */
  readonly end: number;
}

/**
 * Reads a part of a text that begins where a chunk may begin, and ends at a boundary or with the text. The tree says
 * which boundaries in it are safe: those between two blocks.
 */
export function readPart(reader: Reader, start: number, end: number): ReadPart {
  if (isOpenFence(reader.text, start))
    return {
      chunks: [openFence(detached(reader.text.slice(start)))],
      end: reader.text.length,
    };
  const length = end - start;
  const follower = followerAt(reader.text, end);
  const read = readBlocks(
    detached(reader.text.slice(start, end) + standIns[follower]),
    reader,
    start === 0 && reader.opensDocument,
  );
  if (!read) return { chunks: [], end: start };
  const groups = groupByChunk(read);
  if (follower === "end")
    return { chunks: readChunks(read, groups, length), end };
  const last = groups.pop();
  // It is the follower alone, unless the blocks before the end go on behind it.
  const readLength = last?.start ?? 0;
  return {
    chunks: readChunks(read, groups, readLength),
    end: start + readLength,
  };
}

/** Reads a whole text as a single chunk; `undefined` for a text that is no MDX. */
export function readUnsplit(text: string, syntax: Syntax): Chunk | undefined {
  const nothingOutside = { syntax, isDefined: () => false };
  const read = readBlocks(text, nothingOutside, true);
  return (
    read &&
    readChunks(read, [{ start: 0, blocks: read.blocks }], text.length)[0]
  );
}

/** A text that is all code says nothing else: reading it would make each key in a fence not yet closed wait. */
function openFence(text: string): Chunk {
  const span = { start: 0, end: text.length };
  return {
    text,
    origin: 0,
    content: {
      references: [],
      definitions: [],
      links: [],
      headings: [],
      frontMatter: undefined,
      blocks: [{ type: "code", span, unclosed: true }],
      comments: [],
    },
    consulted: new Map(),
    names: [],
    follower: "end",
    isCut: false,
    takesListItem: true,
    definesLate: false,
    ...lineStartsOf(text),
  };
}

/** What stands for what follows a part: that it is read as a block of its own tells that the part has ended. */
const standIns: Readonly<Record<Follower, string>> = {
  text: "x",
  quote: "> x",
  listItem: "- x",
  end: "",
};

interface ReadBlocks {
  readonly source: Source;
  readonly blocks: readonly RootContent[];
  readonly consultations: readonly Consultation[];
}

const byteOrderMark = "\uFEFF";

function readBlocks(
  text: string,
  { syntax, isDefined }: Pick<Reader, "syntax" | "isDefined">,
  opensDocument: boolean,
): ReadBlocks | undefined {
  // micromark drops a byte order mark without counting it; here it goes first, and every offset is moved back.
  const base =
    opensDocument && text.startsWith(byteOrderMark) ? byteOrderMark.length : 0;
  const pairs = new Map<number, BracketPair>();
  const parts = new Map<Nodes, NodeSpans>();
  const consultations: Consultation[] = [];
  const tree = parseTree(
    text.slice(base),
    { syntax, opensDocument },
    {
      micromark: [
        answerFrom(isDefined, consultations, base),
        watchBrackets(pairs, base),
      ],
      fromMarkdown: recordSpans(parts, base),
    },
  );
  if (!tree) return undefined;
  const ordered = [...pairs.values()].sort((a, b) => a.open - b.open);
  return {
    source: { text, base, parts, pairs: ordered },
    blocks: tree.children,
    consultations: consultations.sort((a, b) => a.offset - b.offset),
  };
}

interface Group {
  readonly start: number;
  readonly blocks: readonly RootContent[];
}

function groupByChunk({ source, blocks }: ReadBlocks): Group[] {
  const groups: { start: number; blocks: RootContent[] }[] = [];
  let end = 0;
  for (const block of blocks) {
    const span = spanOf(source, block);
    const last = groups.at(-1);
    // A heading behind a definition starts with it, for micromark.
    const canBegin =
      span !== undefined &&
      span.start >= end &&
      isBoundary(source.text, span.start) &&
      !(
        takesListItem(last?.blocks.at(-1)?.type) &&
        isListMarkerAt(source.text, span.start)
      );
    if (last && !canBegin) last.blocks.push(block);
    else groups.push({ start: last ? (span?.start ?? 0) : 0, blocks: [block] });
    end = Math.max(end, span?.end ?? 0);
  }
  return groups.length === 0 ? [{ start: 0, blocks: [] }] : groups;
}

function readChunks(
  { source, consultations }: ReadBlocks,
  groups: readonly Group[],
  end: number,
): Chunk[] {
  let nextPair = 0;
  let nextConsultation = 0;
  return groups.map(({ start, blocks }, index) => {
    const chunkEnd = groups[index + 1]?.start ?? end;
    const firstPair = nextPair;
    while ((source.pairs[nextPair]?.open ?? chunkEnd) < chunkEnd) nextPair++;
    const pairs = source.pairs.slice(firstPair, nextPair);

    const consulted = new Map<Name, boolean>();
    for (; nextConsultation < consultations.length; nextConsultation++) {
      const consultation = consultations[nextConsultation];
      if (!consultation || consultation.offset >= chunkEnd) break;
      consulted.set(consultation.name, consultation.isDefined);
    }
    const text = source.text.slice(start, chunkEnd);
    return {
      text,
      origin: start,
      ...readContent({ ...source, pairs }, blocks),
      consulted,
      follower: followerAt(source.text, chunkEnd),
      isCut: false,
      takesListItem: takesListItem(blocks.at(-1)?.type),
      ...lineStartsOf(text),
    };
  });
}
