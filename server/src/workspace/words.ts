/**
 * The words of some Markdown that say something, as they are written in lower case, by their stems. Addresses, and labels
 * with a number, are no words.
 */
export function wordsIn(markdown: string): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  const prose = markdown.replace(noWords, " ").toLowerCase();
  for (const [word] of prose.matchAll(/\p{L}[\p{L}\p{M}\p{N}]{2,}/gu)) {
    if (!common.has(word)) words.set(stemOf(word), word);
  }
  return words;
}

/** Destinations, addresses, the labels of full references, and labels with a number. */
const noWords =
  /\]\([^()\s]*\)|https?:\/\/[^\s<>]+|\]\[[^\][]*\]|\[[^\][]*\d{2}[^\][]*\]/gi;

/** `demotions` and `demote`, `logs` and `logged` are of one stem: an ending is taken off where enough is left. */
function stemOf(word: string): string {
  return word
    .replace(ending, "$1")
    .replace(/^(.{3,})s$/u, "$1")
    .replace(/(\p{L})\1$/u, "$1");
}

const ending = /^(.{4,}?)(?:ations?|ions?|ments?|ings?|ies|ers?|ed|es|[sye])$/u;

/** What nearly every sentence of a report has. Words that all posts of a team have weigh little anyway. */
const common: ReadonlySet<string> = new Set(
  `the and for with from this that these those was were are has had have been will can could should would not but all any
  its our their they you which when where who how into onto over under about after before more most some such than then
  there also now new one two first see via per out off use used using work working works worked make made pull pulls
  request requests issue issues`.split(/\s+/),
);
