import type { Target } from "../targets/target.js";
import { itemKey } from "../targets/target-key.js";
import { formatUrl, parseUrl } from "../targets/url.js";
import type { Candidate } from "./candidates.js";
import type { Passage } from "./passages.js";
import type { Post } from "./post.js";
import { type Surroundings, surroundingsOf } from "./surroundings.js";
import { wordsIn } from "./words.js";

/** More than these are no help. */
const most = 5;
/** Nor are those that have far less in common with the label than the best. */
const leastShare = 0.35;

/**
 * What this post and its team's others named in the words of a label, of the reference's text and of the sentence around
 * it, the likeliest first: `[peer-sharing]` is likely what a sentence on peer sharing named before.
 */
export function guessesFor(label: string, post: Post): Candidate[] {
  const passages = post.knowledge.passages();
  const wanted = wantedWords(label, surroundingsOf(label, post.document));
  const rarity = rarityIn(passages);
  // What every fifth passage says is no trace, unless there are few.
  const least = Math.min(Math.log(5), rarityOf(3, passages.length));
  const isDefined = definedItems(post);
  const found = new Map<string, Guess>();
  for (const passage of passages) {
    const { score, words } = agreement(wanted, passage, rarity, least);
    if (words.length === 0) continue;
    for (const target of passage.targets) {
      if (!("repo" in target)) continue;
      const key = itemKey(target);
      // What has a label in this post is seldom meant by a second one.
      const likelihood = isDefined.has(key) ? score / 4 : score;
      if ((found.get(key)?.likelihood ?? 0) < likelihood)
        found.set(key, { target, likelihood, words });
    }
  }
  const ordered = [...found.values()].sort(
    (a, b) => b.likelihood - a.likelihood,
  );
  const best = ordered[0]?.likelihood ?? 0;
  return ordered
    .filter(({ likelihood }) => likelihood > best * leastShare)
    .slice(0, most)
    .map(({ target, words }) => ({
      target,
      destination: formatUrl(target),
      certain: false,
      by: "words",
      reason: `as posts name it beside ${words.map((word) => `“${word}”`).join(", ")}`,
    }));
}

interface Guess {
  readonly target: Target;
  readonly likelihood: number;
  readonly words: readonly string[];
}

interface Wanted {
  readonly stem: string;
  /** As it is written. */
  readonly word: string;
  readonly weight: number;
}

/** What the words of the label and of the reference's text weigh beside those around it; without any there is no guess. */
const weightOfName = 3;

function wantedWords(
  label: string,
  { texts, passages, headings }: Surroundings,
): readonly Wanted[] {
  const wanted = new Map<string, Wanted>();
  const add = (texts: readonly string[], weight: number) => {
    for (const [stem, word] of texts.flatMap((text) => [...wordsIn(text)]))
      if (!wanted.has(stem)) wanted.set(stem, { stem, word, weight });
  };
  add([label, ...texts], weightOfName);
  add(passages, 1);
  add(headings, 0.5);
  return [...wanted.values()];
}

/** How far a passage has the words that are wanted, and which of the name's it has. */
function agreement(
  wanted: readonly Wanted[],
  { words, heading }: Passage,
  rarity: (stem: string) => number,
  least: number,
): { readonly score: number; readonly words: readonly string[] } {
  let score = 0;
  const named: string[] = [];
  for (const { stem, word, weight } of wanted) {
    const share = words.has(stem) ? 1 : heading.has(stem) ? 0.5 : 0;
    if (share === 0) continue;
    score += share * weight * rarity(stem);
    if (weight === weightOfName && rarity(stem) >= least) named.push(word);
  }
  return { score, words: named };
}

function rarityIn(passages: readonly Passage[]): (stem: string) => number {
  const having = new Map<string, number>();
  for (const { words } of passages)
    for (const stem of words) having.set(stem, (having.get(stem) ?? 0) + 1);
  return (stem) => rarityOf(having.get(stem) ?? 0, passages.length);
}

/** How much it says to have a word: the logarithm of how few of the passages have it. */
function rarityOf(having: number, all: number): number {
  return Math.log((all + 1) / (having + 0.5));
}

function definedItems({ document, settings }: Post): ReadonlySet<string> {
  return new Set(
    [...document.defined.values()].map(({ destination }) =>
      itemKey(parseUrl(destination, settings.github.hosts)),
    ),
  );
}
