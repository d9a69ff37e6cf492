import type { Chunk } from "./chunk.js";
import { differingMiddle } from "./differing-middle.js";
import type { Document } from "./document.js";

/**
 * Whether two texts define, name and link to the same in the same order, under the same headings and front matter: they
 * differ in nothing an index of posts keeps but where it stands. Chunks that both share are not looked into, so that this
 * costs next to nothing after an edit.
 */
export function sayTheSame(a: Document, b: Document): boolean {
  return agree(a, b, saidBy);
}

/** The same of definitions and links alone: what is learned of labels, while one is typed. */
export function leadToTheSame(a: Document, b: Document): boolean {
  return agree(a, b, (chunks) => JSON.stringify(destinationsIn(chunks)));
}

function agree(
  a: Document,
  b: Document,
  said: (chunks: readonly Chunk[]) => string,
): boolean {
  const [one, other] = [a.chunks.all, b.chunks.all];
  const { start, ends } = differingMiddle(one, other);
  return said(one.slice(start, ends[0])) === said(other.slice(start, ends[1]));
}

function destinationsIn(chunks: readonly Chunk[]): unknown {
  return chunks.flatMap(({ content: { definitions, links } }) => [
    ...definitions.map((it) => [it.label, it.destination]),
    ...links.map((it) => [it.image, it.destination]),
  ]);
}

function saidBy(chunks: readonly Chunk[]): string {
  return JSON.stringify(
    chunks.reduce<unknown[][]>(
      (said, { text, content }) => {
        const { definitions, references, links, headings, frontMatter } =
          content;
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
