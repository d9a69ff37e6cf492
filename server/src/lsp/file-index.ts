import { outlineOf } from "../markdown/scan.js";
import { excerptOf } from "../workspace/facts.js";
import { pack } from "../workspace/packed-excerpt.js";
import type { PackedFacts } from "../workspace/packed-facts.js";
import type { Confirmation } from "./confirmation.js";
import { type OpenDocuments, syntaxOf } from "./documents.js";
import type { FileTexts } from "./file-texts.js";
import type { KeptPosts } from "./kept-posts.js";
import { indexPost } from "./project.js";
import type { Projects } from "./projects.js";
import { createSlices } from "./slices.js";
import type { StoredPost } from "./stored-posts.js";
import { isPostUri } from "./uris.js";
import type { WorkspaceFiles } from "./workspace-files.js";

/** Takes posts on disk into the index, and out of it; open ones are left as they are. */
export interface FileIndex {
  /** Looks at a file that changed. Answers whether that is news to the other posts. */
  update(
    uri: string,
    isListed: (uri: string) => Promise<boolean>,
  ): Promise<boolean>;
  /** Reads those posts among the files that are not in the index yet, while that is wanted. */
  readNew(
    uris: readonly string[],
    isWanted: () => boolean,
    report: Report | undefined,
  ): Promise<void>;
}

/** Hears how many posts of how many are read. */
export type Report = (done: number, total: number) => void;

interface Surroundings {
  readonly files: WorkspaceFiles;
  readonly documents: () => OpenDocuments;
  readonly projects: Projects;
  readonly texts: FileTexts;
  readonly kept: KeptPosts;
  readonly confirmation: Confirmation;
  readonly now: () => number;
}

type ReadFile =
  | StoredPost
  | { readonly identity: string | undefined; readonly text: string };

const filesAtOnce = 16;

export function createFileIndex(around: Surroundings): FileIndex {
  const { files, documents, projects, texts, kept, confirmation, now } = around;
  /** The files that changed while all are read. */
  const touched = new Set<string>();

  /** A file's text, or what was made of it before if it is as it was then. */
  async function readFile(
    uri: string,
    stored?: StoredPost,
  ): Promise<ReadFile | undefined> {
    // Looked at first: a file that changes meanwhile is taken for an older one, and read again the next time.
    const identity = await files.identityOf(uri);
    if (stored && stored.identity === identity) return stored;
    const text = await texts.read(uri);
    return text === undefined ? undefined : { identity, text };
  }

  function takeFile(uri: string, file: ReadFile): PackedFacts {
    const { factsOf } = projects.of(uri);
    kept.setIdentity(uri, file.identity);
    if ("packed" in file) return factsOf(uri, file.packed);
    kept.changed();
    const outline = outlineOf(file.text, syntaxOf(uri));
    return factsOf(uri, pack(excerptOf(uri, outline)));
  }

  return {
    async update(uri, isListed) {
      const isKnown = projects.of(uri).index.post(uri) !== undefined;
      touched.add(uri);
      texts.changed(uri);
      confirmation.changed(uri);
      const file = (await isListed(uri)) ? await readFile(uri) : undefined;
      if (documents().get(uri)) return false;
      if (file) return indexPost(projects.of(uri), takeFile(uri, file));
      kept.setIdentity(uri, undefined);
      kept.changed();
      projects.of(uri).index.delete(uri);
      return isKnown;
    },
    async readNew(uris, isWanted, report) {
      const isKnown = (uri: string) =>
        projects.of(uri).index.post(uri) !== undefined;
      const unread = uris.filter((uri) => isPostUri(uri) && !isKnown(uri));
      const stored = await kept.read();
      const slice = createSlices(now);
      touched.clear();
      for (let done = 0; done < unread.length; done += filesAtOnce) {
        const batch = unread.slice(done, done + filesAtOnce);
        const found = await Promise.all(
          batch.map((uri) => readFile(uri, stored.get(uri))),
        );
        for (const [position, uri] of batch.entries()) {
          if (!isWanted()) return;
          const file = found[position];
          if (!file || isKnown(uri) || touched.has(uri)) continue;
          if (documents().get(uri)) continue;
          projects.of(uri).index.setSoon(takeFile(uri, file));
          await slice();
        }
        report?.(Math.min(done + filesAtOnce, unread.length), unread.length);
      }
      if ([...stored.keys()].some((uri) => !isKnown(uri))) kept.changed();
    },
  };
}
