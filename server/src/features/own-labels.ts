import {
  type DefinitionIndex,
  definitionsIn,
} from "../markdown/definition-index.js";
import type { Definition } from "../markdown/document.js";
import { createMemory } from "../markdown/memory.js";
import { onceFor, onceForBoth } from "../markdown/remember.js";
import type { Target } from "../targets/target.js";
import { itemKey } from "../targets/target-key.js";
import { parseUrl } from "../targets/url.js";
import { knownTitle } from "./completion-item.js";
import type { FeatureContext } from "./context.js";
import type { Steps } from "./in-steps.js";
import { letterBits } from "./letters.js";

/** A label that the post defines, as one looks through them at each key. */
export interface OwnLabel {
  readonly key: string;
  /** In one line. */
  readonly label: string;
  /** The same in lower case. */
  readonly letters: string;
  /** `letterBits` of these. */
  readonly bits: number;
  readonly destination: string;
  /** Read when it is asked for: most labels are left out for their letters. */
  readonly target: Target;
  /** The target's `itemKey`. */
  readonly thing: string;
  readonly isNew: false;
}

/** So many are read or looked through in one step. */
export const labelsAtOnce = 128;

const known = createMemory<
  DefinitionIndex,
  { readonly hosts: readonly string[]; readonly labels: readonly OwnLabel[] }
>();

/** Of the definitions that count, in document order; read once, as long as none changes. */
export function* ownLabels(
  definitions: DefinitionIndex,
  hosts: readonly string[],
): Steps<readonly OwnLabel[]> {
  const before = known.get(definitions);
  if (before?.hosts === hosts) return before.labels;
  const all = definitionsIn(definitions);
  const labels: OwnLabel[] = [];
  for (let at = 0; at < all.length; at += labelsAtOnce) {
    yield;
    for (const definition of all.slice(at, at + labelsAtOnce))
      labels.push(ownLabel(definition, hosts));
  }
  known.set(definitions, { hosts, labels });
  return labels;
}

/** Where each of them is among them, by its key. */
export const placesOfLabels = onceFor(
  (labels: readonly OwnLabel[]): ReadonlyMap<string, number> =>
    new Map(labels.map(({ key }, index) => [key, index])),
);

/** The titles that are known of what they name, by their keys. */
export function* titlesOf(
  labels: readonly OwnLabel[],
  context: FeatureContext,
): Steps<ReadonlyMap<string, string>> {
  const before = titles.get(labels);
  if (before && before.news === context.news) return before.titles;
  const found = new Map<string, string>();
  for (let at = 0; at < labels.length; at += labelsAtOnce) {
    yield;
    for (const { key, target } of labels.slice(at, at + labelsAtOnce)) {
      const title = knownTitle(context, target);
      if (title !== undefined) found.set(key, title);
    }
  }
  if (context.news) titles.set(labels, { news: context.news, titles: found });
  return found;
}

const titles = createMemory<
  readonly OwnLabel[],
  { readonly news: object; readonly titles: ReadonlyMap<string, string> }
>();

const ownLabel = onceForBoth(
  (definition: Definition, hosts: readonly string[]): OwnLabel =>
    new Label(definition, hosts),
);

/** A class, since a long post has thousands of them. */
class Label implements OwnLabel {
  readonly key: string;
  readonly label: string;
  readonly letters: string;
  readonly bits: number;
  readonly destination: string;
  readonly isNew = false;
  readonly #hosts: readonly string[];
  #target: Target | undefined;
  #thing: string | undefined;

  constructor(
    { key, label, destination }: Definition,
    hosts: readonly string[],
  ) {
    this.key = key;
    this.label = label.trim().replace(/\s+/g, " ");
    this.letters = this.label.toLowerCase();
    this.bits = letterBits(this.letters);
    this.destination = destination;
    this.#hosts = hosts;
  }

  get target() {
    this.#target ??= parseUrl(this.destination, this.#hosts);
    return this.#target;
  }
  get thing() {
    this.#thing ??= itemKey(this.target);
    return this.#thing;
  }
}
