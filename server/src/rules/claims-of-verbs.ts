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
  type Tokens,
  withoutLast,
} from "./claim-tokens.js";
import {
  adverbs,
  beingWords,
  type ClaimTable,
  contained,
  coordinators,
  doubts,
  isEvent,
  prepositions,
  pronouns,
  relatives,
} from "./claim-words.js";
import type { Sentence, Token } from "./sentences.js";

/** `Merged [[a]] and [[b]]`, `We merged the parser in [[a]]`, `In review: [[a]]` */
export function claimsOfVerbs(
  { tokens, opensBlock }: Sentence,
  table: ClaimTable,
): Claim[] {
  return tokens.flatMap((_, at) => {
    const phrase = phraseAt(tokens, at, table);
    if (!phrase) return [];
    const before = tokens.slice(0, at);
    const leads = opensBlock && before.every(({ text }) => adverbs.has(text));
    const colon = /^[:–—-]$/.test(tokens[at + phrase.words.length]?.text ?? "");
    const governs = isEvent(phrase.kind)
      ? isActive(before)
      : leads && (colon || phrase.kind !== "open");
    if (!governs) return [];
    const from = at + phrase.words.length + (leads && colon ? 1 : 0);
    const object = objectOf(tokens, from, phrase.kind);
    if (object === undefined) return [];
    const list = listAt(tokens, object);
    const governed = isFollowed(tokens, list.end)
      ? list.references
      : list.references.slice(0, -1);
    return claimsOf(phrase, tokens, at, governed);
  });
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
  kind: ClaimKind,
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
