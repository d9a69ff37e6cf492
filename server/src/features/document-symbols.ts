import { type DocumentSymbol, SymbolKind } from "vscode-languageserver-types";
import type { Document } from "../markdown/document.js";
import type { Span } from "../markdown/span.js";
import { sections } from "./sections.js";

interface Node {
  readonly span: Span;
  readonly symbol: DocumentSymbol & { children: DocumentSymbol[] };
}

/** The headings as a tree, with the definitions of each section in it. */
export function documentSymbols(document: Document): DocumentSymbol[] {
  const { lines, definitions } = document;
  const nodes: Node[] = [
    ...sections(document).map(({ heading, span }) =>
      node(span, {
        name: heading.text.trim() || "#".repeat(heading.depth),
        kind: SymbolKind.String,
        range: lines.rangeOf(span),
        selectionRange: lines.rangeOf(heading.textSpan),
      }),
    ),
    ...definitions.map(({ span, label, labelSpan, destination }) =>
      node(span, {
        name: `[${label}]`,
        detail: destination,
        kind: SymbolKind.Constant,
        range: lines.rangeOf(span),
        selectionRange: lines.rangeOf(labelSpan),
      }),
    ),
  ].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);

  const roots: DocumentSymbol[] = [];
  const open: Node[] = [];
  for (const next of nodes) {
    while (open.some(({ span }) => span.end <= next.span.start)) open.pop();
    (open.at(-1)?.symbol.children ?? roots).push(next.symbol);
    open.push(next);
  }
  return roots;
}

function node(span: Span, symbol: DocumentSymbol): Node {
  return { span, symbol: { ...symbol, children: [] } };
}
