import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type Position,
} from "vscode-languageserver-types";
import type { Document } from "../markdown/document.js";
import { labelKey } from "../markdown/label.js";
import { type Cancellation, isFailure } from "../targets/github-port.js";
import type { Status } from "../targets/status.js";
import type { Target } from "../targets/target.js";
import { itemKey } from "../targets/target-key.js";
import { parseUrl } from "../targets/url.js";
import { completionEdits } from "./completion-edit.js";
import {
  foundOffers,
  hasLettersOf,
  localOffers,
  type Offer,
  unverifiedOffers,
  withoutRepeats,
} from "./completion-items.js";
import { type CompletionPlace, completionPlaceAt } from "./completion-place.js";
import {
  answersQuery,
  hasWords,
  type ItemQuery,
  itemQuery,
} from "./completion-query.js";
import { searchItems } from "./completion-search.js";
import type { FeatureContext } from "./context.js";
import { plainLine } from "./escape.js";
import { cardOf } from "./hover.js";
import { stateName } from "./state-name.js";
import { targetName } from "./target-name.js";

/** The characters after which an editor asks without being told to. */
export const completionTriggers: readonly string[] = ["[", "#", "-"];

/** More than anyone reads; what is left out comes with the next character. */
const mostItems = 100;

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
  const local = wantedOffers(context, place, typed, query);
  const unverified = unverifiedOffers(post, typed);
  const found = query
    ? await searchItems(
        context,
        query,
        local.length + unverified.length > 0,
        signal,
      )
    : [];

  const offers = [...local, ...foundOffers(post, found), ...unverified];
  const broken = latentKeys(document);
  const statuses = new Map(
    found.map(({ target, status }) => [itemKey(target), status]),
  );
  const items: CompletionItem[] = [];
  for (const offer of withoutRepeats(offers)) {
    if (items.length === mostItems) return { items, isIncomplete: true };
    if (!place.accepts(offer.label)) continue;
    if (offer.isNew && broken.has(labelKey(offer.label))) continue;
    const status =
      statuses.get(itemKey(offer.target)) ??
      cachedStatus(context, offer.target);
    items.push(itemOf(context, place, typed, offer, status, items.length));
  }
  return { items, isIncomplete: query !== undefined };
}

/** Adds the card to an item that this server made. */
export async function resolveCompletion(
  context: FeatureContext,
  item: CompletionItem,
  signal: Cancellation,
): Promise<CompletionItem> {
  const destination = completionData(item)?.destination;
  if (destination === undefined) return item;
  const target = parseUrl(destination, context.post.settings.github.hosts);
  const value = await cardOf(context, target, signal);
  return { ...item, documentation: { kind: "markdown", value } };
}

/** What an item carries for `completionItem/resolve`. */
export interface CompletionData {
  readonly uri: string;
  readonly destination: string;
}

export function completionData({
  data,
}: CompletionItem): CompletionData | undefined {
  if (typeof data !== "object" || data === null) return undefined;
  const { uri, destination }: Partial<Record<string, unknown>> = data;
  return typeof uri === "string" && typeof destination === "string"
    ? { uri, destination }
    : undefined;
}

/** What the posts know that fits what is typed: by the label's letters, by number or by words of the title. */
function wantedOffers(
  context: FeatureContext,
  place: CompletionPlace,
  typed: string,
  query: ItemQuery | undefined,
): Offer[] {
  function* wanted() {
    for (const offer of localOffers(context.post, place)) {
      if (hasLettersOf(typed, offer.label)) yield offer;
      else if (isMeant(context, typed, query, offer))
        yield { ...offer, byMeaning: true };
    }
  }
  const offers: Offer[] = [];
  for (const offer of withoutRepeats(wanted())) {
    offers.push(offer);
    // One more than are shown: that tells that the list is incomplete.
    if (offers.length > mostItems) break;
  }
  return offers;
}

function isMeant(
  context: FeatureContext,
  typed: string,
  query: ItemQuery | undefined,
  { target, isNew }: Offer,
): boolean {
  const title = () => {
    const status = cachedStatus(context, target);
    return status && titleOf(status);
  };
  if (query) return answersQuery(query, target, title);
  return !isNew && typed.length >= 3 && hasWords(title(), typed);
}

/** The labels that no definition may be added for: a link's text would become a link. */
function latentKeys({ links, references }: Document): ReadonlySet<string> {
  return new Set(
    [...links, ...references].flatMap(({ latentLabels }) => latentLabels),
  );
}

function itemOf(
  context: FeatureContext,
  place: CompletionPlace,
  typed: string,
  offer: Offer,
  status: Status | undefined,
  rank: number,
): CompletionItem {
  const { label, destination, target, unverified } = offer;
  const title = status && titleOf(status);
  const state = status && stateName(status).words;
  const author = status && "author" in status ? status.author : undefined;
  const about = unverified
    ? "not looked up"
    : [state, author && plainLine(author, 40)].filter(Boolean).join(" · ");
  const name = plainLine(targetName(target), 80);
  return {
    label,
    kind: kindOf(target),
    labelDetails: {
      ...(title && { detail: ` ${title}` }),
      description: about || name,
    },
    detail: [name, about, title].filter(Boolean).join(" · "),
    // What was typed, where it is not the label's own letters that fit: the editor's filter must agree.
    filterText: offer.byMeaning ? `${typed} ${label} ${title ?? ""}` : label,
    sortText: String(rank).padStart(4, "0"),
    ...completionEdits(context, place, offer),
    data: {
      uri: context.post.uri,
      destination,
    } satisfies CompletionData,
  };
}

function cachedStatus(
  { github }: FeatureContext,
  target: Target,
): Status | undefined {
  const result = github.peek(target)?.result;
  return result && !isFailure(result) ? result : undefined;
}

function titleOf(status: Status): string | undefined {
  const title = "title" in status ? plainLine(status.title, 80) : "";
  return title === "" ? undefined : title;
}

function kindOf({ kind }: Target): CompletionItemKind {
  switch (kind) {
    case "repository":
      return CompletionItemKind.Module;
    case "pull":
    case "issue":
    case "discussion":
      return CompletionItemKind.Event;
    case "commit":
    case "compare":
    case "branch":
    case "release":
      return CompletionItemKind.Value;
    case "file":
      return CompletionItemKind.File;
    default:
      return CompletionItemKind.Reference;
  }
}
