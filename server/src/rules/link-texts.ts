import type { UnresolvedReference } from "../markdown/chunk.js";
import { definitionOf } from "../markdown/definition-index.js";
import type {
  Definition,
  Document,
  Link,
  Reference,
} from "../markdown/document.js";
import { moveReference, moveSpan } from "../markdown/move.js";
import { type Part, perChunk } from "../markdown/per-chunk.js";
import type { Span } from "../markdown/span.js";
import { parseUrl } from "../targets/url.js";
import type { Post } from "../workspace/post.js";
import { plainlyAgree } from "./disagreement.js";
import type { Naming } from "./naming.js";

/** A text that a link shows and that may name something, and where the link leads. */
export interface LinkText extends Naming {
  /** The text without emphasis, code and brackets around it. */
  readonly text: string;
  /** The link, put where it stands only for those who have something to say of it. */
  locate(): LocatedText;
}

export interface LocatedText {
  readonly textSpan: Span;
  readonly link: Link | (Reference & { readonly definition: Definition });
}

/** Texts of inline links and of full references. `isWanted`: of what is plainly right or not. */
export function linkTexts(
  { document, settings }: Post,
  isWanted: (isPlain: boolean) => boolean = () => true,
): LinkText[] {
  const { hosts } = settings.github;
  const found: LinkText[] = [];
  for (const { value: texts, by, chunk } of inlineTexts(document, hosts))
    for (const one of texts)
      if (isWanted(one.isPlain)) {
        const { text, target } = one;
        const locate = () => locatedLink(document, one, chunk, by);
        found.push({ text, target, locate });
      }
  for (const { value: texts, by } of referenceTexts(document))
    for (const one of texts) {
      const definition = definitionOf(document, one.reference.key);
      if (!definition) continue;
      const { text } = one;
      const target = parseUrl(definition.destination, hosts);
      const locate = () => locatedReference(document, one, by);
      if (isWanted(plainlyAgree({ text, target })))
        found.push({ text, target, locate });
    }
  return found;
}

function locatedLink(
  { chunks }: Document,
  { index, textSpan }: InlineText,
  chunk: number,
  by: number,
): LocatedText {
  const link = chunks.at(chunk).links[index];
  if (!link) throw new Error("The text is another chunk's");
  return { link, textSpan: moveSpan(textSpan, by) };
}

function locatedReference(
  { defined }: Document,
  { reference, textSpan }: ReferenceText,
  by: number,
): LocatedText {
  const definition = defined.get(reference.key);
  if (!definition) throw new Error("The text is another document's");
  return {
    link: { ...moveReference(reference, by, definition), definition },
    textSpan: moveSpan(textSpan, by),
  };
}

interface InlineText extends Naming {
  /** Of the link in its chunk. */
  readonly index: number;
  readonly textSpan: Span;
  readonly isPlain: boolean;
}

const inlineTexts = perChunk((part, hosts: readonly string[]) => {
  const texts = part.content.links.flatMap((link, index): InlineText[] => {
    const { form, image, destination } = link;
    const named =
      form === "inline" && !image && namingText(part, link.textSpan);
    if (!named) return [];
    const target = parseUrl(destination, hosts);
    const isPlain = plainlyAgree({ text: named.text, target });
    return [{ ...named, index, target, isPlain }];
  });
  return texts.length > 0 ? texts : undefined;
});

interface ReferenceText {
  readonly reference: UnresolvedReference;
  readonly text: string;
  readonly textSpan: Span;
}

const referenceTexts = perChunk((part) => {
  const texts = part.content.references.flatMap(
    (reference): ReferenceText[] => {
      const { form, image, isLinked, textSpan } = reference;
      const named =
        form === "full" && !image && isLinked && namingText(part, textSpan);
      return named ? [{ reference, ...named }] : [];
    },
  );
  return texts.length > 0 ? texts : undefined;
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
