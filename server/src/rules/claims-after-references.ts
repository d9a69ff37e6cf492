import type { ClaimKind } from "../workspace/settings.js";
import {
  type Claim,
  claimsOf,
  isFiller,
  isFollowed,
  isSeparator,
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
  conditions,
  doubts,
  periods,
  prepositions,
  relatives,
  things,
} from "./claim-words.js";
import type { Sentence } from "./sentences.js";

/** `[[a]] was merged`, `[[a]] and [[b]] are in review`, `[[a]]: merged`, `[[a]] (merged)` */
export function claimsAfterReferences(
  { tokens, opensBlock }: Sentence,
  table: ClaimTable,
): Claim[] {
  return tokens.flatMap(({ kind }, at) => {
    if (kind !== "reference" || continuesList(tokens, at)) return [];
    const list = listAt(tokens, at);
    const before = tokens.slice(0, at);
    const opens = opensBlock && before.every(isFiller);
    const said =
      (isSubject(before) && auxiliaryClaim(tokens, list.end, table)) ||
      (opens && plainClaim(tokens, list.end, table));
    if (said) {
      const { phrase, singular, kind } = said;
      // `We fixed [[a]] and [[b]] is in review`
      const subjects = singular ? list.references.slice(-1) : list.references;
      return claimsOf(phrase, tokens, said.at, subjects, kind);
    }
    const inside = before.at(-1)?.text === "(";
    const aside =
      asideClaim(tokens, list.end, table, inside) ??
      (opens ? endClaim(tokens, list.end, table) : undefined);
    return aside
      ? claimsOf(aside.phrase, tokens, aside.at, list.references.slice(-1))
      : [];
  });
}

interface Said {
  readonly phrase: ClaimPhrase;
  readonly at: number;
  /** Said of one thing alone. */
  readonly singular?: boolean;
  /** Where it is another one than the phrase's. */
  readonly kind?: ClaimKind;
}

/** Whether references after these words are what the clause is about, and what it says is said to be so. */
function isSubject(before: Tokens): boolean {
  const clause = withoutLead(before.slice(lastIndex(before, opensClause) + 1));
  return (
    before.every(({ text }) => !doubts.has(text)) &&
    clause.length <= 8 &&
    clause.every(
      ({ kind, text }) =>
        kind === "word" &&
        !prepositions.has(text) &&
        !relatives.has(text) &&
        !beingWords.has(text),
    )
  );
}

/** Without `in the past week` or `while` at its beginning. */
function withoutLead(clause: Tokens): Tokens {
  if (clause[0]?.text === "while") return clause.slice(1);
  if (!/^(?:in|on|over|during)$/.test(clause[0]?.text ?? "")) return clause;
  const end = clause.slice(0, 5).findIndex(({ text }) => periods.has(text));
  return clause.slice(end + 1);
}

const auxiliary =
  /^(?:is|are|was|were|got|remains?|stays?|(?:has|have|had)(?: been)?)$/;

function auxiliaryClaim(
  tokens: Tokens,
  end: number,
  table: ClaimTable,
): Said | undefined {
  let at = skip(tokens, end, ({ text }) => things.has(text));
  const first = tokens[at]?.text ?? "";
  if (!auxiliary.test(first)) return undefined;
  at = skip(tokens, at + 1, ({ text }) => adverbs.has(text));
  if (tokens[at]?.text === "been" && auxiliary.test(`${first} been`))
    at = skip(tokens, at + 1, ({ text }) => adverbs.has(text));
  const phrase = phraseAt(tokens, at, table);
  const after = at + (phrase?.words.length ?? 0);
  if (!phrase || !isFollowed(tokens, after) || isConditional(tokens, after))
    return undefined;
  const present = /^(?:is|are|remains?|stays?)$/.test(first);
  return {
    phrase,
    at,
    singular: !/^(?:are|were|have)$/.test(first),
    ...(present && phrase.kind === "opened" && { kind: "open" as const }),
  };
}

/** At the beginning of an item: `[[a]] merged`, `[[a]] - in review` */
function plainClaim(
  tokens: Tokens,
  end: number,
  table: ClaimTable,
): Said | undefined {
  const mark = /^[:–—-]$/.test(tokens[end]?.text ?? "");
  const at = skip(tokens, end + (mark ? 1 : 0), ({ text }) =>
    adverbs.has(text),
  );
  const phrase = phraseAt(tokens, at, table);
  if (!phrase || (phrase.kind === "open" && !mark)) return undefined;
  return isFollowed(tokens, at + phrase.words.length)
    ? { phrase, at }
    : undefined;
}

/** `[[a]], merged.`, and nothing else. */
function endClaim(
  tokens: Tokens,
  end: number,
  table: ClaimTable,
): Said | undefined {
  const at = skip(tokens, end + 1, ({ text }) => adverbs.has(text));
  const phrase = phraseAt(tokens, at, table);
  const after = tokens[at + (phrase?.words.length ?? 0)]?.text ?? ".";
  return phrase && tokens[end]?.text === "," && /^[.!;]$/.test(after)
    ? { phrase, at }
    : undefined;
}

/** `[[a]] (merged)`, `([[a]]) – merged`, and inside of parentheses `([[a]] - merged)`, `([[a]], merged)` */
function asideClaim(
  tokens: Tokens,
  behind: number,
  table: ClaimTable,
  inside: boolean,
): Said | undefined {
  const end = behind + (inside && tokens[behind]?.text === ")" ? 1 : 0);
  const opening = tokens[end];
  const opens =
    opening?.spaced === true
      ? /^[(–—-]$/.test(opening.text)
      : inside && /^[,:]$/.test(opening?.text ?? "");
  if (!opening || !opens) return undefined;
  const at = skip(tokens, end + 1, ({ text }) => adverbs.has(text));
  const phrase = phraseAt(tokens, at, table);
  const after = phrase && tokens[at + phrase.words.length];
  const closes = opening.text === "(" ? /^[),]$/ : /^[),.;!]$/;
  return phrase &&
    (after === undefined ? opening.text !== "(" : closes.test(after.text))
    ? { phrase, at }
    : undefined;
}

function continuesList(tokens: Tokens, at: number): boolean {
  const before = withoutLast(
    withoutLast(tokens.slice(0, at), isFiller),
    isSeparator,
  );
  return before.at(-1)?.kind === "reference";
}

function isConditional(tokens: Tokens, from: number): boolean {
  const rest = tokens.slice(from);
  const end = rest.findIndex(opensClause);
  return rest
    .slice(0, end === -1 ? rest.length : end)
    .some(({ text }) => conditions.has(text));
}
