import type { Link, Nodes, Parents } from "mdast";
import { type Source, spanOf } from "./source.js";
import type { Span } from "./span.js";

/**
 * The bare URLs that GFM finds only when the text around them is known (`[see https://example.com]`): mdast makes links
 * of them after parsing and does not say where they stand. They are looked for between the neighbours whose place is
 * known, each behind the text that stands before it.
 */
export function bareUrls(
  source: Source,
  parent: Parents,
): readonly (readonly [link: Link, span: Span])[] {
  const found: [Link, Span][] = [];
  const whole = spanOf(source, parent);
  if (!whole) return found;
  let from = whole.start;
  let characterBefore = "";
  for (const [index, child] of parent.children.entries()) {
    const span = spanOf(source, child);
    if (span) {
      from = span.end;
      characterBefore = "";
      continue;
    }
    const written = writtenText(child);
    if (written === undefined) continue;
    const between = source.text.slice(from, startAfter(source, parent, index));
    const offset = between.indexOf(characterBefore + written);
    if (offset < 0) {
      // Text with escapes, or over several lines of a quote, is not written as it reads.
      characterBefore = written.slice(-1);
      continue;
    }
    const start = from + offset + characterBefore.length;
    from = start + written.length;
    characterBefore = "";
    if (child.type === "link") found.push([child, { start, end: from }]);
  }
  return found;
}

function writtenText(node: Nodes): string | undefined {
  if (node.type === "text") return node.value;
  const text = node.type === "link" ? node.children[0] : undefined;
  return text?.type === "text" ? text.value : undefined;
}

/** Where the next sibling starts whose place is known, or where the parent ends. */
function startAfter(
  source: Source,
  parent: Parents,
  index: number,
): number | undefined {
  for (const sibling of parent.children.slice(index + 1)) {
    const span = spanOf(source, sibling);
    if (span) return span.start;
  }
  return spanOf(source, parent)?.end;
}
