import { labelKey } from "./label.js";
import type {
  OutlineHeading,
  OutlineLink,
  OutlineReference,
} from "./outline.js";
import type { InlineBlock } from "./scan-blocks.js";
import type { Span } from "./span.js";

export interface Found {
  readonly references: OutlineReference[];
  readonly links: OutlineLink[];
  readonly headings: OutlineHeading[];
}

/** An opening bracket that nothing has closed yet. */
interface Opening {
  readonly at: number;
  readonly image: boolean;
  /** A link in it has ended: links do not nest (CommonMark §6.3). */
  hasLink: boolean;
  /** How much was found before it. */
  readonly before: number;
}

/**
 * Adds the references and links of a block, and its text if it is a heading. Answers false where something stands in it
 * that is not known here. Brackets are told as micromark does: what follows a pair decides first.
 */
export function scanInline(
  text: string,
  { depth, start, end }: InlineBlock,
  defined: ReadonlySet<string>,
  found: Found,
): boolean {
  const openings: Opening[] = [];
  /** What is not text of the heading. */
  const markup: Span[] = [];
  /** Bare URLs between brackets: if those make no link, GFM finds them in another way. */
  const unresolved: Span[] = [];
  const isDefined = (from: number, to: number) =>
    defined.has(labelKey(text.slice(from, to)));

  /** Reads what a closing bracket ends. Returns where to go on, or -1. */
  function close(at: number): number {
    const opening = openings.pop();
    if (!opening || opening.hasLink) return at + 1;
    const inner = { start: opening.at + (opening.image ? 2 : 1), end: at };
    const after = read(opening, inner, at + 1);
    if (after <= 0) return after === 0 ? at + 1 : after;
    if (opening.image) {
      // Links in an image's description are text.
      if (countOf(found) > opening.before + 1 || depth) return -1;
    } else {
      for (const each of openings) if (!each.image) each.hasLink = true;
      while ((unresolved.at(-1)?.start ?? 0) > opening.at) unresolved.pop();
    }
    markup.push(
      { start: opening.at, end: inner.start },
      { start: at, end: after },
    );
    return after;
  }

  /** Returns where the link or reference ends; 0 where there is none, -1 where that is not known here. */
  function read({ image }: Opening, inner: Span, at: number): number {
    const next = at < end ? text[at] : "";
    if (next === "(") {
      resource.lastIndex = at;
      const [, angled, raw] = resource.exec(text)?.indices ?? [];
      const place = angled ?? raw;
      if (!place || resource.lastIndex > end) return -1;
      found.links.push({
        image,
        destination: text.slice(...place),
        destinationSpan: { start: place[0], end: place[1] },
      });
      return resource.lastIndex;
    }
    if (inner.end - inner.start > 900) return -1;
    if (next === "[") {
      bracketed.lastIndex = at;
      const label = bracketed.exec(text)?.[1];
      if (label === undefined || bracketed.lastIndex > end) return 0;
      if (label.length > 900) return -1;
      const labelSpan = { start: at + 1, end: at + 1 + label.length };
      if (/[^ \t\r\n]/.test(label) && isDefined(labelSpan.start, labelSpan.end))
        found.references.push({ key: labelKey(label), labelSpan });
      else if (label === "" && isDefined(inner.start, inner.end))
        addReference(inner);
      else return 0;
      return bracketed.lastIndex;
    }
    if (!isDefined(inner.start, inner.end)) return 0;
    addReference(inner);
    return at;
  }

  function addReference(labelSpan: Span): void {
    const label = text.slice(labelSpan.start, labelSpan.end);
    found.references.push({ key: labelKey(label), labelSpan });
  }

  /** Reads a bare URL around the colon behind its scheme. Returns where it ends, or -1. */
  function readUrl(colon: number): number {
    const scheme = /https?$/i.exec(
      text.slice(Math.max(start, colon - 5), colon),
    );
    if (!scheme) return colon + 1;
    const at = colon - scheme[0].length;
    if (at > start && !/[\s(]/.test(text.charAt(at - 1))) return -1;
    bareUrl.lastIndex = at;
    const url = bareUrl.exec(text)?.[1];
    if (url === undefined || at + url.length > end) return -1;
    const span = { start: at, end: at + url.length };
    if (openings.length > 0) unresolved.push(span);
    else
      found.links.push({
        image: false,
        destination: url,
        destinationSpan: span,
      });
    return span.end;
  }

  function readAutolink(at: number): number {
    autolink.lastIndex = at;
    const url = autolink.exec(text)?.[1];
    if (url === undefined)
      return /[a-z/!?]/i.test(text.charAt(at + 1)) ? -1 : at + 1;
    // Between brackets it may stand in a link's text.
    if (openings.length > 0) return -1;
    const destinationSpan = { start: at + 1, end: at + 1 + url.length };
    found.links.push({ image: false, destination: url, destinationSpan });
    return autolink.lastIndex;
  }

  function readCode(at: number): number {
    const length = runLength(text, at);
    let closing = text.indexOf("`", at + length);
    while (closing !== -1 && closing < end) {
      const run = runLength(text, closing);
      if (run === length) {
        markup.push(...ticksOf(text, at + length, closing, length));
        return closing + run;
      }
      closing = text.indexOf("`", closing + run);
    }
    return at + length;
  }

  special.lastIndex = start;
  for (;;) {
    const at = special.exec(text)?.index ?? end;
    if (at >= end) break;
    let next = at + 1;
    switch (text[at]) {
      case "\\":
        next = at + (/[!-/:-@[-`{-~]/.test(text.charAt(at + 1)) ? 2 : 1);
        break;
      case "`":
        next = readCode(at);
        break;
      case "<":
        next = readAutolink(at);
        break;
      case "!":
      case "[": {
        const image = text[at] === "!";
        const bracket = image ? at + 1 : at;
        if (text[bracket] !== "[") break;
        if (text[bracket + 1] === "^") return false;
        openings.push({ at, image, hasLink: false, before: countOf(found) });
        next = bracket + 1;
        break;
      }
      case "]":
        next = close(at);
        break;
      case ":":
        if (text.startsWith("//", at + 1)) next = readUrl(at);
        // A text directive.
        else if (!/[\s\d!-/:-@[-^`{-~]/.test(text.charAt(at + 1) || " "))
          return false;
        break;
      case "@":
        // An e-mail address.
        if (
          /[\w+.-]/.test(text.charAt(at - 1)) &&
          /[\w-]/.test(text.charAt(at + 1))
        )
          return false;
        break;
      default:
        if (/^www\./i.test(text.slice(at, at + 4))) return false;
    }
    if (next === -1) return false;
    special.lastIndex = next;
  }
  if (unresolved.length > 0) return false;
  return !depth || addHeading(text, { depth, start, end }, markup, found);
}

/** What may begin or end something. */
const special = /[\\`<!:@[\]]|[wW](?=[wW]{2}\.)/g;
const autolink = /<([a-z][a-z\d+.-]{1,31}:[^\s<>]*)>/iy;
const bracketed = /\[((?:[^[\]\\]|\\.)*)\]/sy;
/** `(destination "title")`, without an escape or character reference. */
const resource =
  /\([ \t]*(?:<([^<>\\&\r\n]+)>|([^\s<>()\\&]+(?:\([^\s<>()\\&]*\)[^\s<>()\\&]*)*))(?:[ \t]+(?:"[^"\\]*"|'[^'\\]*'))?[ \t]*\)/dy;
/** An address in plain letters, before what no address goes on with. */
const bareUrl =
  /(https?:\/\/[a-z\d-]+(?:\.[a-z\d-]+)+(?:[/?#:][\w\-./?#:=%+,;!$~]*)?(?<![-._~,;:!?$=+]))[.,:!?]*(?=\)*[.,]?(?:[ \t\r\n]|$))/iy;

function countOf({ references, links }: Found): number {
  return references.length + links.length;
}

function runLength(text: string, at: number): number {
  let end = at;
  while (text[end] === "`") end++;
  return end - at;
}

/** The backticks around some code, each with the space that is theirs. */
function ticksOf(
  text: string,
  start: number,
  end: number,
  ticks: number,
): Span[] {
  const code = text.slice(start, end);
  const padding = /^ .* $/.test(code) && /[^ ]/.test(code) ? 1 : 0;
  return [
    { start: start - ticks, end: start + padding },
    { start: end - padding, end: end + ticks },
  ];
}

/** Emphasis, escapes and the like are left to the parser. */
const oddInHeading = /[\\&*~<\t]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|!\[/u;

function addHeading(
  text: string,
  { depth, start, end }: Required<InlineBlock>,
  markup: readonly Span[],
  { headings }: Found,
): boolean {
  if (oddInHeading.test(text.slice(start, end))) return false;
  let plain = "";
  let at = start;
  for (const gap of [...markup].sort((a, b) => a.start - b.start)) {
    plain += text.slice(at, gap.start);
    at = gap.end;
  }
  headings.push({
    depth,
    text: plain + text.slice(at, end),
    textSpan: { start, end },
  });
  return true;
}
