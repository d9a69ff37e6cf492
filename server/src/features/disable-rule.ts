import type { TextEdit } from "vscode-languageserver-types";
import type { Document } from "../markdown/document.js";
import { applyEdits } from "../markdown/edits/apply.js";
import { parse } from "../markdown/parse.js";
import { contains, type Span } from "../markdown/span.js";
import type { Post } from "../workspace/post.js";

/**
 * The comment that silences a rule where a span begins: at the end of a line of text, where it neither shows nor splits
 * a paragraph; above a definition, which bears nothing behind its URL, and above a line of front matter. None in a table,
 * whose last cell it would be, none for a definition behind a list marker, and none in a text of several lines in front
 * matter.
 */
export function disableRuleEdit(
  { document }: Post,
  ruleId: string,
  span: Span,
): TextEdit | undefined {
  const { lines, frontMatter } = document;
  const row = lines.positionAt(span.start).line;
  const line = lines.line(row);
  if (frontMatter && contains(frontMatter.yamlSpan, span)) {
    const edit = {
      range: lines.rangeOf({ start: line.start, end: line.start }),
      newText: `${/^ */.exec(document.slice(line.start, line.end))?.[0]}# weeknotes-disable-next-line ${ruleId}${document.eol}`,
    };
    return isYamlComment(document, edit) ? edit : undefined;
  }
  const comment = (directive: string) =>
    document.syntax === "mdx"
      ? `{/* ${directive} ${ruleId} */}`
      : `<!-- ${directive} ${ruleId} -->`;

  const before = document.slice(line.start, span.start);
  if (
    /^\[(?:\\.|[^\\[\]])+\][ \t]*:/.test(document.slice(span.start, line.end))
  ) {
    if (!/^[ \t>]*$/.test(before)) return undefined;
    return {
      range: lines.rangeOf({ start: line.start, end: line.start }),
      newText: `${before}${comment("weeknotes-disable-next-line")}${document.eol}`,
    };
  }
  if (/\|\s*$/.test(document.slice(line.start, line.end))) return undefined;
  const content = document.slice(line.start, line.end).trimEnd();
  // Two spaces or a backslash at the end are a line break, which the comment must leave at the end.
  const end = line.start + content.length - (content.endsWith("\\") ? 1 : 0);
  return {
    range: lines.rangeOf({ start: end, end }),
    newText: ` ${comment("weeknotes-disable-line")}`,
  };
}

function isYamlComment(document: Document, edit: TextEdit): boolean {
  const count = ({ frontMatter }: Document) =>
    frontMatter?.yaml.comments.length ?? 0;
  const edited = parse(applyEdits(document, [edit]), document.syntax);
  return count(edited) === count(document) + 1;
}
