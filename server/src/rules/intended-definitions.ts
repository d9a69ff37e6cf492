import type { Document } from "../markdown/document.js";
import { looksLikeReference } from "../targets/reference-shape.js";
import type { DefinitionAttempt } from "./definition-attempt.js";

/** `[Note]:` and `[Demo]: https://…` may also be meant as text: something must speak for a definition. */
export function isIntended(
  document: Document,
  attempt: DefinitionAttempt,
  usedKeys: ReadonlySet<string>,
): boolean {
  if (attempt.kind === "takes-next-line" || attempt.kind === "vanished")
    return true;
  if (attempt.kind === "bracket-missing") return true;
  // `[cicero] https://…` may be a sentence: another use of the label must be without a definition.
  if (attempt.kind === "colon")
    return attempt.used && !document.defined.has(attempt.key);
  const hasVictims = attempt.victims.length > 0;
  if (attempt.kind === "empty") {
    if (hasVictims || isBesideDefinition(document, attempt)) return true;
    return attempt.used && standsAlone(document, attempt);
  }
  return (
    attempt.used ||
    attempt.victims.some(({ key }) => usedKeys.has(key)) ||
    isBesideDefinition(document, attempt) ||
    namesItsUrl(attempt)
  );
}

/** `[pull-12]: https://…` and `[cardano-node]: https://github.com/…/cardano-node`: no remark in brackets. */
function namesItsUrl({ label, rest }: DefinitionAttempt): boolean {
  const repo = /^<?https?:\/\/[^/\s]+\/[^/\s]+\/([^/#?>\s]+)/.exec(rest)?.[1];
  return looksLikeReference(label, (name) => name === repo);
}

function isBesideDefinition(
  { definitions, lines }: Document,
  { span }: DefinitionAttempt,
): boolean {
  const row = lines.positionAt(span.start).line;
  return definitions.some(
    (definition) =>
      lines.positionAt(definition.span.end).line === row - 1 ||
      lines.positionAt(definition.span.start).line === row + 1,
  );
}

function standsAlone(document: Document, { span }: DefinitionAttempt): boolean {
  const { lines } = document;
  const row = lines.positionAt(span.start).line;
  return [row - 1, row + 1].every((index) => {
    if (index < 0 || index >= lines.count) return true;
    const { start, end } = lines.line(index);
    return document.slice(start, end).trim() === "";
  });
}
