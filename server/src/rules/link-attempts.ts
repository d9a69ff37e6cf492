import type { Document, Reference } from "../markdown/document.js";
import { contains, type Span } from "../markdown/span.js";

/** What an author wrote as an inline link and Markdown shows as text. */
export interface LinkAttempt {
  readonly kind: /** `[text] (url)` */
    | "space-between"
    /** `(text)[url]` */
    | "brackets-swapped"
    /** `[text][url]` */
    | "brackets-for-parentheses";
  readonly span: Span;
  readonly textSpan: Span;
  readonly destinationSpan: Span;
}

/** In document order. */
export function linkAttempts(document: Document): LinkAttempt[] {
  return [
    ...document.links.flatMap((link) =>
      link.form === "inline" ? [] : spaceBetween(document, link.span),
    ),
    ...document.references.flatMap((reference) =>
      reference.definition ? [] : bracketedUrl(document, reference),
    ),
  ].sort((a, b) => a.span.start - b.span.start);
}

/** `[text] (https://…)`: found by its URL, which Markdown links where it is no code. */
function spaceBetween(document: Document, url: Span): LinkAttempt[] {
  const { text, lines } = document;
  if (text[url.start - 1] !== "(" || text[url.end] !== ")") return [];
  if (!/^<?(?:https?:\/\/|www\.)/i.test(text.slice(url.start, url.end)))
    return [];
  const line = lines.line(lines.positionAt(url.start).line);
  const before = text.slice(line.start, url.start - 1);
  const gap = /\][ \t]+$/.exec(before);
  if (!gap) return [];
  const close = line.start + gap.index;
  const open = openingBracket(text, line.start, close);
  if (open === undefined) return [];
  const textSpan = { start: open + 1, end: close };
  // `[a][b] (url)` is a reference, whether b is defined or not.
  if (text[open - 1] === "]" || !isLinkText(document, line.start, textSpan))
    return [];
  const start = text[open - 1] === "!" ? open - 1 : open;
  return [
    {
      kind: "space-between",
      span: { start, end: url.end + 1 },
      textSpan,
      destinationSpan: url,
    },
  ];
}

/** Whether brackets hold words, and not what has a meaning of its own in Markdown. */
function isLinkText(
  { text, references }: Document,
  lineStart: number,
  span: Span,
): boolean {
  const content = text.slice(span.start, span.end);
  // A number may be an entry of a bibliography; `^` makes a footnote, `!` an alert.
  if (/^\s*(?:\d*|\^.*|!.*)$/.test(content)) return false;
  const isTaskBox =
    /^[xX]$/.test(content) &&
    /^[\s>]*(?:[-*+]|\d+[.)])\s+$/.test(text.slice(lineStart, span.start - 1));
  if (isTaskBox) return false;
  // A reference is a link already: what follows it in parentheses is a remark.
  const brackets = { start: span.start - 1, end: span.end + 1 };
  return !references.some(
    (reference) =>
      reference.definition &&
      (contains(brackets, reference.span) ||
        contains(reference.span, brackets)),
  );
}

function bracketedUrl(
  { text, lines }: Document,
  { form, label, labelSpan, textSpan, span, image }: Reference,
): LinkAttempt[] {
  if (!/^https?:\/\/\S+$/i.test(label)) return [];
  if (form === "full") {
    if (text.slice(textSpan.start, textSpan.end).trim() === "") return [];
    return [
      {
        kind: "brackets-for-parentheses",
        span,
        textSpan,
        destinationSpan: labelSpan,
      },
    ];
  }
  if (form !== "shortcut" || image || text[span.start - 1] !== ")") return [];
  const line = lines.line(lines.positionAt(span.start).line);
  const before = text.slice(line.start, span.start);
  const match = /\(([^()[\]\s](?:[^()[\]]*[^()[\]\s])?)\)$/.exec(before);
  const open = match && line.start + match.index;
  // `f(x)[…]` is a call, `[a](b)[…]` a link.
  if (open === null || /[\p{L}\p{N}_\]\\]/u.test(text[open - 1] ?? ""))
    return [];
  return [
    {
      kind: "brackets-swapped",
      span: { start: open, end: span.end },
      textSpan: { start: open + 1, end: span.start - 1 },
      destinationSpan: labelSpan,
    },
  ];
}

/** The `[` that the `]` at `close` closes, on the same line. */
function openingBracket(
  text: string,
  lineStart: number,
  close: number,
): number | undefined {
  if (isEscaped(text, close)) return undefined;
  let depth = 1;
  for (let i = close - 1; i >= lineStart; i--) {
    if (isEscaped(text, i)) continue;
    if (text[i] === "]") depth++;
    if (text[i] === "[" && --depth === 0) return i;
  }
  return undefined;
}

function isEscaped(text: string, offset: number): boolean {
  let backslashes = 0;
  while (text[offset - 1 - backslashes] === "\\") backslashes++;
  return backslashes % 2 === 1;
}
