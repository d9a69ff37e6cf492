import type { Document } from "../markdown/document.js";
import type { Claim } from "./claim-tokens.js";
import type { ClaimTable } from "./claim-words.js";
import { claimsAfterReferences } from "./claims-after-references.js";
import { claimsOfVerbs } from "./claims-of-verbs.js";
import { sentencesWithMentions } from "./sentences.js";

export type { Claim } from "./claim-tokens.js";

/**
 * The claims of a text, in the order of what they are about. Only what is said plainly is taken: a verb and what it
 * governs in the same clause, without a doubt, a plan or a condition.
 */
export function readClaims(document: Document, table: ClaimTable): Claim[] {
  const claims = sentencesWithMentions(document)
    .filter(({ question }) => !question)
    .flatMap((sentence) => [
      ...claimsOfVerbs(sentence, table),
      ...claimsAfterReferences(sentence, table),
    ]);
  const once = new Map(
    claims.map((claim) => [`${claim.kind} ${claim.mention.span.start}`, claim]),
  );
  return [...once.values()].sort(
    (a, b) =>
      a.mention.span.start - b.mention.span.start ||
      a.verbSpan.start - b.verbSpan.start,
  );
}
