import { excerptOf } from "../workspace/facts.js";
import { pack } from "../workspace/packed-excerpt.js";
import { isPacked } from "../workspace/packed-facts.js";
import type { OpenDocuments } from "./documents.js";
import type { FileTexts } from "./file-texts.js";
import type { KeptPosts } from "./kept-posts.js";
import type { Projects } from "./projects.js";
import { createSlices } from "./slices.js";

/** Which posts on disk the index knows by their parse, and not by a scan alone. */
export interface Confirmation {
  /** Has posts parsed, each once while its file stays as it is. Answers whether the index holds something else now. */
  confirm(uris: Iterable<string>, signal?: AbortSignal): Promise<boolean>;
  /** The file may hold another text now. */
  changed(uri: string): void;
}

interface Surroundings {
  readonly documents: () => OpenDocuments;
  readonly projects: Projects;
  readonly texts: FileTexts;
  readonly kept: KeptPosts;
  readonly now: () => number;
}

export function createConfirmation({
  documents,
  projects,
  texts,
  kept,
  now,
}: Surroundings): Confirmation {
  const confirmed = new Set<string>();

  return {
    async confirm(uris, signal) {
      const slice = createSlices(now);
      let isNews = false;
      for (const uri of new Set(uris)) {
        if (signal?.aborted) break;
        if (confirmed.has(uri) || documents().get(uri)) continue;
        const document = await texts.documentOf(uri);
        if (documents().get(uri)) continue;
        const { index, factsOf } = projects.of(uri);
        const known = index.post(uri);
        const packed = document && pack(excerptOf(uri, document));
        if (
          packed !== undefined &&
          !(isPacked(known) && known.packed === packed)
        ) {
          index.set(factsOf(uri, packed));
          kept.changed();
          isNews = true;
        }
        isNews ||= packed === undefined;
        confirmed.add(uri);
        await slice();
      }
      return isNews;
    },
    changed(uri) {
      confirmed.delete(uri);
    },
  };
}
