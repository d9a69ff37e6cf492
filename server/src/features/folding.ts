import {
  type FoldingRange,
  FoldingRangeKind,
} from "vscode-languageserver-types";
import type { Document } from "../markdown/document.js";
import type { Span } from "../markdown/span.js";
import { sections } from "./sections.js";

/** The front matter, runs of definitions, and sections. */
export function foldingRanges(document: Document): FoldingRange[] {
  const { frontMatter, lines } = document;
  const regions = [
    ...(frontMatter ? [frontMatter.span] : []),
    ...definitionRuns(document),
  ].map((span) => ({ span, kind: FoldingRangeKind.Region }));
  const parts: { span: Span; kind?: FoldingRangeKind }[] = [
    ...regions,
    ...sections(document).map(({ span }) => ({ span })),
  ];
  return parts
    .map(({ span, kind }) => ({
      startLine: lines.positionAt(span.start).line,
      endLine: lines.positionAt(span.end).line,
      ...(kind && { kind }),
    }))
    .filter(({ startLine, endLine }) => startLine < endLine)
    .sort((a, b) => a.startLine - b.startLine);
}

/** Definitions that follow each other at the top level with nothing but blank lines between them. */
function definitionRuns({ blocks }: Document): Span[] {
  const runs: Span[] = [];
  blocks.forEach(({ type, span }, index) => {
    if (type !== "definition") return;
    const last = runs.at(-1);
    if (last && blocks[index - 1]?.type === "definition") {
      runs[runs.length - 1] = { start: last.start, end: span.end };
    } else {
      runs.push(span);
    }
  });
  return runs;
}
