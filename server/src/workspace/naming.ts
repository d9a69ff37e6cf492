import { forTextsOf } from "../markdown/remember.js";
import { readingFits, readings } from "../targets/label-styles.js";
import type { RepositoryContent, TargetKind } from "../targets/target.js";
import { repositoryKey } from "../targets/target-key.js";

/** How a label names its target: what the index learns of label styles, aliases and bare numbers alike. */
export interface Naming {
  readonly kind: TargetKind;
  /** The style's template. */
  readonly style: string;
  /** `repositoryKey` of the target. */
  readonly repository: string;
  /** What the label calls the repository, as it is written, where that is not its name. */
  readonly alias: string | undefined;
}

/**
 * How the label of a definition names its target; undefined where it says nothing of it, or something else. That a word is
 * another name for the repository shows only where a number, digest or nothing else stands beside it. The styles as
 * `inReadingOrder` gives them.
 */
export function namingOf(
  label: string,
  target: RepositoryContent,
  styles: readonly string[],
): Naming | undefined {
  const { kind } = target;
  const repository = repositoryKey(target);
  for (const reading of readings(label, styles, target)) {
    if (readingFits(reading, target))
      return { kind, style: reading.style, repository, alias: undefined };
  }
  const others = [...readings(label, styles)].filter(
    ({ owner }) => owner === undefined,
  );
  const items = others.filter(
    ({ number, sha }) => number !== undefined || sha !== undefined,
  );
  // `[chap]` may be another name for cardano-haskell-packages, `[pull-1]` for nothing.
  const aliased = (
    items.length > 0
      ? items
      : others.filter(({ kind }) => kind === "repository")
  ).find((reading) => readingFits(reading, target, { alias: true }));
  return (
    aliased && { kind, style: aliased.style, repository, alias: aliased.repo }
  );
}

/** The same for who asks again and again, of a text that is typed in. */
export const rememberedNamingOf = forTextsOf(namingOf);

/** Whether a style leaves it to the post which repository is meant. */
export function isBare(style: string): boolean {
  return !style.includes("{repo}");
}

/** Whether a label of that style says a number. */
export function isNumbered(style: string): boolean {
  return /\{n(?:umber)?\}/.test(style);
}

/** Namings are counted by this; no part of one holds a line break. */
export function namingKey(naming: Naming): string {
  const { kind, style, repository, alias = "" } = naming;
  return [kind, style, repository, alias].join("\n");
}

export function readNamingKey(key: string): Naming {
  const [kind, style = "", repository = "", alias] = key.split("\n");
  return {
    kind: kind as TargetKind,
    style,
    repository,
    alias: alias === "" ? undefined : alias,
  };
}
