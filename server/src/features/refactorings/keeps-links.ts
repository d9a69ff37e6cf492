import type { Document, Link, Reference } from "../../markdown/document.js";
import type { NewDefinition } from "../../markdown/edits/write-definition.js";
import { labelKey } from "../../markdown/label.js";
import type { Span } from "../../markdown/span.js";
import { sameTarget } from "../../targets/target-key.js";
import { parseUrl } from "../../targets/url.js";
import type { Post } from "../../workspace/post.js";

/** What a change of a post does to its links. */
interface Intended {
  /** Links and references of the post that get other words. */
  readonly reworded?: readonly {
    readonly span: Span;
    readonly words: string;
  }[];
  /** Links that come new, all at one offset in the post as it was. */
  readonly added?: {
    readonly at: number;
    readonly links: readonly Pick<PageLink, "destination" | "words">[];
  };
  /** Definitions that undefined references may get by the way. */
  readonly resolves?: readonly NewDefinition[];
  /** Brackets right around this span become those of a link. */
  readonly bracketsAround?: Span;
  /** Text comes where none was. */
  readonly newBlocks?: boolean;
}

/**
 * Whether a changed post links the words that the post links to the same places, in the same order, but for what is
 * intended, and leaves the same blocks and the same brackets as text: no definition that came or went has taken effect
 * elsewhere. An address may be written in another way.
 */
export function keepsLinks(
  { document: before, settings }: Post,
  after: Document,
  intended: Intended = {},
): boolean {
  const { reworded = [], added, bracketsAround, newBlocks = false } = intended;
  const resolved = new Map(
    intended.resolves?.map(({ label, destination }) => [
      labelKey(label),
      destination,
    ]),
  );
  const filled = [...reworded.map(({ span }) => span), bracketsAround];
  const newWords = new Map(
    reworded.map(({ span, words }) => [span.start, words]),
  );
  const expected = linksOf(before, resolved).map((link) => ({
    ...link,
    words: newWords.get(link.start) ?? link.words,
  }));
  if (added) {
    const index = expected.filter(({ start }) => start < added.at).length;
    const common = { start: added.at, image: false };
    expected.splice(
      index,
      0,
      ...added.links.map((link) => ({ ...common, ...link })),
    );
  }
  const { hosts } = settings.github;
  const isExpected = (link: PageLink, index: number) => {
    const wanted = expected[index];
    return (
      wanted?.image === link.image &&
      wanted.words === link.words &&
      (wanted.destination === link.destination ||
        sameTarget(
          parseUrl(wanted.destination, hosts),
          parseUrl(link.destination, hosts),
        ))
    );
  };
  const links = linksOf(after);
  return (
    links.length === expected.length &&
    links.every(isExpected) &&
    isEqual(
      undefinedKeys(before, filled).filter((key) => !resolved.has(key)),
      undefinedKeys(after),
    ) &&
    (newBlocks || isEqual(blockTypes(before), blockTypes(after)))
  );
}

interface PageLink {
  readonly start: number;
  readonly image: boolean;
  readonly destination: string;
  /** The source of what is linked. */
  readonly words: string;
}

/** What the page leads to or shows, in document order; with what some undefined references are to lead to. */
function linksOf(
  { text, links, references }: Document,
  resolved: ReadonlyMap<string, string> = new Map(),
): PageLink[] {
  const page = (
    { span, textSpan, image }: Link | Reference,
    destination: string,
  ) => ({
    start: span.start,
    image,
    destination,
    words: text.slice(textSpan.start, textSpan.end),
  });
  return [
    ...links.map((link) => page(link, link.destination)),
    ...references.flatMap((reference) => {
      const { definition, key } = reference;
      const destination = definition?.destination ?? resolved.get(key);
      return destination === undefined ? [] : page(reference, destination);
    }),
  ].sort((a, b) => a.start - b.start);
}

/** Without those whose brackets hold what is filled in. */
function undefinedKeys(
  { references }: Document,
  filled: readonly (Span | undefined)[] = [],
): string[] {
  return references
    .filter(
      ({ definition, textSpan }) =>
        definition === undefined &&
        !filled.some(
          (span) => span?.start === textSpan.start && span.end === textSpan.end,
        ),
    )
    .map(({ key }) => key);
}

function blockTypes({ blocks }: Document): string[] {
  return blocks.map(({ type }) => type).filter((type) => type !== "definition");
}

function isEqual(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((each, index) => each === b[index]);
}
