import { definitionOf } from "../markdown/definition-index.js";
import type { Definition, Reference } from "../markdown/document.js";
import { onceFor, onceForBoth } from "../markdown/remember.js";
import { isAbbreviation } from "../targets/abbreviation.js";
import {
  allReadings,
  inReadingOrder,
  type LabelReading,
  readingFits,
  stylesWith,
} from "../targets/label-styles.js";
import type { Target } from "../targets/target.js";
import { parseUrl } from "../targets/url.js";
import type { Post } from "../workspace/post.js";
import { isComment } from "./comment-definition.js";
import { unusedKeys } from "./used-keys.js";

/** The one definition that nothing uses and that leads where an undefined label says. */
export interface Counterpart {
  readonly definition: Definition;
  readonly target: Target;
  /** Whether the definition's own label says so too: then both are right, and only written in two ways. */
  readonly agrees: boolean;
}

/** Finds what an undefined label and an unused definition show together: that one of the two is a slip. */
export function counterpartFinder(
  post: Post,
): (reference: Reference) => Counterpart | undefined {
  const { document, settings } = post;
  const styles = stylesToRead(settings.labelStyles);
  const unused = new Map<string, Unused[]>();
  for (const key of unusedKeys(document)) {
    const definition = definitionOf(document.chunks.definitions, key);
    const one = definition && unusedFrom(definition, settings.github.hosts);
    if (one === undefined) continue;
    const others = unused.get(one.hint);
    if (others) others.push(one);
    else unused.set(one.hint, [one]);
  }
  if (unused.size === 0) return () => undefined;

  const found = new Map<string, Counterpart | undefined>();
  return ({ key, label }) => {
    if (!found.has(key)) found.set(key, find(label));
    return found.get(key);
  };

  function find(label: string): Counterpart | undefined {
    const fitting = new Map<Definition, Target>();
    for (const reading of allReadings(label, styles)) {
      const hint = hintOf(reading);
      if (hint === undefined) continue;
      for (const { definition, target } of unused.get(hint) ?? []) {
        if (readingFits(reading, target) || isShortFor(reading, target))
          fitting.set(definition, target);
      }
    }
    const [only, ...rest] = fitting;
    if (only === undefined || rest.length > 0) return undefined;
    const [{ key }, target] = only;
    const definition = document.defined.get(key);
    if (definition === undefined) return undefined;
    const agrees = allReadings(definition.label, styles).some((reading) =>
      readingFits(reading, target),
    );
    return { definition, target, agrees };
  }
}

const stylesToRead = onceFor((own: readonly string[]) =>
  inReadingOrder(stylesWith(own)),
);

/** A definition that nothing uses, and what to find it by. */
interface Unused {
  readonly definition: Definition;
  readonly target: Target;
  readonly hint: string;
}

const unusedFrom = onceForBoth(
  (definition: Definition, hosts: readonly string[]): Unused | undefined => {
    if (isComment(definition)) return undefined;
    const target = parseUrl(definition.destination, hosts);
    const hint = hintOfTarget(target);
    return hint === undefined ? undefined : { definition, target, hint };
  },
);

/** `on#12` for ouroboros-network, with the number to go by. */
function isShortFor(reading: LabelReading, target: Target): boolean {
  return (
    reading.repo !== undefined &&
    (reading.number !== undefined || reading.sha !== undefined) &&
    "repo" in target &&
    isAbbreviation(reading.repo, target.repo) &&
    readingFits(reading, target, { alias: true })
  );
}

/** What a label and its target have in common at least; nothing where a label would say too little of it. */
function hintOf({ kind, number, sha, repo }: LabelReading): string | undefined {
  if (number !== undefined) return `number ${number}`;
  if (sha !== undefined) return `commit ${sha.slice(0, 4)}`;
  return kind === "repository" && repo !== undefined
    ? `repository ${repo.toLowerCase()}`
    : undefined;
}

function hintOfTarget(target: Target): string | undefined {
  switch (target.kind) {
    case "pull":
    case "issue":
    case "discussion":
      return `number ${target.number}`;
    case "commit":
      return `commit ${target.sha.slice(0, 4)}`;
    case "repository":
      return `repository ${target.repo.toLowerCase()}`;
    default:
      return undefined;
  }
}
