import type { Outline } from "../markdown/outline.js";
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
  const used = new Set(document.references.map(({ key }) => key));
  const defined = new Set<string>();
  const definitions = document.definitions.map((definition) => {
    const { label, key, destination, span, labelSpan } = definition;
    const counts = !defined.has(key);
    defined.add(key);
    return {
      label,
      key,
      destination,
      target: parseUrl(destination, hosts),
      span,
      labelSpan,
      counts,
      used: counts && used.has(key),
    };
  });
  const names = (field: "authors" | "tags") =>
    namesIn(document, field).map(({ text }) => text);
  return {
    uri,
    definitions,
    uses: usesOf(document, definitions, hosts),
    headings: document.headings.map(({ depth, text, textSpan: span }) => ({
      depth,
      text,
      span,
    })),
    authors: names("authors"),
    tags: names("tags"),
    day: postDay(uri, document),
    frontMatter: frontMatterFacts(document),
  };
}

function usesOf(
  document: Outline,
  definitions: readonly DefinitionFacts[],
  hosts: readonly string[],
): UseFacts[] {
  const uses: UseFacts[] = [];
  const targets = new Map<string, Target>();
  document.definitions.forEach(({ key, destinationSpan }, position) => {
    const definition = definitions[position];
    if (definition === undefined) return;
    const { target, counts } = definition;
    if (counts) targets.set(key, target);
    const span = withoutFragment(document.text, destinationSpan);
    uses.push({ form: "definition", target, span, key });
  });
  for (const { key, labelSpan } of document.references) {
    const target = targets.get(key);
    if (target !== undefined) {
      uses.push({ form: "reference", target, span: labelSpan, key });
    }
  }
  for (const { image, destination, destinationSpan } of document.links) {
    if (image) continue;
    const target = parseUrl(destination, hosts);
    uses.push({ form: "link", target, span: destinationSpan, key: undefined });
  }
  return uses.sort((a, b) => a.span.start - b.span.start);
}

function withoutFragment(text: string, { start, end }: Span): Span {
  const fragment = text.slice(start, end).indexOf("#");
  return { start, end: fragment === -1 ? end : start + fragment };
}
