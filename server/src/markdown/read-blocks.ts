import type { Nodes, RootContent } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import type { Block, Comment, FrontMatter, Heading } from "./document.js";
import { frontMatterAt } from "./front-matter.js";
import { type Source, spanOf } from "./source.js";
import type { Span } from "./span.js";
import { isUnclosed } from "./unclosed.js";

export function readBlock(source: Source, node: RootContent): Block[] {
  const span = spanOf(source, node);
  if (!span) return [];
  return [
    {
      type: node.type,
      span,
      unclosed: isUnclosed(source.text, node.type, span),
    },
  ];
}

export function readHeading(
  source: Source,
  node: Extract<Nodes, { type: "heading" }>,
  span: Span,
): Heading {
  return {
    depth: node.depth,
    span,
    text: textOf(node),
    textSpan: source.parts.get(node)?.text ?? {
      start: span.end,
      end: span.end,
    },
  };
}

export function readFrontMatter(
  source: Source,
  first: RootContent | undefined,
): FrontMatter | undefined {
  if (first?.type !== "yaml") return undefined;
  const span = spanOf(source, first);
  if (!span) return undefined;
  const opening = /^---[\t ]*(?:\r\n|\n|\r)/.exec(
    source.text.slice(span.start, span.end),
  );
  const start = span.start + (opening?.[0].length ?? 0);
  return frontMatterAt(source.text, span, {
    start,
    end: start + first.value.length,
  });
}

export function readComments(
  source: Source,
  type: Nodes["type"],
  span: Span,
): Comment[] {
  const pattern =
    type === "html" ? /<!--([\s\S]*?)-->/g : /\{\s*\/\*([\s\S]*?)\*\/\s*\}/g;
  return [...source.text.slice(span.start, span.end).matchAll(pattern)].map(
    (match) => ({
      span: {
        start: span.start + match.index,
        end: span.start + match.index + match[0].length,
      },
      value: match[1] ?? "",
    }),
  );
}
