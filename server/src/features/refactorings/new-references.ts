import {
  type NewDefinition,
  writeLabel,
} from "../../markdown/edits/write-definition.js";
import { labelKey } from "../../markdown/label.js";
import type { Span } from "../../markdown/span.js";
import { isComment } from "../../rules/comment-definition.js";
import type { Target } from "../../targets/target.js";
import { parseUrl } from "../../targets/url.js";
import { definitionFor, newLabelFor } from "../../workspace/label-for.js";
import type { Post } from "../../workspace/post.js";

export interface Wanted {
  readonly destination: string;
  /** What the link shows beside its text; `any` where that may change. */
  readonly title: string | undefined | { readonly any: true };
  /** Words that may serve as a label for a page that is not GitHub's. */
  readonly text?: string;
}

/** Labels for what one change of a post refers to. */
export interface NewReferences {
  /** The label the post has, or gets by `definitions`; undefined where none can be written. */
  labelOf(wanted: Wanted): string | undefined;
  /** Of the labels given so far that the post does not define. */
  readonly definitions: readonly NewDefinition[];
}

interface Options {
  /** Whether a label that is used without a definition may get one, where it names the repository of the target. */
  readonly mayResolve?: boolean;
}

/** Gives labels without a second meaning: none that is used, undefined as it is, or that would end a link around it. */
export function newReferences(
  post: Post,
  { mayResolve = false }: Options = {},
): NewReferences {
  const { document, settings } = post;
  const definitions: NewDefinition[] = [];
  const given = new Map<string, string>();
  const used = new Set(document.references.map(({ key }) => key));
  const taken = new Set<string>();
  const isTaken = (key: string, target: Target) =>
    taken.has(key) ||
    document.defined.has(key) ||
    document.latent.has(key) ||
    (used.has(key) && !(mayResolve && namesRepository(key, target)));

  function newLabel({ destination, text }: Wanted): string | undefined {
    const target = parseUrl(destination, settings.github.hosts);
    const words = target.kind === "url" ? text : undefined;
    return words !== undefined &&
      isGoodLabel(words) &&
      !isTaken(labelKey(words), target)
      ? words
      : writeLabel(newLabelFor(target, post, (key) => isTaken(key, target)));
  }

  return {
    definitions,
    labelOf(wanted) {
      const { destination, title } = wanted;
      const isAny = typeof title === "object";
      const existing = definitionFor(
        parseUrl(destination, settings.github.hosts),
        post,
        (definition) =>
          !isComment(definition) && (isAny || definition.title === title),
      );
      if (existing) return writeLabel(existing.label);
      const id = JSON.stringify([destination, isAny ? null : title]);
      const label = given.get(id) ?? newLabel(wanted);
      if (label === undefined || given.has(id)) return label;
      given.set(id, label);
      taken.add(labelKey(label));
      definitions.push({
        label,
        destination,
        ...(typeof title === "string" && { title }),
      });
      return label;
    },
  };
}

function namesRepository(key: string, target: Target): boolean {
  return (
    "repo" in target && key.toLowerCase().includes(target.repo.toLowerCase())
  );
}

/** A few plain words. */
function isGoodLabel(text: string): boolean {
  return (
    text.length <= 60 &&
    /[\p{L}\p{N}]/u.test(text) &&
    !/[\\`*_[\]<>~&|!\r\n^]|:\/\//.test(text)
  );
}

/** A reference that shows its label, the way this post writes most of them, or else its team: `[[x]]`, or `[x]`. */
export function labelReference({ knowledge }: Post, label: string): string {
  return knowledge.bracketsLabels() === false ? `[${label}]` : `[[${label}]]`;
}

/** The same in the place of a span, with the brackets that stand around it already: `[[…]]`, `[…]`, or `[[…`. */
export function referenceAround(
  post: Post,
  { start, end }: Span,
  label: string,
): string {
  const { document } = post;
  const before = document.slice(Math.max(0, start - 2), start);
  const after = document.slice(end, end + 2);
  if (before === "[[") {
    if (after === "]]") return label;
    if (!after.startsWith("]")) return `${label}]]`;
  }
  return before.endsWith("[") && after.startsWith("]")
    ? `[${label}]`
    : labelReference(post, label);
}
