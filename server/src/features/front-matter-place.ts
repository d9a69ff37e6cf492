import type { Document } from "../markdown/document.js";
import { type Span, touches } from "../markdown/span.js";
import { readYaml, type YamlField, type YamlScalar } from "../markdown/yaml.js";
import { keysIn, keysOf } from "../workspace/front-matter.js";
import type { Post } from "../workspace/post.js";
import type { Entry, EntryList } from "../workspace/site-files.js";

/** A name of an author or tag in front matter, and its entry in the site's list. */
export interface NamedEntry {
  readonly field: "authors" | "tags";
  readonly name: YamlScalar;
  readonly list: EntryList | undefined;
  readonly entry: Entry | undefined;
}

/** The author or tag a cursor stands on. */
export function namedEntryAt(
  { document, knowledge: { site } }: Post,
  offset: number,
): NamedEntry | undefined {
  if (!site || !isInFrontMatter(document, offset)) return undefined;
  for (const field of ["authors", "tags"] as const) {
    const name = keysIn(document, field).find(({ span }) =>
      touches(span, offset),
    );
    const list = site[field];
    if (name) return { field, name, list, entry: list?.entries.get(name.text) };
  }
  return undefined;
}

/** The field whose key a cursor stands on. */
export function fieldAt(
  { frontMatter }: Document,
  offset: number,
): YamlField | undefined {
  return frontMatter?.yaml.fields.find(({ keySpan }) =>
    touches(keySpan, offset),
  );
}

function isInFrontMatter({ frontMatter }: Document, offset: number): boolean {
  return frontMatter !== undefined && touches(frontMatter.yamlSpan, offset);
}

/** Where a key or value of front matter is being written. */
export interface WritingPlace {
  /** Undefined where the key itself is written. */
  readonly field: string | undefined;
  /** What of the key, or of one value in a list, stands before the cursor. */
  readonly typed: string;
  /** From its start to its end behind the cursor. */
  readonly span: Span;
  /** In `[…]` or behind `- `. */
  readonly isInList: boolean;
  /** The keys that the front matter has already. */
  readonly present: ReadonlySet<string>;
  /** The authors or tags that the field names elsewhere. */
  readonly listed: ReadonlySet<string>;
}

/** By the lines, since what is being written is often no YAML yet; and it may not be closed yet. */
export function writingPlaceAt(
  document: Document,
  offset: number,
): WritingPlace | undefined {
  const area = areaOf(document);
  if (!area || offset < area.start || area.end < offset) return undefined;
  const { lines } = document;
  const { start, end } = lines.line(lines.positionAt(offset).line);
  const before = document.slice(start, offset);
  const after = document.slice(offset, end);
  const present = new Set(
    [...document.slice(area.start, area.end).matchAll(/^([\w-]+):/gm)].map(
      ([, key = ""]) => key,
    ),
  );
  const place = (
    field: string | undefined,
    typed: string,
    isInList: boolean,
  ): WritingPlace => {
    const rest = (field === undefined ? /^[\w-]*/ : /^[^,\]#\r\n]*/).exec(
      after,
    );
    const to = offset + (rest?.[0].trimEnd().length ?? 0);
    const span = { start: offset - typed.length, end: to };
    const listed = listedIn(document, area, field, offset);
    return { field, typed, span, isInList, present, listed };
  };
  const key = /^[\w-]*$/.exec(before);
  if (key) return place(undefined, before, false);
  const item = /^\s*-[ \t]+(?:key:[ \t]*)?(.*)$/.exec(before);
  if (item) {
    const field = ownerOf(document.slice(area.start, start));
    return field === undefined ? undefined : place(field, item[1] ?? "", true);
  }
  const [, field, value] = /^([\w-]+):[ \t]+(.*)$/.exec(before) ?? [];
  if (field === undefined || value === undefined) return undefined;
  const inList = /^\[(?:.*,)?[ \t]*([^,\]]*)$/.exec(value);
  if (inList) return place(field, inList[1] ?? "", true);
  return /^["'{|>]/.test(value) ? undefined : place(field, value, false);
}

function listedIn(
  document: Document,
  area: Span,
  field: string | undefined,
  offset: number,
): ReadonlySet<string> {
  if (field !== "authors" && field !== "tags") return new Set();
  const written = document.slice(area.start, area.end);
  const yaml = document.frontMatter?.yaml ?? readYaml(written, area.start);
  return new Set(
    keysOf(yaml, field)
      .filter(({ span }) => !touches(span, offset))
      .map((name) => name.text),
  );
}

/** The key that a list's items stand below. */
function ownerOf(before: string): string | undefined {
  return [...before.matchAll(/^([\w-]+):[ \t]*$/gm)].at(-1)?.[1];
}

function areaOf(document: Document): Span | undefined {
  if (document.frontMatter) return document.frontMatter.yamlSpan;
  if (!/^\uFEFF?---/.test(document.slice(0, 4))) return undefined;
  const { text } = document;
  const [opening] = /^\uFEFF?---[ \t]*(?:\r\n|\n|\r)/.exec(text) ?? [];
  if (opening === undefined) return undefined;
  const start = opening.length;
  const blank = text.slice(start).search(/^[ \t]*$(?:\r\n|\n|\r)/m);
  return { start, end: blank === -1 ? text.length : start + blank };
}
