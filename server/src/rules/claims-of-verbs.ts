import type { ClaimKind } from "../workspace/settings.js";
import {
  type Claim,
  claimsOf,
  isFiller,
  isFollowed,
  lastIndex,
  listAt,
  opensClause,
  phraseAt,
  skip,
  type Tokens,
  withoutLast,
} from "./claim-tokens.js";
import {
  adverbs,
  beingWords,
  type ClaimPhrase,
  type ClaimTable,
  contained,
  coordinators,
  doubts,
  isEvent,
  periods,
  prepositions,
  pronouns,
  relatives,
} from "./claim-words.js";
import type { Sentence, Token } from "./sentences.js";

/** `Merged [[a]] and [[b]]`, `We merged the parser in [[a]]`, `In review: [[a]]`, `Got [[a]] merged` */
export function claimsOfVerbs(sentence: Sentence, table: ClaimTable): Claim[] {
  const { tokens } = sentence;
  return tokens.flatMap(({ text }, at) => {
    if (text === "got") return claimsOfGot(tokens, at, table);
    const phrase = phraseAt(tokens, at, table);
    if (!phrase) return [];
    return titleClaims(sentence, at, phrase) ?? verbClaims(tokens, at, phrase);
  });
}

/**
 * What stands before its list as a title does: `Merged: [[a]]`, `PRs merged: [[a]]`, `Opened two issues: [[a]]`,
 * `[WIP] [[a]]`, `In review [[a]]`.
 */
function titleClaims(
  { tokens, opensBlock }: Sentence,
  at: number,
  phrase: ClaimPhrase,
): Claim[] | undefined {
  const after = at + phrase.words.length;
  const next = tokens[after]?.text ?? "";
  const boxed = /^[[(]$/.test(tokens[0]?.text ?? "") && /^[\])]$/.test(next);
  const before = tokens.slice(boxed ? 1 : 0, at);
  const leads = opensBlock && before.every(({ text }) => adverbs.has(text));
  if (leads && (boxed || titleMark.test(next)))
    return governed(tokens, at, phrase, after + 1);
  const mark = skip(
    tokens,
    after,
    (token) => isFiller(token) || periods.has(token.text),
  );
  if (titleMark.test(tokens[mark]?.text ?? "")) {
    const titled = opensBlock && before.every(isPartOfTitle);
    const governs =
      titled || (isEvent(phrase.kind) && mark > after && isActive(before));
    return governs ? listed(tokens, at, phrase, mark + 1) : [];
  }
  if (isEvent(phrase.kind)) return undefined;
  return leads && phrase.kind !== "open"
    ? governed(tokens, at, phrase, after)
    : [];
}

const titleMark = /^[:–—-]$/;

function isPartOfTitle(token: Token): boolean {
  return (
    isFiller(token) ||
    adverbs.has(token.text) ||
    /^(?:is|are|was|were)$/.test(token.text)
  );
}

function verbClaims(tokens: Tokens, at: number, phrase: ClaimPhrase): Claim[] {
  return isActive(tokens.slice(0, at))
    ? governed(tokens, at, phrase, at + phrase.words.length)
    : [];
}

/** `We got [[a]] merged`, `Got [[a]] reviewed and merged` */
function claimsOfGot(tokens: Tokens, at: number, table: ClaimTable): Claim[] {
  const object = isActive(tokens.slice(0, at))
    ? objectOf(tokens, at + 1)
    : undefined;
  if (object === undefined) return [];
  const { references, end } = listAt(tokens, object);
  const verb = tokens[end + 1]?.text === "and" ? end + 2 : end;
  const phrase = phraseAt(tokens, verb, table);
  return phrase &&
    isEvent(phrase.kind) &&
    isFollowed(tokens, verb + phrase.words.length)
    ? claimsOf(phrase, tokens, verb, references)
    : [];
}

/** Of the references that a phrase governs, from a token behind it on. */
function governed(
  tokens: Tokens,
  at: number,
  phrase: ClaimPhrase,
  from: number,
): Claim[] {
  const object = objectOf(tokens, from, phrase.kind);
  if (object === undefined) return [];
  const { references, end } = listAt(tokens, object);
  return claimsOf(
    phrase,
    tokens,
    at,
    isFollowed(tokens, end) ? references : references.slice(0, -1),
  );
}

/** The same where nothing but the list may follow. */
function listed(
  tokens: Tokens,
  at: number,
  phrase: ClaimPhrase,
  from: number,
): Claim[] {
  const first = skip(tokens, from, isFiller);
  if (tokens[first]?.kind !== "reference") return [];
  const { references, end } = listAt(tokens, first);
  return isFollowed(tokens, end)
    ? claimsOf(phrase, tokens, at, references)
    : [];
}

/** Whether a verb after these words has the author, or someone, for its subject. */
function isActive(before: Tokens): boolean {
  const clause = before.slice(lastIndex(before, opensClause) + 1);
  const subject = lastIndex(clause, ({ text }) => pronouns.has(text));
  const lead = clause.slice(0, Math.max(0, subject));
  const rest = clause.slice(Math.max(0, subject));
  return (
    lead.every(
      ({ kind, text }) =>
        kind === "word" && !doubts.has(text) && !relatives.has(text),
    ) &&
    rest.length <= 6 &&
    rest.every(
      ({ kind, text }, index) =>
        kind === "word" &&
        !doubts.has(text) &&
        !relatives.has(text) &&
        !prepositions.has(text) &&
        (!beingWords.has(text) || (/^ha(?:ve|s|d)$/.test(text) && index > 0)),
    ) &&
    !/^(?:an?|the|these|those|our|its)$/.test(rest.at(-1)?.text ?? "")
  );
}

/** Where the thing that a verb governs is mentioned, if the words between let it be that thing. */
function objectOf(
  tokens: Tokens,
  from: number,
  kind?: ClaimKind,
): number | undefined {
  const at = tokens.findIndex(
    (token, index) => index >= from && token.kind === "reference",
  );
  if (at === -1) return undefined;
  let between = tokens.slice(from, at);
  const parenthesis = between.at(-1)?.text === "(";
  if (parenthesis) between = between.slice(0, -1);
  if (between.length > 16 || between.some(isNoPartOfPhrase)) return undefined;
  if (between.every(isFiller)) return at;
  if (parenthesis)
    return between.some(({ text }) => text === "into" || text === "from")
      ? undefined
      : at;
  const trimmed = withoutLast(between, isFiller);
  const last = trimmed.at(-1)?.text ?? "";
  if (kind === "merged" && /^(?:in|via|through|as)$/.test(last))
    return isWhole(trimmed.slice(0, -1)) ? at : undefined;
  return isNounPhrase(between) ? at : undefined;
}

/** What is not in a phrase that a verb governs. */
function isNoPartOfPhrase({ kind, text, quoted }: Token): boolean {
  return (
    kind !== "word" ||
    quoted ||
    doubts.has(text) ||
    relatives.has(text) ||
    beingWords.has(text) ||
    coordinators.has(text)
  );
}

/** `support for tags`, not `the bug found`, of `… in [[a]]`. */
function isWhole(phrase: Tokens): boolean {
  const last = phrase.at(-1)?.text ?? "";
  return (
    phrase.length > 0 &&
    !contained.has(last) &&
    !isParticiple(last) &&
    phrase.every(
      ({ text }) =>
        !prepositions.has(text) || /^(?:of|for|to|with)$/.test(text),
    )
  );
}

/** `the more granular error handling mechanism`, to which the reference is an apposition. */
function isNounPhrase(phrase: Tokens): boolean {
  const last = phrase.at(-1)?.text ?? "";
  return (
    !prepositions.has(last) &&
    !isParticiple(last) &&
    !/ing$/.test(last) &&
    phrase.every(({ text }) => !prepositions.has(text) || text === "of")
  );
}

function isParticiple(text: string): boolean {
  return /ed$|^(?:found|seen|shown|made|begun|written|given|left|done)$/.test(
    text,
  );
}
