import { definitionOf } from "../markdown/definition-index.js";
import type { Definition, Document, Link } from "../markdown/document.js";
import { referencesOf } from "../markdown/label-places.js";
import { perChunk } from "../markdown/per-chunk.js";
import type { Target } from "../targets/target.js";
import { itemKey, sameItem } from "../targets/target-key.js";
import { parseUrl } from "../targets/url.js";
import { type UseFacts, withoutFragment } from "./facts.js";

/**
 * What `usesOfItem` says of a document's facts, read from the chunks that name the target alone. `hosts` as in `parseUrl`,
 * the same object as long as they are the same.
 */
export function usesInDocument(
  document: Document,
  hosts: readonly string[],
  target: Target,
): readonly UseFacts[] {
  const { chunks } = document;
  const item = itemKey(target);
  const uses: UseFacts[] = [];
  function add(
    form: UseFacts["form"],
    { destination }: Pick<Definition, "destination">,
    span: UseFacts["span"],
    key?: string,
  ): void {
    uses.push({ form, target: parseUrl(destination, hosts), span, key });
  }
  for (const { value, chunk } of namedInChunks(document, hosts)) {
    const named = value.get(item);
    if (!named) continue;
    const said = chunks.at(chunk);
    const isMeant = ({ destination }: Definition | Link) =>
      sameItem(parseUrl(destination, hosts), target);
    for (const index of named.links) {
      const link = said.links[index];
      if (link && isMeant(link)) add("link", link, link.destinationSpan);
    }
    for (const index of named.definitions) {
      const definition = said.definitions[index];
      if (!definition || !isMeant(definition)) continue;
      const { key, destinationSpan } = definition;
      add(
        "definition",
        definition,
        withoutFragment(document, destinationSpan),
        key,
      );
      const first = definitionOf(chunks.definitions, key);
      if (chunks.all[chunk]?.content.definitions[index] !== first) continue;
      for (const { labelSpan } of referencesOf(document, key))
        add("reference", definition, labelSpan, key);
    }
  }
  return uses.sort((a, b) => a.span.start - b.span.start);
}

/** Indices among the links and definitions of a chunk. */
interface Named {
  readonly links: number[];
  readonly definitions: number[];
}

/** What each chunk names, by `itemKey`. */
const namedInChunks = perChunk(
  (
    { content },
    hosts: readonly string[],
  ): ReadonlyMap<string, Named> | undefined => {
    const byItem = new Map<string, Named>();
    function namedBy({ destination }: Definition | Link): Named {
      const item = itemKey(parseUrl(destination, hosts));
      const known = byItem.get(item);
      if (known) return known;
      const named = { links: [], definitions: [] };
      byItem.set(item, named);
      return named;
    }
    content.links.forEach((link, index) => {
      if (!link.image) namedBy(link).links.push(index);
    });
    content.definitions.forEach((definition, index) => {
      namedBy(definition).definitions.push(index);
    });
    return byItem.size > 0 ? byItem : undefined;
  },
);
