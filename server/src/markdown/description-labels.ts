import type { Document } from "./document.js";
import { labelKey } from "./label.js";
import { perChunk } from "./per-chunk.js";
import { onceFor } from "./remember.js";

/**
 * By `labelKey`, the labels between brackets in the descriptions of images. No reference comes of them, but of one that is
 * defined the brackets do not show: `![[a]](/u)`.
 */
export const labelsInDescriptions = onceFor(
  (document: Document): ReadonlySet<string> =>
    new Set(inChunks(document).flatMap(({ value }) => value)),
);

const inChunks = perChunk(({ content, text, origin }) => {
  const images = [...content.links, ...content.references].filter(
    ({ image }) => image,
  );
  const labels = images.flatMap(({ textSpan: { start, end } }) =>
    [
      ...text
        .slice(start - origin, end - origin)
        .matchAll(/\[((?:\\.|[^\\[\]])+)\]/g),
    ].map(([, label = ""]) => labelKey(label)),
  );
  return labels.length > 0 ? labels : undefined;
});
