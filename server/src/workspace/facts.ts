import type { Document } from "../markdown/document.js";
import { labelKey } from "../markdown/label.js";
import { lazily } from "../markdown/lazy.js";
import type {
  Outline,
  OutlineDefinition,
  OutlineLink,
  OutlineReference,
} from "../markdown/outline.js";
import { onceFor } from "../markdown/remember.js";
import type { Span } from "../markdown/span.js";
import type { Target } from "../targets/target.js";
import { parseUrl } from "../targets/url.js";
import {
  type FrontMatterFacts,
  frontMatterFacts,
  namesIn,
} from "./front-matter.js";
import { rememberTextOf } from "./passages.js";
import { postDay } from "./post-day.js";

/** What the index keeps of one post. */
export interface PostFacts {
  readonly uri: string;
  /** In document order. */
  readonly definitions: readonly DefinitionFacts[];
  /** Every place that names a target, in document order. */
  readonly uses: readonly UseFacts[];
  /** Those of them that are links; can be told without a look at the references. */
  readonly links: readonly UseFacts[];
  readonly headings: readonly HeadingFacts[];
  /** From the front matter, as are the tags: posts of one author or tag speak of the same repositories. */
  readonly authors: readonly string[];
  readonly tags: readonly string[];
  /** Its day, counted from the epoch; undefined where neither its name nor its front matter says. */
  readonly day: number | undefined;
  readonly frontMatter: FrontMatterFacts | undefined;
  /** How many references show their label between two pairs of brackets, `[[x]]`, and how many between one. */
  readonly shortcuts: ShortcutFacts;
}

export interface ShortcutFacts {
  readonly bracketed: number;
  readonly plain: number;
}

export interface DefinitionFacts {
  readonly label: string;
  readonly key: string;
  readonly destination: string;
  readonly target: Target;
  /** From the label's bracket to the end of the title. */
  readonly span: Span;
  readonly labelSpan: Span;
  /** Whether it is the first of its label, the one that counts. */
  readonly counts: boolean;
  readonly used: boolean;
}

export interface HeadingFacts {
  readonly depth: number;
  /** Without its markup. */
  readonly text: string;
  readonly span: Span;
}

export interface UseFacts {
  readonly form: "definition" | "reference" | "link";
  readonly target: Target;
  /**
   * Where it names the target: the label of a reference, the destination of a link, that of a definition without its
   * `#fragment` (the place VS Code's own Markdown support gives a definition among references).
   */
  readonly span: Span;
  /** The label's key; undefined for a link. */
  readonly key: string | undefined;
}

/** What a post says, by its Document or a scan of its text. */
export function factsOf(
  uri: string,
  document: Outline,
  hosts: readonly string[],
): PostFacts {
  const facts = factsFrom(uri, excerptOf(uri, document), hosts);
  rememberTextOf(facts, document);
  return facts;
}

/** What a post says before anybody asks what the URLs in it mean: all that has to be kept of it. */
export interface Excerpt
  extends Omit<PostFacts, "uri" | "definitions" | "links" | "uses"> {
  readonly definitions: readonly ExcerptDefinition[];
  /** Those whose label is defined. */
  readonly references: readonly OutlineReference[];
  readonly links: readonly Pick<
    OutlineLink,
    "destination" | "destinationSpan"
  >[];
}

/** `destinationSpan` is without the `#fragment`. */
export type ExcerptDefinition = Omit<OutlineDefinition, "key">;

/** Read when it is asked for: few ask for all of it. */
export function excerptOf(uri: string, document: Outline): Excerpt {
  return excerpts({ uri, document });
}

const excerpts = lazily<{ uri: string; document: Outline }, Excerpt>({
  definitions: ({ document: { text, definitions } }) =>
    definitions.map((definition) => ({
      ...definition,
      destinationSpan: withoutFragment(text, definition.destinationSpan),
    })),
  references({ document: { definitions, references } }) {
    const defined = new Set(definitions.map(({ key }) => key));
    return references.filter(({ key }) => defined.has(key));
  },
  links: ({ document: { links } }) => links.filter(({ image }) => !image),
  headings: ({ document: { headings } }) =>
    headings.map(({ depth, text, textSpan: span }) => ({ depth, text, span })),
  authors: ({ document }) => textsIn(document, "authors"),
  tags: ({ document }) => textsIn(document, "tags"),
  day: ({ uri, document }) => postDay(uri, document),
  frontMatter: ({ document }) => frontMatterFacts(document),
  shortcuts: ({ document: { text } }, { references }) =>
    shortcutsIn(text, references),
});

function textsIn(document: Outline, field: "authors" | "tags"): string[] {
  return namesIn(document, field).map(({ text }) => text);
}

/** Read when it is asked for, too. */
export function factsFrom(
  uri: string,
  excerpt: Excerpt,
  hosts: readonly string[],
): PostFacts {
  return factsOfAll({ uri, excerpt, hosts });
}

interface Read {
  readonly uri: string;
  readonly excerpt: Excerpt;
  readonly hosts: readonly string[];
}

const factsOfAll = lazily<Read, PostFacts>({
  uri: ({ uri }) => uri,
  definitions({ excerpt, hosts }) {
    const keys = new Set<string>();
    return excerpt.definitions.map((definition) => {
      const key = labelKey(definition.label);
      const counts = !keys.has(key);
      keys.add(key);
      return new ReadDefinition(definition, key, counts, excerpt, hosts);
    });
  },
  links: ({ excerpt, hosts }) =>
    excerpt.links.map(({ destination, destinationSpan: span }) => ({
      form: "link",
      target: parseUrl(destination, hosts),
      span,
      key: undefined,
    })),
  uses({ excerpt }, { links, definitions }) {
    const targets = new Map<string, Target>();
    const uses: UseFacts[] = [...links];
    definitions.forEach(({ key, target, counts }, index) => {
      if (counts) targets.set(key, target);
      const span = excerpt.definitions[index]?.destinationSpan;
      if (span) uses.push({ form: "definition", target, span, key });
    });
    for (const { key, labelSpan: span } of excerpt.references) {
      const target = targets.get(key);
      if (target) uses.push({ form: "reference", target, span, key });
    }
    return uses.sort((a, b) => a.span.start - b.span.start);
  },
  headings: ({ excerpt }) => excerpt.headings,
  authors: ({ excerpt }) => excerpt.authors,
  tags: ({ excerpt }) => excerpt.tags,
  day: ({ excerpt }) => excerpt.day,
  frontMatter: ({ excerpt }) => excerpt.frontMatter,
  shortcuts: ({ excerpt }) => excerpt.shortcuts,
});

class ReadDefinition implements DefinitionFacts {
  readonly label: string;
  readonly key: string;
  readonly destination: string;
  readonly target: Target;
  readonly span: Span;
  readonly labelSpan: Span;
  readonly counts: boolean;
  readonly #excerpt: Excerpt;

  constructor(
    { label, destination, span, labelSpan }: ExcerptDefinition,
    key: string,
    counts: boolean,
    excerpt: Excerpt,
    hosts: readonly string[],
  ) {
    this.label = label;
    this.key = key;
    this.destination = destination;
    this.target = parseUrl(destination, hosts);
    this.span = span;
    this.labelSpan = labelSpan;
    this.counts = counts;
    this.#excerpt = excerpt;
  }

  /** Asked for by few, and known from all references. */
  get used() {
    return this.counts && usedKeys(this.#excerpt).has(this.key);
  }
}

const usedKeys = onceFor(
  ({ references }: Excerpt): ReadonlySet<string> =>
    new Set(references.map(({ key }) => key)),
);

/** What definitions and links lead to, in document order. References name what definitions do. */
export function targetsNamed({
  definitions,
  links,
}: PostFacts): readonly Target[] {
  return [...definitions, ...links]
    .sort((a, b) => a.span.start - b.span.start)
    .map(({ target }) => target);
}

/** Whether two states of a post give the same targets the same labels, and link to the same. */
export function nameTheSame(a: PostFacts, b: PostFacts): boolean {
  const [links, others] = [a.links, b.links];
  return (
    a.definitions.length === b.definitions.length &&
    links.length === others.length &&
    a.definitions.every((one, index) => {
      const other = b.definitions[index];
      return (
        one.label === other?.label && one.destination === other.destination
      );
    }) &&
    links.every(({ target }, index) => {
      const other = others[index]?.target;
      // An address that was read lately has the very same target.
      return (
        target === other || JSON.stringify(target) === JSON.stringify(other)
      );
    })
  );
}

export function withoutFragment(
  text: Pick<Document, "slice">,
  { start, end }: Span,
): Span {
  const fragment = text.slice(start, end).indexOf("#");
  return { start, end: fragment === -1 ? end : start + fragment };
}

function shortcutsIn(
  text: string,
  references: readonly OutlineReference[],
): ShortcutFacts {
  let bracketed = 0;
  let plain = 0;
  for (const { labelSpan } of references) {
    const { start, end } = labelSpan;
    const before = text[start - 2];
    const after = text[end + 1];
    if (before === "[" && after === "]") bracketed++;
    // Else of `[text][x]` or `[x][]`.
    else if (before !== "]" && after !== "[") plain++;
  }
  return { bracketed, plain };
}
