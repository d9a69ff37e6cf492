import type { Chunks } from "../chunk.js";
import type { Definition, Document } from "../document.js";
import { lastUpTo } from "../lines.js";
import { perChunk } from "../per-chunk.js";
import { onceForItems } from "../remember.js";

/**
 * Definitions outside lists and quotes that stand on adjacent lines. Most are asked what they say and not where: each is put
 * where it stands when somebody wants to know.
 */
export class Run implements Iterable<Definition> {
  /** In order, and as their chunks have them: the same list as long as none of them changes. */
  readonly items: readonly Definition[];
  readonly #chunks: Chunks;
  readonly #pieces: Pieces;
  #starts: readonly number[] | undefined;

  constructor(chunks: Chunks, pieces: Pieces) {
    this.items = itemsOf(
      pieces.map(({ piece }) => piece),
      pieces[0].piece,
    );
    this.#chunks = chunks;
    this.#pieces = pieces;
  }

  get length(): number {
    return this.items.length;
  }
  get first(): Definition {
    return this.at(0);
  }
  get last(): Definition {
    return this.at(this.length - 1);
  }
  /** Where it stands; the last one beyond the end. */
  at(index: number): Definition {
    this.#starts ??= startsOf(this.#pieces);
    const inRun = Math.min(index, this.length - 1);
    const place = lastUpTo(this.#starts, inRun);
    const { piece, chunk } = this.#pieces[place] ?? this.#pieces[0];
    const inPiece = inRun - (this.#starts[place] ?? 0);
    return this.#chunks.at(chunk).definition(piece.first + inPiece);
  }
  *[Symbol.iterator](): Generator<Definition> {
    for (const { piece, chunk } of this.#pieces)
      for (let index = 0; index < piece.definitions.length; index++)
        yield this.#chunks.at(chunk).definition(piece.first + index);
  }
}

/** The runs of a document, in order; definitions inside other blocks belong to none. */
export function definitionRuns(document: Document): Run[] {
  const runs: [PlacedPiece, ...PlacedPiece[]][] = [];
  for (const { value: pieces, chunk } of piecesIn(document)) {
    for (const piece of pieces) {
      const run = runs.at(-1);
      const above = run?.at(-1);
      const isAdjacent =
        above?.piece.endsChunk &&
        piece.startsChunk &&
        above.chunk + 1 === chunk;
      if (run && isAdjacent) run.push({ piece, chunk });
      else runs.push([{ piece, chunk }]);
    }
  }
  return runs.map((pieces) => new Run(document.chunks, pieces));
}

/** What of a run stands in one chunk. */
interface Piece {
  readonly definitions: readonly Definition[];
  /** Index of the first among the chunk's definitions. */
  readonly first: number;
  /** It holds the chunk's first line, and its last. */
  readonly startsChunk: boolean;
  readonly endsChunk: boolean;
}

interface PlacedPiece {
  readonly piece: Piece;
  readonly chunk: number;
}

type Pieces = readonly [PlacedPiece, ...PlacedPiece[]];

const piecesIn = perChunk(
  ({ content, origin, lineStarts }): readonly Piece[] | undefined => {
    const { definitions, blocks } = content;
    if (definitions.length === 0) return undefined;
    const lineOf = (offset: number) => lastUpTo(lineStarts, offset - origin);
    const pieces: Piece[] = [];
    let first = 0;
    let above: Definition | undefined;
    const end = (behind: number) => {
      const begun = definitions[first];
      if (above === undefined || begun === undefined) return;
      pieces.push({
        definitions: definitions.slice(first, behind),
        first,
        startsChunk: lineOf(begun.span.start) === 0,
        endsChunk: lineOf(above.span.end) === lineStarts.length - 1,
      });
    };
    definitions.forEach((definition, index) => {
      const isOwnBlock = blocks[definition.block]?.type === "definition";
      const isAdjacent =
        isOwnBlock &&
        above !== undefined &&
        lineOf(above.span.end) + 1 === lineOf(definition.span.start);
      if (!isAdjacent) {
        end(index);
        first = index;
      }
      above = isOwnBlock ? definition : undefined;
    });
    end(definitions.length);
    return pieces.length > 0 ? pieces : undefined;
  },
);

const itemsOf = onceForItems(
  (pieces: readonly Piece[], _first: Piece): readonly Definition[] =>
    pieces.flatMap(({ definitions }) => definitions),
);

/** Index in the run of each piece's first definition. */
function startsOf(pieces: Pieces): readonly number[] {
  let count = 0;
  return pieces.map(({ piece }) => {
    const before = count;
    count += piece.definitions.length;
    return before;
  });
}
