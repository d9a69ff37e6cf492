import { isDeepStrictEqual } from "node:util";
import { expect } from "vitest";
import type { Document } from "../../server/src/markdown/document.js";

/** `toEqual` takes longer than parsing does, so it is asked only to show what differs. */
export function expectSame(actual: Document, expected: Document): void {
  const [one, other] = [said(actual), said(expected)];
  if (!isDeepStrictEqual(one, other)) expect(one).toEqual(other);
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
