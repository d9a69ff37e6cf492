import type { Position, Range } from "vscode-languageserver-types";
import type { Document } from "../../server/src/markdown/document.js";
import { parse } from "../../server/src/markdown/parse.js";
import { createIndex } from "../../server/src/workspace/index.js";
import type { Post } from "../../server/src/workspace/post.js";
import { defaultSettings } from "../../server/src/workspace/settings.js";

export const uri = "file:///blog/week.md";

/** A post written with `$0` where the cursor is. */
export function postWithCursor(marked: string): {
  post: Post;
  document: Document;
  position: Position;
} {
  const offset = marked.indexOf("$0");
  const text = marked.replace("$0", "");
  const document = parse(text);
  return {
    document,
    position: document.lines.positionAt(Math.max(offset, 0)),
    post: {
      uri,
      document,
      settings: defaultSettings,
      knowledge: createIndex().knowledgeOf(uri),
    },
  };
}

/** The text with `⟦…⟧` around the ranges, which must not overlap. */
export function mark(
  { text, lines }: Document,
  ranges: readonly Range[],
): string {
  return ranges
    .map((range) => lines.spanOf(range))
    .sort((a, b) => b.start - a.start)
    .reduce(
      (marked, { start, end }) =>
        `${marked.slice(0, start)}⟦${marked.slice(start, end)}⟧${marked.slice(end)}`,
      text,
    );
}
