import type { Nodes } from "mdast";
import type { BracketPair } from "./brackets.js";
import type { NodeSpans } from "./node-spans.js";
import type { Span } from "./span.js";

/** A text together with what was noted while its tree was built. */
export interface Source {
  readonly text: string;
  /** Offset in `text` of where the tree's positions count from: after a byte order mark. */
  readonly base: number;
  readonly parts: ReadonlyMap<Nodes, NodeSpans>;
  /** In order of their start; see `watchBrackets`. */
  readonly pairs: readonly BracketPair[];
}

/** Where a node stands; `undefined` for what a transform has added. */
export function spanOf({ base }: Source, node: Nodes): Span | undefined {
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  return start === undefined || end === undefined
    ? undefined
    : { start: start + base, end: end + base };
}
