import type { Document } from "../markdown/document.js";
import { lazily } from "../markdown/lazy.js";
import { type Part, perChunk } from "../markdown/per-chunk.js";
import { onceForBoth } from "../markdown/remember.js";
import type { RepositoryName, Target } from "../targets/target.js";
import { parseUrl } from "../targets/url.js";
import { type Counter, type Counters, merge, sum } from "./counter.js";
import { type Lessons, learnedLater, namingsIn } from "./lessons.js";

/** How labels and addresses are read; another object when that changes. */
export interface Reading {
  readonly hosts: readonly string[];
  /** As `inReadingOrder` gives them. */
  readonly styles: readonly string[];
}

/**
 * What a text that is typed in teaches: the same as `lessonsOf` its facts, added up from what its chunks teach. Undefined where
 * definitions are repeated, as a chunk alone does not know which of them count.
 */
export const documentLessons = onceForBoth(addUp);

function addUp(document: Document, reading: Reading): Lessons | undefined {
  return document.chunks.definitions.repeated > 0
    ? undefined
    : addedUp(() =>
        lessonsOfChunks(document, reading).map(({ value }) => value),
      );
}

const addedUp = lazily<() => readonly Lessons[], Lessons>({
  repositories: (parts) => sum(parts().map((it) => it.repositories)),
  spellings(parts) {
    const spellings = new Map<string, RepositoryName>();
    for (const part of parts())
      for (const [key, name] of part.spellings)
        if (!spellings.has(key)) spellings.set(key, name);
    return spellings;
  },
  pulls: (parts) => sumIn(parts().map((it) => it.pulls)),
  issues: (parts) => sumIn(parts().map((it) => it.issues)),
  namings: (parts) => sum(parts().map((it) => it.namings)),
});

const lessonsOfChunks = perChunk(
  (part, reading: Reading): Lessons | undefined => {
    const { definitions, links } = part.content;
    if (definitions.length + links.length === 0) return undefined;
    const named = namedIn(part, reading.hosts);
    return learnedLater({
      targets: () => named,
      namings: () =>
        namingsIn(
          definitions.map(({ label, destination }) => ({
            label,
            target: parseUrl(destination, reading.hosts),
            counts: true,
          })),
          reading.styles,
        ),
    });
  },
);

/** The targets that definitions and links lead to, in document order. */
function namedIn({ content }: Part, hosts: readonly string[]): Target[] {
  return [
    ...content.definitions,
    ...content.links.filter(({ image }) => !image),
  ]
    .sort((a, b) => a.span.start - b.span.start)
    .map(({ destination }) => parseUrl(destination, hosts));
}

function sumIn(
  counters: readonly Counters<string, number>[],
): Counters<string, number> {
  const total = new Map<string, Counter<number>>();
  for (const each of counters) merge(total, each, 1);
  return total;
}
