import type { Position } from "vscode-languageserver-types";
import { referencesOf } from "../markdown/label-places.js";
import type { Span } from "../markdown/span.js";
import type { Target } from "../targets/target.js";
import { parseUrl } from "../targets/url.js";
import type { KnownUse } from "../workspace/index.js";
import type { Post } from "../workspace/post.js";
import { labelAt } from "./label-at.js";
import { targetAt } from "./target-at.js";

/** A place in some post. */
export interface Place {
  readonly uri: string;
  readonly span: Span;
}

interface Posts {
  /** Everywhere posts name a target, this post included. */
  usesOf(target: Target): readonly KnownUse[];
}

/**
 * Every use of the label under the cursor in this post and, by target, everywhere any post names the same thing: under
 * another label, by a link, in its definitions. Without `includeDeclaration`, definitions are left out.
 */
export function references(
  post: Post,
  position: Position,
  includeDeclaration: boolean,
  { usesOf }: Posts,
): Place[] {
  const { document, settings, uri } = post;
  const key = labelAt(document, document.lines.offsetAt(position))?.key;
  const destination =
    key === undefined
      ? targetAt(post, position)?.destination
      : document.defined.get(key)?.destination;
  const undefinedUses =
    destination === undefined && key !== undefined
      ? referencesOf(document, key)
      : [];
  const target =
    destination === undefined
      ? undefined
      : parseUrl(destination, settings.github.hosts);
  const named = target === undefined ? [] : usesOf(target);
  return [
    ...undefinedUses.map(({ labelSpan: span }) => ({ uri, span })),
    ...named
      .filter(({ form }) => includeDeclaration || form !== "definition")
      .filter((use) => use.uri === uri || isSameEverywhere(target))
      .map((use) => ({ uri: use.uri, span: use.span })),
  ];
}

/** `../a.md` names another file in every folder. */
function isSameEverywhere(target: Target | undefined): boolean {
  return target?.kind !== "url" || /^[a-z][a-z\d+.-]*:/i.test(target.url);
}
