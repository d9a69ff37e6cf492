import { labelKey } from "../markdown/label.js";
import { parseUrl } from "../targets/url.js";
import type { Candidate } from "./candidates.js";
import type { Post } from "./post.js";

/** Of the definitions nearest to the post; a pattern that none of these shows is nobody's habit. */
const mostAsked = 1000;

/**
 * What a label means if its URL differs from those of its like only by the number: `[CIP-0105]` is `…/tree/master/CIP-0105`
 * where `[CIP-0104]` is `…/tree/master/CIP-0104`. The most usual first. What has a number on GitHub is not found so: whose
 * number that is `candidatesFor` knows better.
 */
export function numberedAlike(label: string, post: Post): Candidate[] {
  const wanted = numberedLabel(label);
  if (wanted === undefined) return [];
  const { hosts } = post.settings.github;
  const found = new Map<string, { readonly like: string; times: number }>();
  for (const other of definitionsAround(post)) {
    const like = numberedLabel(other.label);
    if (like?.words !== wanted.words || like.number === wanted.number) continue;
    const target = parseUrl(other.destination, hosts);
    if ("number" in target) continue;
    const destination = renumbered(other.destination, like, wanted);
    if (destination === undefined) continue;
    const before = found.get(destination);
    if (before) before.times++;
    else found.set(destination, { like: other.label, times: 1 });
  }
  return [...found]
    .sort(([, a], [, b]) => b.times - a.times)
    .map(([destination, { like }]) => ({
      target: parseUrl(destination, hosts),
      destination,
      certain: false,
      by: "number",
      reason: `as [${like}] has its number in its URL`,
    }));
}

interface NumberedLabel {
  /** What stands before and behind the number, as labels compare. */
  readonly words: string;
  readonly number: number;
}

function numberedLabel(label: string): NumberedLabel | undefined {
  const [, before, digits, behind] =
    /^(\D*\p{L}\D*)(\d{1,9})(\D*)$/u.exec(label) ?? [];
  return digits === undefined
    ? undefined
    : {
        words: labelKey(`${before}0${behind}`),
        number: Number(digits),
      };
}

/** The URL with another number in each place where it has the one of its label; undefined where it does not have it. */
function renumbered(
  destination: string,
  { number }: NumberedLabel,
  wanted: NumberedLabel,
): string | undefined {
  const changed = destination.replace(/\d+/g, (digits) =>
    Number(digits) === number
      ? String(wanted.number).padStart(digits.length, "0")
      : digits,
  );
  return changed === destination ? undefined : changed;
}

/** This post's, then those of the other posts. */
function* definitionsAround({
  document,
  knowledge,
}: Post): Generator<{ readonly label: string; readonly destination: string }> {
  yield* document.defined.values();
  let asked = 0;
  for (const definition of knowledge.definitions()) {
    if (asked++ === mostAsked) return;
    yield definition;
  }
}
