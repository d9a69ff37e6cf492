import { distance } from "fastest-levenshtein";

/**
 * Which candidates a label plainly means but for a typo, the closest first: a letter wrong, missing, added or swapped
 * with its neighbour, separators or case written differently. Never one that differs in a number or digest: `pull-12` and
 * `pull-13` are two things.
 */
export function nearest(label: string, candidates: Iterable<string>): string[] {
  return nearestOf([...new Set(candidates)].map(shapeOf))(label).map(
    ({ text }) => text,
  );
}

/** `nearest` for many labels and the same candidates: of a post with thousands, each label is held against few. */
export function nearestOf<S extends Shape>(
  candidates: Iterable<S>,
): (label: string) => S[] {
  const byNumbers = new Map<string, S[]>();
  for (const candidate of candidates) {
    const alike = byNumbers.get(candidate.numbers);
    if (alike) alike.push(candidate);
    else byNumbers.set(candidate.numbers, [candidate]);
  }
  return (label) => {
    const said = shapeOf(label);
    return (byNumbers.get(said.numbers) ?? [])
      .flatMap((candidate) => {
        const typos = typosBetween(said, candidate);
        return typos === undefined ? [] : [{ candidate, typos }];
      })
      .sort((a, b) => a.typos - b.typos)
      .map(({ candidate }) => candidate);
  };
}

const maxLengthDifference = 6;
/** Below this a whole word lies one letter from another: note, node, not. */
const shortestWithTypo = 6;
const maxTypos = 2;

/** A label as it is compared with others. */
export interface Shape {
  readonly text: string;
  readonly length: number;
  /** Words, numbers and digests in order. */
  readonly tokens: readonly string[];
  readonly squashed: string;
  /** The numbers among the tokens: no typo explains another number. */
  readonly numbers: string;
}

export function shapeOf(label: string): Shape {
  const text = label.toLowerCase();
  const tokens = text
    .split(/[^\p{L}\p{N}]+/u)
    .flatMap((part) =>
      isDigest(part) ? [part] : (part.match(/\d+|\D+/g) ?? []),
    );
  return {
    text: label,
    length: text.length,
    tokens,
    squashed: tokens.join(""),
    numbers: tokens
      .filter((token) => /^\d/.test(token) && !isDigest(token))
      .join(" "),
  };
}

/** How many typos lie between two labels; undefined where it is more than typos. */
function typosBetween(a: Shape, b: Shape): number | undefined {
  if (
    a.numbers !== b.numbers ||
    Math.abs(a.length - b.length) > maxLengthDifference
  ) {
    return undefined;
  }
  if (a.squashed === b.squashed) {
    // "1" and "#1" are not one thing written in two ways.
    return /\p{L}/u.test(a.squashed) ? 0 : undefined;
  }
  if (
    a.tokens.length !== b.tokens.length ||
    Math.min(a.length, b.length) < shortestWithTypo
  ) {
    return undefined;
  }
  let typos = 0;
  for (const [index, x] of a.tokens.entries()) {
    const y = b.tokens[index] ?? "";
    const steps = typosIn(x, y);
    if (steps > allowed(Math.max(x.length, y.length))) return undefined;
    typos += steps;
  }
  return typos <= maxTypos ? typos : undefined;
}

function allowed(length: number): number {
  return length < 4 ? 0 : length < 9 ? 1 : 2;
}

function typosIn(a: string, b: string): number {
  if (a === b) return 0;
  if (isDigest(a) || isDigest(b)) {
    // Two abbreviations of one commit are alike, and nothing else is.
    return isDigest(a) && isDigest(b) && (a.startsWith(b) || b.startsWith(a))
      ? 0
      : Number.POSITIVE_INFINITY;
  }
  return isSwap(a, b) ? 1 : distance(a, b);
}

function isDigest(token: string): boolean {
  return /^(?=.*\d)(?=.*[a-f])[\da-f]{6,40}$/.test(token);
}

/** Whether two texts are the same, or the same but for two letters beside each other that have changed places. */
export function isSwap(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  const swapped = `${a.charAt(at + 1)}${a.charAt(at)}`;
  return a.slice(0, at) + swapped + a.slice(at + 2) === b;
}
