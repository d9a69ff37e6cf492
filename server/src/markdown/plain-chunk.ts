import { followerAt, takesListItem } from "./boundaries.js";
import type { Chunk } from "./chunk.js";
import { lineStartsOf } from "./chunk-lines.js";
import type {
  Block,
  Comment,
  Definition,
  FrontMatter,
  Heading,
} from "./document.js";
import { nameOfLabel } from "./names.js";
import type { Found } from "./plain-inline.js";

/** What a chunk says that is read without a parser. */
export interface Said {
  readonly blocks: readonly Block[];
  readonly definitions?: readonly Definition[];
  readonly headings?: readonly Heading[];
  readonly comments?: readonly Comment[];
  readonly frontMatter?: FrontMatter;
  readonly found?: Found;
  readonly isCut?: boolean;
}

/** `source`: the chunk's own text, which ends at `end`. */
export function plainChunk(
  text: string,
  end: number,
  source: string,
  {
    blocks,
    definitions = [],
    headings = [],
    comments = [],
    frontMatter,
    found,
    isCut = false,
  }: Said,
): Chunk {
  return {
    text: source,
    origin: 0,
    content: {
      references: found?.references ?? [],
      definitions,
      links: found?.links ?? [],
      headings,
      frontMatter,
      blocks,
      comments,
    },
    consulted: found?.consulted ?? new Map(),
    names: definitions.map(({ key }) => nameOfLabel(key)),
    follower: followerAt(text, end),
    isCut,
    takesListItem: takesListItem(blocks.at(-1)?.type),
    definesLate: false,
    ...lineStartsOf(source),
  };
}

export function block(type: string, start: number, end: number): Block {
  return { type, span: { start, end }, unclosed: false };
}
