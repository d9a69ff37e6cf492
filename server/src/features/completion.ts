import type {
  CompletionItem,
  CompletionList,
  Position,
} from "vscode-languageserver-types";
import { labelKey } from "../markdown/label.js";
import type { Cancellation } from "../targets/github-port.js";
import type { Status } from "../targets/status.js";
import { itemKey } from "../targets/target-key.js";
import { parseUrl } from "../targets/url.js";
import { cardData } from "./card-data.js";
import { completionEdits, editDefaults } from "./completion-edit.js";
import {
  cachedStatus,
  completionItem,
  detailOf,
  knownTitle,
} from "./completion-item.js";
import {
  type Choice,
  foundOffers,
  type Offer,
  otherOffers,
  ownOffers,
  unverifiedOffers,
  withoutRepeats,
} from "./completion-offers.js";
import { type CompletionPlace, completionPlaceAt } from "./completion-place.js";
import {
  answersQuery,
  hasWords,
  type ItemQuery,
  itemQuery,
} from "./completion-query.js";
import { searchItems } from "./completion-search.js";
import type { FeatureContext } from "./context.js";
import { cardOf } from "./hover.js";
import { inSteps, type Steps } from "./in-steps.js";
import { letterBits, lettersIn, lettersTest } from "./letters.js";
import { type OwnLabel, ownLabels, titlesOf } from "./own-labels.js";

/** The characters after which an editor asks without being told to. */
export const completionTriggers: readonly string[] = ["[", "#", "-"];

/** More than anyone reads; what is left out comes with the next character. */
const mostItems = 100;
/** How many of them are kept for what GitHub finds, if it finds so many. */
const mostFound = 50;

export async function completion(
  context: FeatureContext,
  position: Position,
  signal: Cancellation,
): Promise<CompletionList | undefined> {
  const { post } = context;
  const { document } = post;
  const place = completionPlaceAt(document, document.lines.offsetAt(position));
  if (!place) return undefined;
  const typed = place.typed.trim();
  const query = itemQuery(typed, post.knowledge);
  const wanted = wantedOffers(context, place, typed, query);
  const local = await inSteps(wanted, context, signal);
  if (!local) return undefined;
  const unverified = unverifiedOffers(post, typed);
  const found = query
    ? await searchItems(
        context,
        query,
        local.length + unverified.length > 0,
        signal,
      )
    : [];

  const offers = [
    ...local.slice(0, mostItems - Math.min(found.length, mostFound)),
    ...foundOffers(post, typed, found),
    ...unverified,
  ];
  const statuses = new Map(
    found.map(({ target, status }) => [itemKey(target), status]),
  );
  const listed = listedItems(context, place, typed, offers, statuses);
  const items = await inSteps(listed, context, signal);
  if (!items) return undefined;
  return {
    ...editDefaults(context, place),
    items,
    isIncomplete: query !== undefined || local.length > mostItems,
  };
}

/** So many items are made in one step. */
const itemsAtOnce = 16;

function* listedItems(
  context: FeatureContext,
  place: CompletionPlace,
  typed: string,
  offers: readonly Offer[],
  statuses: ReadonlyMap<string, Status>,
): Steps<CompletionItem[]> {
  const { document } = context.post;
  const editsOf = completionEdits(context, place);
  const items: CompletionItem[] = [];
  for (const offer of withoutRepeats(offers)) {
    if (items.length === mostItems) break;
    if (!place.accepts(offer.label)) continue;
    if (offer.isNew && document.latent.has(labelKey(offer.label))) continue;
    if (isOfferedByEditor(context, place, offer)) continue;
    const status =
      statuses.get(itemKey(offer.target)) ??
      cachedStatus(context, offer.target);
    items.push(
      completionItem(context, editsOf, typed, offer, status, items.length),
    );
    if (items.length % itemsAtOnce === 0) yield;
  }
  return items;
}

/** Adds the card, and what else the list left out, to an item that this server made. */
export async function resolveCompletion(
  context: FeatureContext,
  item: CompletionItem,
  signal: Cancellation,
): Promise<CompletionItem> {
  const destination = cardData(item)?.destination;
  if (destination === undefined) return item;
  const target = parseUrl(destination, context.post.settings.github.hosts);
  const value = await cardOf(context, target, signal);
  return {
    ...item,
    ...(context.client.lazyDetails && {
      detail: detailOf(target, cachedStatus(context, target)),
    }),
    documentation: { kind: "markdown", value },
  };
}

/** What the posts know that fits what is typed: by the label's letters, by number or by words of the title. */
function* wantedOffers(
  context: FeatureContext,
  place: CompletionPlace,
  typed: string,
  query: ItemQuery | undefined,
): Steps<Offer[]> {
  const hasLetters = lettersTest(typed);
  const { post } = context;
  const labels = yield* ownLabels(
    post.document.chunks.definitions,
    post.settings.github.hosts,
  );
  const titles =
    query || typed.length >= fewestForWords
      ? yield* titlesOf(labels, context)
      : undefined;
  const isMeant = (offer: Offer, own: OwnLabel | undefined) => {
    const title = () =>
      own ? titles?.get(own.key) : knownTitle(context, offer.target);
    return query
      ? answersQuery(query, offer.target, title)
      : hasWords(title(), typed);
  };
  const byMeaning = query !== undefined || (titles?.size ?? 0) > 0;
  const choice: Choice = {
    bits: letterBits(lettersIn(typed)),
    byMeaning,
    choose(offer, letters, own) {
      if (hasLetters(letters, own?.bits)) return offer;
      if (!(query || (own && byMeaning)) || !isMeant(offer, own))
        return undefined;
      const { label, destination, target, isNew } = offer;
      return { label, destination, target, isNew, byMeaning: true };
    },
  };
  // One more than are shown: that tells that the list is incomplete.
  const most = mostItems + 1;
  const own = yield* ownOffers(post, labels, place, choice, most);
  const offers: Offer[] = [];
  for (const offer of withoutRepeats(
    inTurn(own, otherOffers(post, place, choice)),
  )) {
    offers.push(offer);
    if (offers.length === most) break;
  }
  return offers;
}

/**
 * No generator within another function: each would have a shape of its own, which V8 keeps, with all that is seen from there,
 * until it collects everything.
 */
function* inTurn(...all: readonly Iterable<Offer>[]): Generator<Offer> {
  for (const offers of all) yield* offers;
}

/** Letters of which one says a word of a title, where no repository is named. */
const fewestForWords = 3;

/** VS Code's own Markdown support completes the labels that the post defines, except after `[[`. */
function isOfferedByEditor(
  { client, post }: FeatureContext,
  place: CompletionPlace,
  { isNew, byMeaning }: Offer,
): boolean {
  return (
    client.editorMarkdown === true &&
    post.document.syntax !== "mdx" &&
    !place.bracketed &&
    !isNew &&
    !byMeaning
  );
}
