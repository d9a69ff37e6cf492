import type { UnresolvedReference } from "../markdown/chunk.js";
import {
  type DefinitionIndex,
  definitionOf,
} from "../markdown/definition-index.js";
import type {
  Definition,
  Document,
  Link,
  Reference,
} from "../markdown/document.js";
import { moveReference, moveSpan } from "../markdown/move.js";
import { inStretches, type Part, type Placed } from "../markdown/per-chunk.js";
import { onceFor, onceForBoth, onceForItems } from "../markdown/remember.js";
import type { Span } from "../markdown/span.js";
import { parseUrl } from "../targets/url.js";
import type { Post } from "../workspace/post.js";
import type { Naming, Namings } from "./naming.js";
import { plainlyAgree } from "./plainly-agree.js";

/** A text that a link shows and that may name something, and where the link leads. */
export interface LinkText extends Naming {
  readonly source: Placed<TextSource>;
}

/** Texts of inline links and of full references. */
export interface LinkTexts extends Namings<LinkText> {
  /** How far they are from where they stand, and the index of their first chunk. */
  readonly by: number;
  readonly chunk: number;
}

export interface LocatedText {
  readonly textSpan: Span;
  readonly link: Link | (Reference & { readonly definition: Definition });
}

/** Where an edit was, those of each chunk alone: most chunks there are as they were. */
export function linkTexts({ document, settings }: Post): LinkTexts[] {
  const { definitions } = document.chunks;
  const reading = readingWith(definitions, settings.github.hosts);
  const textsAt = (sources: Sources, by: number, chunk: number) => {
    const { all, suspects } = textsOf(sources, reading);
    return { all, suspects, by, chunk };
  };
  return sourcesIn(document).flatMap(({ said, by, chunk, isEdited }) =>
    isEdited
      ? said.map((one) =>
          textsAt(alone(one.value), by + one.by, chunk + one.chunk),
        )
      : textsAt(said, by, chunk),
  );
}

/** The texts of a chunk as if it began the document. */
const alone = onceFor(
  (value: readonly TextSource[]): Sources => [{ value, by: 0, chunk: 0 }],
);

/** Puts a text where it stands, for who has something to say of it. */
export function locateText(
  { document }: Post,
  { by, chunk }: LinkTexts,
  { source }: LinkText,
): LocatedText {
  return locate(document, source.value, {
    by: by + source.by,
    chunk: chunk + source.chunk,
  });
}

type Sources = readonly Placed<readonly TextSource[]>[];

/** What tells where a link leads. */
type Leading = Pick<Definition, "destination"> | undefined;

interface Reading {
  readonly definitions: DefinitionIndex;
  readonly hosts: readonly string[];
}

const readingWith = onceForBoth(
  (definitions: DefinitionIndex, hosts: readonly string[]): Reading => ({
    definitions,
    hosts,
  }),
);

const textsOf = onceForBoth(
  (sources: Sources, { definitions, hosts }: Reading) =>
    textsLeading([hosts, ...leadingsOf(sources, definitions)], sources),
);

/** In the order of the texts; of inline links it is their own source. */
function leadingsOf(sources: Sources, definitions: DefinitionIndex): Leading[] {
  return sources.flatMap(({ value }) =>
    value.map(({ of }) =>
      "link" in of ? of : definitionOf(definitions, of.reference.key),
    ),
  );
}

/** Again only when one of the definitions is another: not for each key in any of a post's. */
const textsLeading = onceForItems(
  (
    [hosts, ...leadings]: readonly [readonly string[], ...Leading[]],
    sources: Sources,
  ): Namings<LinkText> => {
    const all: LinkText[] = [];
    const suspects: LinkText[] = [];
    let index = 0;
    for (const { value, by, chunk } of sources)
      for (const source of value) {
        const leading = leadings[index++];
        if (!leading) continue;
        const { text } = source;
        const target = parseUrl(leading.destination, hosts);
        const naming = { text, target, source: { value: source, by, chunk } };
        all.push(naming);
        if (!plainlyAgree(naming)) suspects.push(naming);
      }
    return { all, suspects };
  },
);

function locate(
  { chunks, defined }: Document,
  { of, textSpan }: TextSource,
  { by, chunk }: Pick<Placed<TextSource>, "by" | "chunk">,
): LocatedText {
  const movedSpan = moveSpan(textSpan, by);
  if ("link" in of) {
    const link = chunks.at(chunk).links[of.link];
    if (!link) throw new Error("The text is another chunk's");
    return { link, textSpan: movedSpan };
  }
  const definition = defined.get(of.reference.key);
  if (!definition) throw new Error("The text is another document's");
  const reference = moveReference(of.reference, by, definition);
  return { link: { ...reference, definition }, textSpan: movedSpan };
}

/** A text as its own chunk shows it. */
export interface TextSource {
  /** Without emphasis, code and brackets around it. */
  readonly text: string;
  readonly textSpan: Span;
  readonly of:
    | { readonly reference: UnresolvedReference }
    /** `link`: its index in the chunk. */
    | { readonly link: number; readonly destination: string };
}

const sourcesIn = inStretches((part): readonly TextSource[] | undefined => {
  const { links, references } = part.content;
  const sources: TextSource[] = [];
  links.forEach(({ form, image, textSpan, destination }, link) => {
    const named = form === "inline" && !image && namingText(part, textSpan);
    if (named) sources.push({ ...named, of: { link, destination } });
  });
  for (const reference of references) {
    const { form, image, isLinked, textSpan } = reference;
    const named =
      form === "full" && !image && isLinked && namingText(part, textSpan);
    if (named) sources.push({ ...named, of: { reference } });
  }
  return sources.length > 0 ? sources : undefined;
});

/** What is longer is a text about something, and no name of it. */
const longestName = 200;

/** What is left of a text without the marks around it, if it may name something. */
function namingText(
  { text, origin }: Part,
  { start, end }: Span,
): { readonly text: string; readonly textSpan: Span } | undefined {
  const inner = unwrap(text, { start: start - origin, end: end - origin });
  const said = text.slice(inner.start, inner.end);
  return /\d/.test(said) && said.length <= longestName
    ? { text: said, textSpan: moveSpan(inner, origin) }
    : undefined;
}

const wrapper = /^(?:\s+|\*\*\*|\*\*|\*|___|__|_|~~|``|`|\[|\()/;

/** What is left of a text without the marks around it. */
function unwrap(text: string, { start, end }: Span): Span {
  for (;;) {
    const inner = text.slice(start, end);
    const opening = wrapper.exec(inner)?.[0];
    if (opening === undefined) {
      return { start, end: start + inner.trimEnd().length };
    }
    const closing = opening.trim() === "" ? "" : closingOf(opening);
    if (
      !inner.endsWith(closing) ||
      inner.length <= opening.length + closing.length
    ) {
      return { start, end };
    }
    start += opening.length;
    end -= closing.length;
  }
}

function closingOf(opening: string): string {
  return opening === "[" ? "]" : opening === "(" ? ")" : opening;
}
