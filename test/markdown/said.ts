import { deepStrictEqual } from "node:assert/strict";
import { isDeepStrictEqual } from "node:util";
import type { Document } from "../../server/src/markdown/document.js";

/** Making the message that shows what differs takes longer than parsing does. */
export function expectSame(actual: Document, expected: Document): void {
  const [one, other] = [said(actual), said(expected)];
  if (!isDeepStrictEqual(one, other)) deepStrictEqual(one, other);
}

/** Everything a document tells, with the place of every line. */
function said(document: Document) {
  const { lines } = document;
  const each = Array.from({ length: lines.count }, (_, line) =>
    lines.line(line),
  );
  return {
    text: document.text,
    length: document.length,
    slice: each.map(({ start, end }) => document.slice(start, end)),
    charAt: each.map(({ end }) => document.charAt(end)),
    syntax: document.syntax,
    eol: document.eol,
    references: document.references,
    definitions: document.definitions,
    defined: new Map(document.defined),
    links: document.links,
    latent: document.latent,
    headings: document.headings,
    frontMatter: document.frontMatter,
    blocks: document.blocks,
    comments: document.comments,
    lines: each,
    lineAt: each.map(({ end }) => lines.positionAt(end).line),
  } satisfies Record<Exclude<keyof Document, "chunks">, unknown> &
    Record<"lineAt", unknown>;
}
