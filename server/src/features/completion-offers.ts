import { definitionsIn } from "../markdown/definition-index.js";
import type { Document } from "../markdown/document.js";
import { eachReference } from "../markdown/each-reference.js";
import { labelKey } from "../markdown/label.js";
import type { Span } from "../markdown/span.js";
import type { Target } from "../targets/target.js";
import { itemKey } from "../targets/target-key.js";
import { formatUrl, parseUrl } from "../targets/url.js";
import { candidatesFor } from "../workspace/candidates.js";
import { labelFor } from "../workspace/label-for.js";
import { isBare } from "../workspace/naming.js";
import type { Post } from "../workspace/post.js";
import type { CompletionPlace } from "./completion-place.js";
import type { FoundItem } from "./completion-search.js";

/** Something a label can name, before it becomes an item of the list. */
export interface Offer {
  readonly label: string;
  readonly destination: string;
  readonly target: Target;
  /** The label is new to this post: accepting it adds its definition. */
  readonly isNew: boolean;
  /** The typed words fit its number or title, or mean it, and not the label's letters. */
  readonly byMeaning?: boolean;
  /** A guess from the label's words that GitHub was not asked about. */
  readonly unverified?: boolean;
}

/** An offer as the list takes it, or undefined where it does not fit what is typed. */
export type Choose = (offer: Offer) => Offer | undefined;

/** All that the posts and settings know and that is chosen, the best first; each made when it is asked for. */
export function* localOffers(
  post: Post,
  place: CompletionPlace,
  choose: Choose,
): Generator<Offer> {
  yield* ownOffers(post, place, choose);
  for (const offer of foreignOffers(post)) {
    const chosen = choose(offer);
    if (chosen) yield chosen;
  }
  for (const offer of repositoryOffers(post, place.typed)) {
    const chosen = choose(offer);
    if (chosen) yield chosen;
  }
}

/** Whether all characters of `typed` stand in `text` in that order, as editors filter. */
export function hasLettersOf(typed: string, text: string): boolean {
  const characters = text.toLowerCase();
  let at = 0;
  for (const character of typed.toLowerCase().replace(/\s/g, "")) {
    at = characters.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
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
    const key = labelKey(offer.label);
    const thing = itemKey(offer.target);
    if (offer.isNew && (own.has(key) || things.has(thing))) continue;
    const labelAndThing = `${key}\n${thing}`;
    if (offered.has(labelAndThing)) continue;
    offered.add(labelAndThing);
    if (!offer.isNew) own.add(key);
    things.add(thing);
    yield offer;
  }
}

/** The labels without use first, in the order of their definitions; then those whose use is nearest. */
function ownOffers(
  { document, settings }: Post,
  { labelSpan }: CompletionPlace,
  choose: Choose,
): Offer[] {
  const chosen: { readonly key: string; readonly offer: Offer }[] = [];
  for (const { key, label, destination } of definitionsIn(
    document.chunks.definitions,
  )) {
    const offer = choose({
      label: label.trim().replace(/\s+/g, " "),
      destination,
      // Most are left out for their letters before anybody asks.
      get target() {
        return parseUrl(destination, settings.github.hosts);
      },
      isNew: false,
    });
    if (offer) chosen.push({ key, offer });
  }
  const distances = distancesOf(
    new Set(chosen.map(({ key }) => key)),
    document,
    labelSpan,
  );
  return chosen
    .map((one) => ({ ...one, distance: distances.get(one.key) ?? -1 }))
    .sort((a, b) => a.distance - b.distance)
    .map(({ offer }) => offer);
}

/** How far the nearest use of each label is from the one that is being written. */
function distancesOf(
  keys: ReadonlySet<string>,
  document: Document,
  labelSpan: Span,
): ReadonlyMap<string, number> {
  const distances = new Map<string, number>();
  eachReference(document, ({ key, labelSpan: used }, by) => {
    // The label under the cursor is being replaced.
    if (!keys.has(key) || used.start + by === labelSpan.start) return;
    const distance = Math.max(
      used.start + by - labelSpan.end,
      labelSpan.start - used.end - by,
    );
    const before = distances.get(key);
    if (before === undefined || distance < before) distances.set(key, distance);
  });
  return distances;
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
  for (const { host, owner, repo } of post.knowledge.repositories()) {
    if (hasLettersOf(typed, `${owner}/${repo}`))
      yield offerOf(post, { kind: "repository", host, owner, repo });
  }
}

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
