import type { Document } from "../markdown/document.js";
import type { Span } from "../markdown/span.js";

/** An expression or statement of Jinja, Liquid, Nunjucks, Handlebars, Hugo (`{{ … }}`, `{% … %}`), ERB or EJS (`<% … %>`). */
const template = /\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}|<%[\s\S]*?%>/g;

/** Whether a text is, or holds, what a template engine replaces. */
export function holdsTemplate(text: string): boolean {
  return /\{\{|\}\}|\{%|%\}|<%|%>/.test(text);
}

/** Whether a span lies within what a template engine replaces. */
export function liesInTemplate({ text, lines }: Document, span: Span): boolean {
  const line = lines.line(lines.positionAt(span.start).line);
  return [...text.slice(line.start, line.end).matchAll(template)].some(
    ({ index, 0: match }) =>
      line.start + index <= span.start &&
      span.end <= line.start + index + match.length,
  );
}

/** Whether definitions may come from a template: no one can say here that a label has none. */
export function definitionsComeFromTemplate(document: Document): boolean {
  return proseLines(document).some(
    (line) => definesFromTemplate.test(line) || insertsText.test(line),
  );
}

/** Whether references may come from a template: no one can say here that a definition is not used. */
export function referencesComeFromTemplate(document: Document): boolean {
  return (
    document.references.some(({ label }) => holdsTemplate(label)) ||
    proseLines(document).some((line) => insertsText.test(line))
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

/** The lines outside code blocks of the document's own level. */
function proseLines({ blocks, text, lines }: Document): string[] {
  const code = new Set<number>();
  for (const { type, span } of blocks) {
    if (type !== "code") continue;
    const last = lines.positionAt(span.end).line;
    for (let line = lines.positionAt(span.start).line; line <= last; line++)
      code.add(line);
  }
  return Array.from({ length: lines.count }, (_, index) => index)
    .filter((index) => !code.has(index))
    .map((index) => {
      const { start, end } = lines.line(index);
      return text.slice(start, end);
    });
}
