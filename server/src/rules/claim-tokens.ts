import type { Span } from "../markdown/span.js";
import type { ClaimKind } from "../workspace/settings.js";
import {
  adverbs,
  type ClaimPhrase,
  type ClaimTable,
  coordinators,
  fillers,
  followers,
  things,
} from "./claim-words.js";
import type { Mention, Token } from "./sentences.js";

/** What a sentence says of something it mentions. */
export interface Claim {
  readonly kind: ClaimKind;
  readonly mention: Mention;
  /** Of the words that say so. */
  readonly verbSpan: Span;
}

export type Tokens = readonly Token[];

export function isFiller({ text }: Token): boolean {
  return fillers.has(text) || /^#?\d/.test(text);
}

interface List {
  /** Indices of its references. */
  readonly references: readonly number[];
  /** Index of what follows. */
  readonly end: number;
}

/** `[[a]], the PR [[b]] and [[c]]` */
export function listAt(tokens: Tokens, first: number): List {
  const references = [first];
  for (let at = first + 1; ; ) {
    const next = skip(tokens, skip(tokens, at, isSeparator), isFiller);
    if (tokens[next]?.kind !== "reference") break;
    references.push(next);
    at = next + 1;
  }
  return { references, end: (references.at(-1) ?? first) + 1 };
}

export function isSeparator({ text }: Token): boolean {
  return /^(?:[,&+/]|and)$/.test(text);
}

/** Whether what ends here is a thing of its own and no part of a name, a possessive or a longer phrase. */
export function isFollowed(tokens: Tokens, end: number): boolean {
  const next = tokens[skip(tokens, end, ({ text }) => things.has(text))];
  if (next === undefined) return true;
  if (next.kind === "reference") return false;
  if (!next.spaced && (next.kind === "word" || /['’-]/.test(next.text)))
    return false;
  return (
    next.kind === "mark" ||
    followers.has(next.text) ||
    adverbs.has(next.text) ||
    /(?:ing|ly)$/.test(next.text)
  );
}

export function opensClause({ kind, text }: Token): boolean {
  return (kind === "mark" && /[,;:()–—-]/.test(text)) || coordinators.has(text);
}

export function phraseAt(
  tokens: Tokens,
  at: number,
  table: ClaimTable,
): ClaimPhrase | undefined {
  return table
    .get(tokens[at]?.text ?? "")
    ?.find(({ words }) =>
      words.every((word, index) => tokens[at + index]?.text === word),
    );
}

export function claimsOf(
  phrase: ClaimPhrase,
  tokens: Tokens,
  at: number,
  references: readonly number[],
  kind = phrase.kind,
): Claim[] {
  const first = tokens[at];
  const last = tokens[at + phrase.words.length - 1];
  if (!first || !last || first.quoted) return [];
  const verbSpan = { start: first.span.start, end: last.span.end };
  return references.flatMap((index) => {
    const { mention, quoted } = tokens[index] ?? {};
    return mention && !quoted ? [{ kind, mention, verbSpan }] : [];
  });
}

export function skip(
  tokens: Tokens,
  from: number,
  test: (token: Token) => boolean,
): number {
  let at = from;
  for (let token = tokens[at]; token && test(token); token = tokens[at]) at++;
  return at;
}

export function withoutLast(
  tokens: Tokens,
  test: (token: Token) => boolean,
): Tokens {
  const end = lastIndex(tokens, (token) => !test(token));
  return tokens.slice(0, end + 1);
}

export function lastIndex(
  tokens: Tokens,
  test: (token: Token) => boolean,
): number {
  return tokens.findLastIndex(test);
}
