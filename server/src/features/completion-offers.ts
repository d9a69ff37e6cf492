import { around } from "../markdown/around.js";
import { labelKey } from "../markdown/label.js";
import { readNames } from "../markdown/label-places.js";
import { onceFor } from "../markdown/remember.js";
import { unusedKeys } from "../rules/used-keys.js";
import type { Target } from "../targets/target.js";
import { itemKey } from "../targets/target-key.js";
import { formatUrl } from "../targets/url.js";
import { candidatesFor } from "../workspace/candidates.js";
import type { Knowledge } from "../workspace/knowledge.js";
import { labelFor } from "../workspace/label-for.js";
import { isBare } from "../workspace/naming.js";
import type { Post } from "../workspace/post.js";
import type { CompletionPlace } from "./completion-place.js";
import type { FoundItem } from "./completion-search.js";
import type { Steps } from "./in-steps.js";
import { lettersTest } from "./letters.js";
import { nearestUses } from "./nearest-uses.js";
import { labelsAtOnce, type OwnLabel, placesOfLabels } from "./own-labels.js";

/** Something a label can name, before it becomes an item of the list. */
export interface Offer {
  readonly label: string;
  readonly destination: string;
  readonly target: Target;
  /** The label is new to this post: accepting it adds its definition. */
  readonly isNew: boolean;
  /** The label's `labelKey` and the target's `itemKey`, where they are known already. */
  readonly key?: string;
  readonly thing?: string;
  /** The typed words fit its number or title, or mean it, and not the label's letters. */
  readonly byMeaning?: boolean;
  /** A guess from the label's words that GitHub was not asked about. */
  readonly unverified?: boolean;
}

/** What the list takes. */
export interface Choice {
  /** `letterBits` of what is typed. */
  readonly bits: number;
  /** Whether one of the post's own labels may be meant that does not have the typed letters. */
  readonly byMeaning: boolean;
  /**
   * An offer as the list takes it, or undefined where it does not fit what is typed. `letters`: the label in lower case; `own`:
   * the label that the post defines.
   */
  choose(offer: Offer, letters: string, own?: OwnLabel): Offer | undefined;
}

/** All that the other posts and settings know and that is chosen, the best first; each made when it is asked for. */
export function* otherOffers(
  post: Post,
  { typed }: CompletionPlace,
  { choose }: Choice,
): Generator<Offer> {
  for (const offer of foreignOffers(post)) {
    const chosen = choose(offer, offer.label.toLowerCase());
    if (chosen) yield chosen;
  }
  for (const offer of repositoryOffers(post, typed)) {
    const chosen = choose(offer, offer.label.toLowerCase());
    if (chosen) yield chosen;
  }
}

/** What GitHub found, named as this team would. */
export function foundOffers(
  post: Post,
  typed: string,
  found: readonly FoundItem[],
): Offer[] {
  return found.map(({ target }) => ({
    ...offerOf(asTyped(post, typed, target), target),
    byMeaning: true,
  }));
}

/** What the typed label would mean if it ended here: numbers that no search has found, or none was asked for. */
export function unverifiedOffers(post: Post, typed: string): Offer[] {
  if (!/\d$/.test(typed)) return [];
  return candidatesFor(typed, post)
    .filter(({ target }) => "number" in target)
    .slice(0, 3)
    .map(({ target }) => ({
      ...offerOf(asTyped(post, typed, target), target),
      byMeaning: true,
      unverified: true,
    }));
}

/** One offer for each label, and for each thing on GitHub that this post has no label for yet. */
export function* withoutRepeats(offers: Iterable<Offer>): Generator<Offer> {
  const own = new Set<string>();
  const offered = new Set<string>();
  const things = new Set<string>();
  for (const offer of offers) {
    const { key = labelKey(offer.label), thing = itemKey(offer.target) } =
      offer;
    if (offer.isNew && (own.has(key) || things.has(thing))) continue;
    const labelAndThing = `${key}\n${thing}`;
    if (offered.has(labelAndThing)) continue;
    offered.add(labelAndThing);
    if (!offer.isNew) own.add(key);
    things.add(thing);
    yield offer;
  }
}

/**
 * The post's own labels that are chosen: those without use first, in the order of their definitions; then those whose use is
 * nearest. `most`: how many of these are put in order, if there are so many.
 */
export function* ownOffers(
  { document }: Post,
  labels: readonly OwnLabel[],
  { labelSpan }: CompletionPlace,
  choice: Choice,
  most: number,
): Steps<Offer[]> {
  const places = placesOfLabels(labels);
  yield;
  const chosen = new Array<Offer | undefined>(labels.length);
  const keys: string[] = [];
  for (let at = 0; at < labels.length; at += labelsAtOnce) {
    chooseAmong(labels, at, choice, { chosen, keys });
    yield;
  }
  const placeOf = (key: string) => places.get(key) ?? -1;
  const isChosen = (key: string) => chosen[placeOf(key)] !== undefined;

  // Of more it is enough to look at what is near.
  if (keys.length <= most) yield* readNames(document);
  const nearest = nearestUses(document, labelSpan, { keys, isChosen }, most);
  yield;
  // What is used here alone is not used elsewhere: the label under the cursor is being replaced.
  const here = around(document, labelSpan).references.find(
    (reference) => reference.labelSpan.start === labelSpan.start,
  );
  const unused = [...unusedKeys(document), ...(here ? [here.key] : [])]
    .filter((key) => isChosen(key) && !nearest.has(key))
    .sort((a, b) => placeOf(a) - placeOf(b));
  const used = [...nearest].sort(([, a], [, b]) => a - b);
  return [...unused, ...used.map(([key]) => key)].flatMap(
    (key) => chosen[placeOf(key)] ?? [],
  );
}

/** Looks at some of many thousands, at each key, and also before V8 has compiled this: so most are passed over at once. */
function chooseAmong(
  labels: readonly OwnLabel[],
  from: number,
  { bits, byMeaning, choose }: Choice,
  to: { readonly chosen: (Offer | undefined)[]; readonly keys: string[] },
): void {
  const end = Math.min(from + labelsAtOnce, labels.length);
  for (let index = from; index < end; index++) {
    const own = labels[index];
    if (!own || (!byMeaning && (own.bits & bits) !== bits)) continue;
    const offer = choose(own, own.letters, own);
    if (!offer) continue;
    to.chosen[index] = offer;
    to.keys.push(own.key);
  }
}

/** What less used definitions say is found by its label's first letters in a shorter list, or not missed. */
const mostForeign = 20_000;

function* foreignOffers({ knowledge }: Post): Generator<Offer> {
  let count = 0;
  for (const { label, destination, target } of knowledge.definitions()) {
    if (count++ === mostForeign) return;
    yield { label, destination, target, isNew: true };
  }
}

function* repositoryOffers(post: Post, typed: string): Generator<Offer> {
  const hasLetters = lettersTest(typed);
  for (const { host, owner, repo } of repositoriesIn(post.knowledge)) {
    if (hasLetters(`${owner}/${repo}`.toLowerCase()))
      yield offerOf(post, { kind: "repository", host, owner, repo });
  }
}

const repositoriesIn = onceFor((knowledge: Knowledge) =>
  knowledge.repositories(),
);

/** Who has typed the repository's name does not want it left out, even where bare numbers are usual. */
function asTyped(post: Post, typed: string, target: Target): Post {
  const { knowledge } = post;
  const isTyped =
    "repo" in target && typed.toLowerCase().includes(target.repo.toLowerCase());
  if (!isTyped) return post;
  return {
    ...post,
    knowledge: {
      ...knowledge,
      waysToName: (...asked) =>
        knowledge.waysToName(...asked).filter(({ style }) => !isBare(style)),
    },
  };
}

/** With the label this post has for the target, or would have. */
function offerOf(post: Post, target: Target): Offer {
  const label = labelFor(target, post);
  return {
    label,
    destination: formatUrl(target),
    target,
    isNew: !post.document.defined.has(labelKey(label)),
  };
}
