import type { Follower } from "./boundaries.js";
import type { DefinitionIndex } from "./definition-index.js";
import type {
  Block,
  Comment,
  Definition,
  Document,
  FrontMatter,
  Heading,
  Link,
  Reference,
} from "./document.js";
import type { Name } from "./names.js";
import type { Stretch } from "./stretches.js";
import type { Syntax } from "./syntax.js";

/**
 * One or more top-level blocks with the blank lines behind them, read apart from the rest of the document. What it says
 * depends on its own text and on `consulted`. It does not know where it stands, so that documents share it.
 */
export interface Chunk {
  /** In memory of its own, or of a part of the text not much longer: an edited document's text is nowhere else. */
  readonly text: string;
  /** What the spans in `content` count the start of the chunk as. */
  readonly origin: number;
  readonly content: Content;
  /** The names it asked for, and whether they were defined. */
  readonly consulted: ReadonlyMap<Name, boolean>;
  /** What it defines, with repetitions. */
  readonly names: readonly Name[];
  /** What stands behind it. */
  readonly follower: Follower;
  /** It ends between two of many definitions of one block: what is behind it is read apart only while it begins with one. */
  readonly isCut: boolean;
  /** A list item behind it may belong to it. */
  readonly takesListItem: boolean;
  /** A directive in it defines something: micromark finds it too late for what stands before it. */
  readonly definesLate: boolean;
  /** Where its lines start, from its own start: the first is 0. */
  readonly lineStarts: readonly number[];
  readonly lineEndings: LineEndings;
}

/** What `Document` tells of a text, as a chunk knows it. */
export interface Content {
  readonly references: readonly UnresolvedReference[];
  /** `block` is an index in this chunk's own blocks. */
  readonly definitions: readonly Definition[];
  readonly links: readonly Link[];
  readonly headings: readonly Heading[];
  readonly frontMatter: FrontMatter | undefined;
  readonly blocks: readonly Block[];
  readonly comments: readonly Comment[];
}

export interface UnresolvedReference extends Omit<Reference, "definition"> {
  /** Markdown found the label defined. What it has not linked is text once the label is: `[a][` at a block's end. */
  readonly isLinked: boolean;
}

/** What `Document` tells of a part of the text. */
export type PlacedContent = Pick<
  Document,
  "references" | "definitions" | "links" | "headings" | "blocks" | "comments"
>;

export interface PlacedChunk extends PlacedContent {
  /** One of its definitions, without the others: all of a post's are often one block. Throws where there is none. */
  definition(index: number): Definition;
}

export interface LineEndings {
  readonly "\n": number;
  readonly "\r\n": number;
  readonly "\r": number;
}

/** The chunks a text is cut into. */
export interface Chunks {
  readonly all: readonly Chunk[];
  /** The same, some at a time. */
  readonly stretches: readonly Stretch[];
  /** Where each starts in the text. */
  readonly starts: readonly number[];
  /** Of the text, in UTF-16 units. */
  readonly length: number;
  readonly definitions: DefinitionIndex;
  /** What one of them says, where it stands in the text: the very objects that the document lists. */
  at(index: number): PlacedChunk;
  /** How many times each name is defined in the text. */
  readonly names: ReadonlyMap<Name, number>;
  /** What the text was read as; CommonMark for a text that is no MDX. */
  readonly readAs: Syntax;
}
