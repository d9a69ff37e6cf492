import { labelKey } from "../markdown/label.js";
import type {
  Outline,
  OutlineDefinition,
  OutlineLink,
  OutlineReference,
} from "../markdown/outline.js";
import type { Span } from "../markdown/span.js";
import type { Target } from "../targets/target.js";
import { parseUrl } from "../targets/url.js";
import {
  type FrontMatterFacts,
  frontMatterFacts,
  namesIn,
} from "./front-matter.js";
import { postDay } from "./post-day.js";

/** What the index keeps of one post. */
export interface PostFacts {
  readonly uri: string;
  /** In document order. */
  readonly definitions: readonly DefinitionFacts[];
  /** Every place that names a target, in document order. */
  readonly uses: readonly UseFacts[];
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
  return factsFrom(uri, excerptOf(uri, document), hosts);
}

/** What a post says before anybody asks what the URLs in it mean: all that has to be kept of it. */
export interface Excerpt
  extends Omit<PostFacts, "uri" | "definitions" | "uses"> {
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

export function excerptOf(uri: string, document: Outline): Excerpt {
  const { text, definitions, references, links, headings } = document;
  const defined = new Set(definitions.map(({ key }) => key));
  const used = references.filter(({ key }) => defined.has(key));
  const names = (field: "authors" | "tags") =>
    namesIn(document, field).map(({ text }) => text);
  return {
    definitions: definitions.map((definition) => ({
      ...definition,
      destinationSpan: withoutFragment(text, definition.destinationSpan),
    })),
    references: used,
    links: links.filter(({ image }) => !image),
    headings: headings.map(({ depth, text, textSpan: span }) => ({
      depth,
      text,
      span,
    })),
    authors: names("authors"),
    tags: names("tags"),
    day: postDay(uri, document),
    frontMatter: frontMatterFacts(document),
    shortcuts: shortcutsIn(text, used),
  };
}

export function factsFrom(
  uri: string,
  { definitions, references, links, ...rest }: Excerpt,
  hosts: readonly string[],
): PostFacts {
  const used = new Set(references.map(({ key }) => key));
  const targets = new Map<string, Target>();
  const uses: UseFacts[] = [];
  const defined = definitions.map((definition): DefinitionFacts => {
    const { label, destination, span, labelSpan, destinationSpan } = definition;
    const key = labelKey(label);
    const target = parseUrl(destination, hosts);
    const counts = !targets.has(key);
    if (counts) targets.set(key, target);
    uses.push({ form: "definition", target, span: destinationSpan, key });
    return {
      label,
      key,
      destination,
      target,
      span,
      labelSpan,
      counts,
      used: counts && used.has(key),
    };
  });
  for (const { key, labelSpan: span } of references) {
    const target = targets.get(key);
    if (target) uses.push({ form: "reference", target, span, key });
  }
  for (const { destination, destinationSpan: span } of links) {
    const target = parseUrl(destination, hosts);
    uses.push({ form: "link", target, span, key: undefined });
  }
  uses.sort((a, b) => a.span.start - b.span.start);
  return { uri, definitions: defined, uses, ...rest };
}

function withoutFragment(text: string, { start, end }: Span): Span {
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
