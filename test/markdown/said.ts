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
  const { chunks, lines, ...rest } = document;
  const each = Array.from({ length: lines.count }, (_, line) =>
    lines.line(line),
  );
  const lineAt = each.map(({ end }) => lines.positionAt(end).line);
  return { ...rest, lines: each, lineAt };
}
