import type { Document } from "../markdown/document.js";
import { indexLines } from "../markdown/lines.js";
import { moveSpan } from "../markdown/move.js";
import { type Part, perChunk } from "../markdown/per-chunk.js";
import { contains, type Span } from "../markdown/span.js";

/** An expression or statement of Jinja, Liquid, Nunjucks, Handlebars, Hugo (`{{ … }}`, `{% … %}`), ERB or EJS (`<% … %>`). */
const template = /\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}|<%[\s\S]*?%>/g;

/** Whether a text is, or holds, what a template engine replaces. */
export function holdsTemplate(text: string): boolean {
  return /\{\{|\}\}|\{%|%\}|<%|%>/.test(text);
}

/** Whether a span lies within what a template engine replaces. */
export function liesInTemplate(document: Document, span: Span): boolean {
  return templates(document).some(({ value: { replaced }, by }) =>
    replaced.some((each) => contains(moveSpan(each, by), span)),
  );
}

/** Whether definitions may come from a template: no one can say here that a label has none. */
export function definitionsComeFromTemplate(document: Document): boolean {
  return templates(document).some(
    ({ value: { defines, inserts } }) => defines || inserts,
  );
}

/** Whether references may come from a template: no one can say here that a definition is not used. */
export function referencesComeFromTemplate(document: Document): boolean {
  const found = templates(document);
  return (
    found.some(({ value }) => value.inserts) ||
    (found.length > 0 &&
      document.references.some(({ label }) => holdsTemplate(label)))
  );
}

/** `[{{ pr.label }}]: {{ pr.url }}`, or either half of it. */
const definesFromTemplate =
  /^\s*\[[^\]]*(?:\{\{|\{%|<%)[^\]]*\]:|^\s*\{%[^%]*%\}\s*\[[^\]]*\]:/;

/**
 * A line of its own that stands for text from elsewhere: `{% include links.md %}`, `{{ content }}`, `{{< links >}}`,
 * `{{> links}}`, `<%- include('links') %>`. Control flow (`{% if %}`, `{% for %}`, `{% endraw %}`) inserts nothing itself.
 */
const insertsText =
  /^\s*(?:\{\{[^{}]*\}\}|\{%-?\s*(?:include|include_relative|import|from|extends|render|snippet|partial|call|block|load)\b[^%]*%\}|<%[-=][^%]*%>)\s*$/;

interface Templates {
  /** What an engine replaces, each within a line. */
  readonly replaced: readonly Span[];
  readonly defines: boolean;
  readonly inserts: boolean;
}

/** Of the chunks that hold any. */
const templates = perChunk((part): Templates | undefined => {
  const { text, origin } = part;
  if (!holdsTemplate(text)) return undefined;
  const lines = indexLines(text);
  const rows = Array.from({ length: lines.count }, (_, row) => {
    const { start, end } = lines.line(row);
    return { start, line: text.slice(start, end) };
  });
  const isCode = codeTest(part);
  const prose = rows.filter(({ start }) => !isCode(start));
  return {
    replaced: rows.flatMap(({ start, line }) =>
      [...line.matchAll(template)].map(({ index, 0: match }) => ({
        start: origin + start + index,
        end: origin + start + index + match.length,
      })),
    ),
    defines: prose.some(({ line }) => definesFromTemplate.test(line)),
    inserts: prose.some(({ line }) => insertsText.test(line)),
  };
});

/** Whether a line begins in a code block of the document's own level. */
function codeTest({ content, origin, text }: Part): (start: number) => boolean {
  const lines = indexLines(text);
  const code = new Set<number>();
  for (const { type, span } of content.blocks) {
    if (type !== "code") continue;
    const last = lines.positionAt(span.end - origin).line;
    let row = lines.positionAt(span.start - origin).line;
    for (; row <= last; row++) code.add(lines.line(row).start);
  }
  return (start) => code.has(start);
}
