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
export function spanOf(source: Source, node: Nodes): Span | undefined {
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  if (start === undefined || end === undefined) return undefined;
  const { base } = source;
  const span = { start: start + base, end: end + base };
  return node.type === "heading"
    ? withoutDefinitions(source, node, span)
    : span;
}

/** micromark has an underlined heading begin with the definitions that stand right above its text. */
function withoutDefinitions(
  { text, parts }: Source,
  node: Nodes,
  { start, end }: Span,
): Span {
  const textStart = parts.get(node)?.text?.start;
  return text[start] === "[" && textStart !== undefined
    ? { start: textStart, end }
    : { start, end };
}
