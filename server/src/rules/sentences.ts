import type { Document, Heading } from "../markdown/document.js";
import { abbreviations } from "../markdown/sentence.js";
import { overlaps, type Span } from "../markdown/span.js";

/** A sentence of a paragraph or list item, as a reader of one language sees it: references and code are single words. */
export interface Sentence {
  readonly tokens: readonly Token[];
  /** Whether its block (an item, a paragraph) begins with it. */
  readonly opensBlock: boolean;
  readonly question: boolean;
}

export interface Token {
  readonly kind: "word" | "reference" | "mark";
  /** In lower case; of a reference nothing. */
  readonly text: string;
  readonly span: Span;
  /** Whether white space stands before it. */
  readonly spaced: boolean;
  readonly quoted: boolean;
  readonly mention?: Mention;
}

/** A reference or link of the text, and where it leads. */
export interface Mention {
  /** With the outer brackets of `[[x]]`. */
  readonly span: Span;
  readonly destination: string;
}

/**
 * The sentences that mention something, in document order. Left out is what the author does not say of how things are:
 * quotations, code, tables, open task boxes, and what stands under a heading of plans.
 */
export function sentencesWithMentions(document: Document): Sentence[] {
  const mentions = mentionsOf(document);
  if (mentions.length === 0) return [];
  const byStart = new Map(mentions.map((one) => [one.span.start, one]));
  const starts = mentions.map(({ span }) => span.start);
  return statementBlocks(document)
    .filter(
      (block) =>
        (starts[firstFrom(starts, block.start)] ?? block.end) < block.end,
    )
    .flatMap((block) => split(tokensOf(document, block, byStart)))
    .filter(
      ({ tokens }) =>
        tokens.length <= longest && tokens.some(({ mention }) => mention),
    );
}

/** Tokens of a sentence that anybody reads: what is longer is a list of things, or no prose. */
const longest = 300;

function mentionsOf({ references, links }: Document): Mention[] {
  const all = [
    ...references.flatMap(({ span, bracketed, image, definition }) =>
      definition && !image
        ? [
            {
              span: bracketed
                ? { start: span.start - 1, end: span.end + 1 }
                : span,
              destination: definition.destination,
            },
          ]
        : [],
    ),
    ...links.flatMap(({ span, image, destination }) =>
      image ? [] : [{ span, destination }],
    ),
  ].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  return all.filter(
    ({ span }, index) =>
      !all
        .slice(Math.max(0, index - 3), index)
        .some((before) => overlaps(before.span, span)),
  );
}

const blank = /^\s*$/;
const fence = /^\s*(?:```|~~~)/;
const tableRow = /^\s*\|/;
const heading = /^\s{0,3}#{1,6}\s/;
const item = /^\s*(?:[-*+]|\d{1,9}[.)])\s+(?:\[(?<box>[ xX])\]\s+)?/;
const quote = /^\s*(?:(?:[-*+]|\d{1,9}[.)])\s+)*>/;

/** Paragraphs and list items, without their marker. */
function statementBlocks(document: Document): Span[] {
  const { lines } = document;
  const isSkipped = within(
    [
      ...document.blocks.filter(({ type }) => noProse.has(type)),
      ...document.definitions,
      ...document.comments,
    ].map(({ span }) => span),
  );
  const isPlanned = within(plannedSections(document));
  const found: Span[] = [];
  let open: { start: number; end: number } | undefined;
  let fenced = false;
  const close = () => {
    if (open && open.start < open.end) found.push(open);
    open = undefined;
  };
  let silent = false;
  for (let index = 0; index < lines.count; index++) {
    const { start, end } = lines.line(index);
    const line = document.slice(start, end);
    if (fence.test(line)) fenced = !fenced;
    const marker = item.exec(line);
    if (
      fenced ||
      blank.test(line) ||
      fence.test(line) ||
      tableRow.test(line) ||
      quote.test(line) ||
      isSkipped({ start, end })
    ) {
      close();
      silent = quote.test(line);
    } else if (marker || heading.test(line)) {
      close();
      silent = marker?.groups?.box === " ";
      if (!silent) open = { start: start + (marker?.[0].length ?? 0), end };
      if (!marker) close();
    } else if (open) open.end = end;
    else if (!silent) open = { start, end };
  }
  close();
  return found.filter((block) => !isPlanned(block));
}

const noProse: ReadonlySet<string> = new Set([
  "code",
  "html",
  "yaml",
  "table",
  "mdxjsEsm",
]);

/** Tells whether a line or block lies in one of the spans. */
function within(spans: readonly Span[]): (inner: Span) => boolean {
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  const starts = merged.map(({ start }) => start);
  return (inner) => {
    const around = merged[firstFrom(starts, inner.start + 1) - 1];
    return around !== undefined && inner.end <= around.end;
  };
}

/** The index of the first of some ascending numbers that is not below a bound. */
function firstFrom(ascending: readonly number[], bound: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? bound) < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}

const plans =
  /\b(?:next|plans?|planned|to-?do|goals?|upcoming|roadmap|backlog|future)\b/i;

/** From a heading that speaks of plans to the next one of its depth. */
function plannedSections({ headings, length }: Document): Span[] {
  return headings.flatMap((heading, index) => {
    if (!plans.test(heading.text)) return [];
    const next = headings
      .slice(index + 1)
      .find(({ depth }: Heading) => depth <= heading.depth);
    return [{ start: heading.span.start, end: next?.span.start ?? length }];
  });
}

const word =
  /[#@]?[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’.\-/_#+@:][\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*/uy;
const emphasis = /[*_~]/;
const openingQuotes = "“«„";
const closingQuotes = "”»";

function tokensOf(
  document: Document,
  { start, end: blockEnd }: Span,
  mentions: ReadonlyMap<number, Mention>,
): Token[] {
  const tokens: Token[] = [];
  let spaced = true;
  let quoted = false;
  const text = document.slice(start, blockEnd);
  const end = text.length;
  let at = 0;
  const add = (kind: Token["kind"], length: number, mention?: Mention) => {
    tokens.push({
      kind,
      text:
        kind === "reference"
          ? ""
          : text
              .slice(at, at + length)
              .toLowerCase()
              .replaceAll("’", "'"),
      span: { start: start + at, end: start + at + length },
      spaced,
      quoted,
      ...(mention && { mention }),
    });
    spaced = false;
    at += length;
  };
  while (at < end) {
    const character = text.charAt(at);
    const mention = mentions.get(start + at);
    word.lastIndex = at;
    const found = word.exec(text)?.[0];
    if (mention) add("reference", mention.span.end - start - at, mention);
    else if (/\s/.test(character)) {
      spaced = true;
      at++;
    } else if (character === "`") add("word", codeLength(text, at, end));
    else if (openingQuotes.includes(character) || character === '"') {
      quoted = character !== '"' || !quoted;
      at++;
    } else if (closingQuotes.includes(character)) {
      quoted = false;
      at++;
    } else if (emphasis.test(character)) at++;
    else if (found) add("word", Math.min(found.length, end - at));
    else add("mark", 1);
  }
  return tokens;
}

/** Of a code span, or of a backtick that opens none (CommonMark §6.1). */
function codeLength(text: string, at: number, end: number): number {
  const run = /`+/y;
  run.lastIndex = at;
  const marker = run.exec(text)?.[0] ?? "`";
  const close = text.indexOf(marker, at + marker.length);
  return close === -1 || close >= end
    ? marker.length
    : close + marker.length - at;
}

function split(tokens: readonly Token[]): Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  tokens.forEach((token, index) => {
    const next = tokens[index + 1];
    const before = tokens[index - 1];
    const ends =
      next === undefined ||
      (token.kind === "mark" &&
        /[.!?;…]/.test(token.text) &&
        next.spaced &&
        !abbreviations.has(before?.text ?? ""));
    if (!ends) return;
    sentences.push({
      tokens: tokens.slice(from, index + 1),
      opensBlock: from === 0,
      question: token.text === "?",
    });
    from = index + 1;
  });
  return sentences;
}
