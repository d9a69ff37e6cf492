import type { UnresolvedReference } from "./chunk.js";
import type { Link } from "./document.js";
import { labelKey } from "./label.js";
import { type Name, nameOfLabel } from "./names.js";

/** What the lines of plain blocks say; see `readPlain`. */
export interface Found {
  readonly references: UnresolvedReference[];
  readonly links: Link[];
  readonly consulted: Map<Name, boolean>;
  /** Where the first mark stands behind `from`, as far as that is known. */
  mark: { readonly from: number; readonly at: number };
}

export function nothingFound(): Found {
  return {
    references: [],
    links: [],
    consulted: new Map(),
    mark: { from: 0, at: -1 },
  };
}

/** What may begin or end something. */
const marks = /[[\]`:]/g;

function nextMark(source: string, from: number, found: Found): number {
  if (found.mark.from > from || found.mark.at < from)
    found.mark = { from, at: nextOf(marks, source, from) };
  return found.mark.at;
}

function nextOf(global: RegExp, source: string, from: number): number {
  global.lastIndex = from;
  return global.test(source) ? global.lastIndex - 1 : source.length;
}

/** Text in which nothing could have another meaning than itself, without white space at its ends. */
const label = "[A-Za-z0-9#](?:[\\w #.,/+()'=%?-]{0,400}[\\w)])?";
/** The same in one line or more, or one code span. */
const text = `${label.replace(" ", " \\n")}|\`[^\`[\\]\\n]{1,200}\``;
/** A destination without escapes, character references or parentheses. */
const url = "[\\w/.#?][\\w/.#?=%+~,;@:-]*";

const bracketedLabel = new RegExp(`\\[\\[(${label})\\]\\]`, "y");
const bracketed = new RegExp(
  `\\[(${text})\\](?:\\[(${label})?\\]|\\((${url})\\))?`,
  "y",
);
const singleLabel = new RegExp(`\\[(${label})\\]`, "y");

function labelAt(source: string, at: number): string | undefined {
  singleLabel.lastIndex = at;
  return singleLabel.exec(source)?.[1];
}

export const plainDefinition = new RegExp(
  `\\[(${label})\\]: (${url})(?=\\n|$)`,
  "y",
);

/**
 * Reads the text of a paragraph or heading, and says whether it could: text, code spans of single backticks, references
 * and links in their simplest forms.
 */
export function readPlainText(
  source: string,
  from: number,
  to: number,
  isDefined: (name: Name) => boolean,
  found: Found,
): boolean {
  let at = nextMark(source, from, found);
  let open: ReadonlySet<number> | undefined;
  for (; at < to; at = nextMark(source, at, found)) {
    switch (source.charCodeAt(at)) {
      case 91: {
        open ??= openBrackets(source, from, to);
        if (open.has(at)) {
          at++;
          break;
        }
        const end = readBrackets(source, at, isDefined, found);
        if (end === undefined || end > to) return false;
        // It may define something, or try to.
        if (at === from && source[end] === ":") return false;
        at = end;
        break;
      }
      case 93:
        return false;
      case 96: {
        const close = source.indexOf("`", at + 1);
        if (close <= at + 1 || close >= to || source[close + 1] === "`")
          return false;
        at = close + 1;
        break;
      }
      case 58:
        // Not the beginning of a directive, nor in a URL.
        if (at + 1 < to && !/[ \n]/.test(source.charAt(at + 1))) return false;
        at++;
        break;
    }
  }
  return true;
}

const brackets = /[[\]]/g;

/** Where brackets stand that none closes, which are text then: somebody is typing. What is code may hold what closes none. */
function openBrackets(
  source: string,
  from: number,
  to: number,
): ReadonlySet<number> {
  const open: number[] = [];
  let at = nextOf(brackets, source, from);
  for (; at < to; at = nextOf(brackets, source, at + 1)) {
    if (source.charCodeAt(at) === 91) open.push(at);
    else open.pop();
  }
  const lastCode = source.lastIndexOf("`", to - 1);
  return new Set(open.filter((at) => at > lastCode));
}

/** Where the brackets end that begin here; `undefined` where only a parser can tell what they are. */
function readBrackets(
  source: string,
  start: number,
  isDefined: (name: Name) => boolean,
  found: Found,
): number | undefined {
  const { references, links, consulted } = found;
  function add(
    form: UnresolvedReference["form"],
    [textStart, text]: readonly [number, string],
    [labelStart, label]: readonly [number, string],
    end: number,
    isBracketed: boolean,
    latentLabels: readonly string[] = [],
  ): boolean {
    const key = labelKey(label);
    const isLinked = isKnown(key);
    references.push({
      form,
      image: false,
      bracketed: isBracketed,
      span: { start: textStart - 1, end },
      textSpan: { start: textStart, end: textStart + text.length },
      labelSpan: { start: labelStart, end: labelStart + label.length },
      label,
      key,
      latentLabels,
      isLinked,
    });
    return isLinked;
  }

  function isKnown(key: string): boolean {
    const name = nameOfLabel(key);
    const isKnown = isDefined(name);
    consulted.set(name, isKnown);
    return isKnown;
  }

  if (source[start - 1] === "!") return undefined;
  let at = start;
  let isLink = false;
  if (source[at + 1] === "[") {
    // `[[a]][[b]]`: the outer brackets cannot hold a label, whether the inner ones are links or not.
    do {
      bracketedLabel.lastIndex = at;
      const inner = bracketedLabel.exec(source)?.[1];
      if (inner === undefined) return undefined;
      const place = [at + 2, inner] as const;
      at += inner.length + 4;
      isLink = add("shortcut", place, place, at - 1, true);
    } while (source[at] === "[" && source[at + 1] === "[");
  } else {
    bracketed.lastIndex = at;
    const [all = "", first, second, destination] = bracketed.exec(source) ?? [];
    if (first === undefined) return undefined;
    at += all.length;
    const isCollapsed = all.length > first.length + 2;
    const text = [start + 1, first] as const;
    const behind = start + first.length + 3;
    if (destination !== undefined) {
      links.push({
        form: "inline",
        image: false,
        span: { start, end: at },
        textSpan: { start: start + 1, end: start + 1 + first.length },
        destination,
        destinationSpan: { start: behind, end: at - 1 },
        title: undefined,
        latentLabels: [],
      });
      isLink = true;
    } else if (second !== undefined) {
      const third = source[at] === "[" ? labelAt(source, at) : undefined;
      if (
        third !== undefined &&
        !isKnown(labelKey(second)) &&
        isKnown(labelKey(third))
      ) {
        // `[a][b][c]`, of which `[b]` is defined nowhere: `[b][c]` are one, as long as it is not.
        const full = [at + 1, third] as const;
        at += third.length + 2;
        isLink = add("full", [behind, second], full, at, false, [
          labelKey(second),
        ]);
      } else isLink = add("full", text, [behind, second], at, false);
    } else if (/[\n`]/.test(first)) {
      return undefined;
    } else if (!isCollapsed && source.startsWith("[[", at)) {
      // `[a][[b]]`: defined or not, it is no reference for micromark, which takes what follows for a label first.
      isLink = true;
    } else {
      const form = isCollapsed ? "collapsed" : "shortcut";
      isLink = add(form, text, text, at, false) && isCollapsed;
    }
  }
  // Behind a link they hold nothing.
  if (isLink && source.startsWith("[]", at)) {
    at += 2;
    isLink = false;
  }
  // What is no link may be the text of one whose label follows.
  if (source[at] === "[" && isLink)
    return readBrackets(source, at, isDefined, found);
  return /[[(\]{]/.test(source.charAt(at)) ? undefined : at;
}
