import type { BracketPair } from "./brackets.js";
import { isLabel, labelKey } from "./label.js";
import { contains, type Span } from "./span.js";

export interface UndefinedReference {
  readonly form: "full" | "collapsed" | "shortcut";
  readonly text: BracketPair;
  /** The pair that holds the label; `text` itself unless the form is full. */
  readonly label: BracketPair;
  readonly end: number;
  /** See `Reference.latentLabels`. */
  readonly latentLabels: readonly string[];
}

/** What Markdown made a link, reference, image or footnote of. */
export type Resolved = Span;

/**
 * The bracket pairs that Markdown left as text, and that would be references if their label were defined.
 * Left out are footnotes, pairs in the text of a link or the description of an image (of one that only lacks its
 * definition too), and pairs whose brackets a defined reference has taken (CommonMark §6.3).
 *
 * `pairs` in order of their start.
 */
export function undefinedReferences(
  text: string,
  pairs: readonly BracketPair[],
  resolved: readonly Resolved[],
): UndefinedReference[] {
  const found: UndefinedReference[] = [];
  const resolvedStarts = new Set(resolved.map(({ start }) => start));
  const pairAt = new Map(pairs.map((pair) => [pair.open, pair]));
  const takenAsLabel = new Set<number>();
  const outer = outermost(resolved);
  let next = 0;
  let textEnd = 0;

  for (const pair of pairs) {
    while ((outer[next]?.end ?? Infinity) <= pair.open) next++;
    const around = outer[next];
    if (around && around.start <= pair.open) continue;
    if (pair.open < textEnd || takenAsLabel.has(pair.open)) continue;

    const after = pair.close + 1;
    if (text.startsWith("[]", after)) {
      if (isReferenceLabel(pair.content))
        found.push({
          form: "collapsed",
          text: pair,
          label: pair,
          end: after + 2,
          latentLabels: [],
        });
      continue;
    }
    // "…not followed by [] or a link label": what follows is the label, whether this text is one or not.
    const label = pairAt.get(after);
    if (text[after] === "[" && label && isLabel(label.content)) {
      if (resolvedStarts.has(after)) continue;
      takenAsLabel.add(after);
      if (isReferenceLabel(label.content)) {
        const inner = { start: pair.contentStart, end: pair.close };
        found.push({
          form: "full",
          text: pair,
          label,
          end: label.close + 1,
          latentLabels: pair.image ? [] : latentLabels(inner, pairs),
        });
        textEnd = pair.close;
      }
      continue;
    }
    if (isReferenceLabel(pair.content))
      found.push({
        form: "shortcut",
        text: pair,
        label: pair,
        end: after,
        latentLabels: [],
      });
  }
  return found;
}

/** The labels in brackets inside a link's text; see `Link.latentLabels`. */
export function latentLabels(
  linkText: Span,
  pairs: readonly BracketPair[],
): string[] {
  return pairs
    .filter(
      (pair) =>
        contains(linkText, { start: pair.open, end: pair.close + 1 }) &&
        isReferenceLabel(pair.content),
    )
    .map((pair) => labelKey(pair.content));
}

function isReferenceLabel(content: string): boolean {
  return isLabel(content) && !content.startsWith("^");
}

function outermost(spans: readonly Resolved[]): readonly Span[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Span[] = [];
  for (const span of sorted) {
    if (span.start >= (kept.at(-1)?.end ?? 0)) kept.push(span);
  }
  return kept;
}
