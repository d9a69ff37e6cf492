import { labelKey } from "../markdown/label.js";
import type { Span } from "../markdown/span.js";
import type { Excerpt, ExcerptDefinition } from "./facts.js";

/**
 * An excerpt as a short text of printable ASCII, tabs and line feeds: a twentieth of the memory, and stored as it is.
 * A place that is where one expects it is left out.
 *
 *     {"authors":["alice"],"tags":[],"day":19300}           the front matter
 *     [node-pull-1⇥https://github.com/o/node/pull/1⇥5k      a definition and where it starts, to the base 36
 *     =0 2f b                                               a reference to the first definition, its start and length
 *     (https://github.com/o/node⇥3a                         a link
 *     #2Low level summary⇥8c                                a heading of that depth
 */
export function pack(excerpt: Excerpt): string {
  const { definitions, references, links, headings } = excerpt;
  const { authors, tags, day, frontMatter, shortcuts } = excerpt;
  const rest: ExcerptRest = { authors, tags, day, frontMatter, shortcuts };
  const lines = [escaped(JSON.stringify(rest))];
  const ordinals = new Map<string, number>();
  for (const definition of definitions) {
    const { label, destination } = definition;
    const key = labelKey(label);
    if (!ordinals.has(key)) ordinals.set(key, ordinals.size);
    lines.push(
      `[${escaped(label)}\t${escaped(destination)}\t${packPlaces(placesOf(definition), usualPlaces(definition))}`,
    );
  }
  for (const { key, labelSpan } of references)
    lines.push(
      `=${packNumbers([ordinals.get(key) ?? 0, labelSpan.start, labelSpan.end - labelSpan.start])}`,
    );
  for (const { destination, destinationSpan: span } of links)
    lines.push(`(${packText(destination, span)}`);
  for (const { depth, text, span } of headings)
    lines.push(`#${depth}${packText(text, span)}`);
  return lines.join("\n");
}

/** What an excerpt says beside places in the text. */
export type ExcerptRest = Omit<
  Excerpt,
  "definitions" | "references" | "links" | "headings"
>;

export function unpackRest(packed: string): ExcerptRest {
  const end = packed.indexOf("\n");
  const first = end === -1 ? packed : packed.slice(0, end);
  return JSON.parse(unescaped(first));
}

/** Read when it is asked for: few ask for all of it. */
export function unpack(packed: string): Excerpt {
  return new Unpacked(packed);
}

/** A class, since each post of an index is unpacked, and each time an object with its own getters would be made. */
class Unpacked implements Excerpt {
  readonly #packed: string;
  #definitions: Excerpt["definitions"] | undefined;
  #references: Excerpt["references"] | undefined;
  #rest: ExcerptRest | undefined;

  constructor(packed: string) {
    this.#packed = packed;
  }

  get definitions() {
    this.#definitions ??= this.#lines("[").map(unpackDefinition);
    return this.#definitions;
  }
  get references() {
    this.#references ??= this.#readReferences();
    return this.#references;
  }
  get links() {
    return this.#lines("(").map((fields) => {
      const { text: destination, span } = unpackText(fields);
      return { destination, destinationSpan: span };
    });
  }
  get headings() {
    return this.#lines("#").map(unpackHeading);
  }
  get authors() {
    return this.#readRest().authors;
  }
  get tags() {
    return this.#readRest().tags;
  }
  get day() {
    return this.#readRest().day;
  }
  get frontMatter() {
    return this.#readRest().frontMatter;
  }
  get shortcuts() {
    return this.#readRest().shortcuts;
  }

  /** The fields of the lines that begin with a mark; they stand together. */
  #lines(mark: string): (readonly string[])[] {
    const found: string[][] = [];
    let at = this.#packed.indexOf(`\n${mark}`) + 1;
    while (at > 0 && this.#packed[at] === mark) {
      const feed = this.#packed.indexOf("\n", at);
      const end = feed === -1 ? this.#packed.length : feed;
      found.push(this.#packed.slice(at + 1, end).split("\t"));
      at = end + 1;
    }
    return found;
  }

  #readReferences(): Excerpt["references"] {
    const keys = [
      ...new Set(this.definitions.map(({ label }) => labelKey(label))),
    ];
    return this.#lines("=").map(([numbers]) => {
      const [ordinal = 0, start = 0, length = 0] = numbersIn(numbers);
      const labelSpan = { start, end: start + length };
      return { key: keys[ordinal] ?? "", labelSpan };
    });
  }

  #readRest(): ExcerptRest {
    this.#rest ??= unpackRest(this.#packed);
    return this.#rest;
  }
}

function unpackDefinition([
  written = "",
  to = "",
  places,
]: readonly string[]): ExcerptDefinition {
  const label = unescaped(written);
  const destination = unescaped(to);
  const [start = 0, ...numbers] = numbersIn(places);
  const usual = usualPlaces({
    label,
    destination,
    span: { start, end: start },
  });
  const [labelStart = 0, labelEnd = 0, from = 0, until = 0, end = 0] =
    numbers.length > 0 ? numbers : usual.slice(1);
  return {
    label,
    destination,
    span: { start, end },
    labelSpan: { start: labelStart, end: labelEnd },
    destinationSpan: { start: from, end: until },
  };
}

function placesOf({
  span,
  labelSpan,
  destinationSpan,
}: ExcerptDefinition): readonly number[] {
  return [
    span.start,
    labelSpan.start,
    labelSpan.end,
    destinationSpan.start,
    destinationSpan.end,
    span.end,
  ];
}

/** Those of `[label]: destination` without a fragment. */
function usualPlaces({
  label,
  destination,
  span: { start },
}: Pick<ExcerptDefinition, "label" | "destination" | "span">) {
  const labelEnd = start + 1 + label.length;
  const from = labelEnd + "]: ".length;
  const end = from + destination.length;
  return [start, start + 1, labelEnd, from, end, end];
}

/** The first number alone if the others are as usual. */
function packPlaces(
  places: readonly number[],
  usual: readonly number[],
): string {
  const isUsual = places.every((place, index) => place === usual[index]);
  return packNumbers(isUsual ? places.slice(0, 1) : places);
}

function packText(text: string, { start, end }: Span): string {
  return `${escaped(text)}\t${packPlaces([start, end], [start, start + text.length])}`;
}

function unpackText([written = "", places]: readonly string[]) {
  const text = unescaped(written);
  const [start = 0, end = start + text.length] = numbersIn(places);
  return { text, span: { start, end } };
}

function unpackHeading([written = "", places]: readonly string[]) {
  const depth = Number(written[0]);
  return { depth, ...unpackText([written.slice(1), places ?? ""]) };
}

function packNumbers(numbers: readonly number[]): string {
  return numbers.map((number) => number.toString(36)).join(" ");
}

function numbersIn(packed = ""): number[] {
  return packed.includes(" ")
    ? packed.split(" ").map((digits) => Number.parseInt(digits, 36))
    : [Number.parseInt(packed, 36)];
}

function escaped(text: string): string {
  return text.replace(
    /[^ -[\]-~]/g,
    (unit) => `\\${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

function unescaped(text: string): string {
  return text.includes("\\")
    ? text.replace(/\\([\da-f]{4})/g, (_, digits) =>
        String.fromCharCode(Number.parseInt(digits, 16)),
      )
    : text;
}
