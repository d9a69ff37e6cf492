import type { TextEdit } from "vscode-languageserver-types";
import type { Span } from "../markdown/span.js";
import type { Post } from "../workspace/post.js";

/**
 * The comment that silences a rule where a span begins: at the end of a line of text, where it neither shows nor splits
 * a paragraph; above a definition, which bears nothing behind its URL. None in a table, whose last cell it would be,
 * and none for a definition behind a list marker.
 */
export function disableRuleEdit(
  { document }: Post,
  ruleId: string,
  span: Span,
): TextEdit | undefined {
  const { lines, text } = document;
  const row = lines.positionAt(span.start).line;
  const line = lines.line(row);
  const comment = (directive: string) =>
    document.syntax === "mdx"
      ? `{/* ${directive} ${ruleId} */}`
      : `<!-- ${directive} ${ruleId} -->`;

  const before = text.slice(line.start, span.start);
  if (/^\[(?:\\.|[^\\[\]])+\][ \t]*:/.test(text.slice(span.start, line.end))) {
    if (!/^[ \t>]*$/.test(before)) return undefined;
    return {
      range: lines.rangeOf({ start: line.start, end: line.start }),
      newText: `${before}${comment("weeknotes-disable-next-line")}${document.eol}`,
    };
  }
  if (/\|\s*$/.test(text.slice(line.start, line.end))) return undefined;
  const content = text.slice(line.start, line.end).trimEnd();
  // Two spaces or a backslash at the end are a line break, which the comment must leave at the end.
  const end = line.start + content.length - (content.endsWith("\\") ? 1 : 0);
  return {
    range: lines.rangeOf({ start: end, end }),
    newText: ` ${comment("weeknotes-disable-line")}`,
  };
}
