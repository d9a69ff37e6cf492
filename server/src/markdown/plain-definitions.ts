import type { Chunk } from "./chunk.js";
import { detached } from "./detached.js";
import type { Block, Definition } from "./document.js";
import { labelKey } from "./label.js";
import { block, plainChunk } from "./plain-chunk.js";
import { plainDefinition } from "./plain-inline.js";

/** Definitions in a chunk: a team's report may have thousands, of which a key changes one. */
const mostDefinitions = 32;

/**
 * Reads lines that each hold a definition, and blank lines behind them, in chunks of at most so many: a line that begins with a
 * label's bracket begins anew behind a whole definition. `undefined` where any line is something else. What stands before `start`
 * must be such a definition, or `start` a boundary; the same of `end` and what stands behind it.
 */
export function readDefinitions(
  text: string,
  start: number,
  end: number,
  most = mostDefinitions,
): readonly Chunk[] | undefined {
  if (text[start] !== "[") return undefined;
  const source = detached(text.slice(start, end));
  const chunks: Chunk[] = [];
  for (let at = 0; at < source.length; ) {
    const definitions: Definition[] = [];
    const blocks: Block[] = [];
    const from = at;
    while (at < source.length && definitions.length < most) {
      const definition = definitionAt(source, at, from, blocks.length);
      if (!definition) return undefined;
      definitions.push(definition);
      const { span } = definition;
      blocks.push(block("definition", span.start, span.end));
      at = from + span.end + 1;
      if (source.charCodeAt(at) === 10) {
        while (source.charCodeAt(at) === 10) at++;
        if (at < source.length) return undefined;
      }
    }
    const lines = source.slice(from, at);
    chunks.push(plainChunk(text, start + at, lines, { blocks, definitions }));
  }
  return chunks.length > 0 ? chunks : undefined;
}

function definitionAt(
  source: string,
  at: number,
  origin: number,
  index: number,
): Definition | undefined {
  plainDefinition.lastIndex = at;
  const [all = "", label, destination] = plainDefinition.exec(source) ?? [];
  if (label === undefined || destination === undefined) return undefined;
  const span = { start: at - origin, end: at - origin + all.length };
  return {
    span,
    labelSpan: { start: span.start + 1, end: span.start + 1 + label.length },
    label,
    key: labelKey(label),
    destination,
    destinationSpan: { start: span.end - destination.length, end: span.end },
    title: undefined,
    titleSpan: undefined,
    block: index,
  };
}
