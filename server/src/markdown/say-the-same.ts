import type { Chunk } from "./chunk.js";
import type { Document } from "./document.js";

/**
 * Whether two texts define, name and link to the same in the same order, under the same headings and front matter: they
 * differ in nothing an index of posts keeps but where it stands. Chunks that both share are not looked into, so that this
 * costs next to nothing after an edit.
 */
export function sayTheSame(a: Document, b: Document): boolean {
  const [one, other] = [a.chunks.all, b.chunks.all];
  let first = 0;
  while (first < one.length && one[first] === other[first]) first++;
  let [last, otherLast] = [one.length, other.length];
  while (
    last > first &&
    otherLast > first &&
    one[last - 1] === other[otherLast - 1]
  ) {
    last--;
    otherLast--;
  }
  return (
    saidBy(one.slice(first, last), a.text) ===
    saidBy(other.slice(first, otherLast), b.text)
  );
}

function saidBy(chunks: readonly Chunk[], text: string): string {
  return JSON.stringify(
    chunks
      .map(({ content }) => content)
      .reduce<unknown[][]>(
        (said, { definitions, references, links, headings, frontMatter }) => {
          said[0]?.push(...definitions.map((it) => [it.label, it.destination]));
          for (const { isLinked, key } of references)
            if (isLinked) said[1]?.push(key);
          said[2]?.push(...links.map((it) => [it.image, it.destination]));
          said[3]?.push(...headings.map((it) => [it.depth, it.text]));
          if (frontMatter) {
            // It stands at the start of the text.
            const { start, end } = frontMatter.span;
            said[4]?.push(text.slice(start, end));
          }
          return said;
        },
        [[], [], [], [], []],
      ),
  );
}
