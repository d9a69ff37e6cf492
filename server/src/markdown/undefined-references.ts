import type { BracketPair } from "./brackets.js";
import { isLabel, labelKey } from "./label.js";
import type { Span } from "./span.js";

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
      if (!isReferenceLabel(pair.content)) continue;
      takenAsLabel.add(after);
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
      if (resolvedStarts.has(after) || !isReferenceLabel(label.content))
        continue;
      takenAsLabel.add(after);
      const end = label.close + 1;
      found.push({
        form: "full",
        text: pair,
        label,
        end,
        latentLabels: pair.image
          ? []
          : latentLabels(
              {
                span: { start: pair.open, end },
                textSpan: { start: pair.contentStart, end: pair.close },
              },
              pairs,
            ),
      });
      textEnd = pair.close;
      continue;
    }
    // remark takes any bracket for the beginning of a label, and gives up the text before it where there is none.
    if (text[after] === "[") continue;
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

/**
 * The labels that would end a link or full reference if they were defined; see `Link.latentLabels`. `pairs` in order of
 * their start.
 */
export function latentLabels(
  { span, textSpan }: { readonly span: Span; readonly textSpan: Span },
  pairs: readonly BracketPair[],
): string[] {
  const latent: BracketPair[] = [];
  for (let i = firstFrom(pairs, span.start); i < pairs.length; i++) {
    const pair = pairs[i];
    if (!pair || pair.open >= textSpan.end) break;
    // `[a][b](u)` is a link behind brackets, until b is defined: then it is the full reference `[a][b]`.
    const isInText = pair.open >= textSpan.start && pair.close < textSpan.end;
    const isLabelOfBracketsBefore =
      pair.open === span.start &&
      pairs.some(({ close }) => close === span.start - 1);
    if ((isInText || isLabelOfBracketsBefore) && isReferenceLabel(pair.content))
      latent.push(pair);
  }
  return latent.map(({ content }) => labelKey(content));
}

function firstFrom(pairs: readonly BracketPair[], offset: number): number {
  let low = 0;
  let high = pairs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pairs[middle]?.open ?? offset) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
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
