import type { Document } from "../markdown/document.js";
import { sayTheSame } from "../markdown/say-the-same.js";
import { factsOf } from "../workspace/facts.js";
import type { OpenDocument, OpenDocuments } from "./documents.js";
import type { KeptPosts } from "./kept-posts.js";
import { indexPost } from "./project.js";
import type { Projects } from "./projects.js";
import { normalizeUri } from "./uris.js";

/**
 * Takes open texts into the index. That is done when someone asks, so that typing costs one look at a text and not one per
 * key.
 */
export interface OpenPosts {
  /** Opened, or another version of an open one. */
  changed(open: OpenDocument): void;
  /** The file's text counts from now on. */
  closed(uri: string): void;
  /** The projects are other ones: all open texts are to be indexed again. */
  reset(): void;
  /**
   * Has the index know the open texts. As long as one says the same as before, only for who asks where: what the index
   * keeps of other posts is not learned anew for each key. Answers whether that is news to the other posts.
   */
  index(asked: { readonly places: boolean }): boolean;
}

interface Surroundings {
  readonly documents: () => OpenDocuments;
  readonly projects: Projects;
  readonly kept: KeptPosts;
}

export function createOpenPosts({
  documents,
  projects,
  kept,
}: Surroundings): OpenPosts {
  const unindexed = new Map<string, OpenDocument>();
  /** What the index knows of the open texts. */
  const indexed = new Map<string, Document>();

  function changed(open: OpenDocument): void {
    unindexed.set(normalizeUri(open.uri), open);
  }

  return {
    changed,
    closed(uri) {
      unindexed.delete(uri);
      indexed.delete(uri);
    },
    reset() {
      indexed.clear();
      for (const open of documents().all()) changed(open);
    },
    index({ places }) {
      let isNews = false;
      for (const [uri, { document }] of unindexed) {
        const last = indexed.get(uri);
        if (last && !places && sayTheSame(last, document)) continue;
        unindexed.delete(uri);
        indexed.set(uri, document);
        kept.setIdentity(uri, undefined);
        const project = projects.of(uri);
        const { hosts } = project.settings.github;
        const facts = factsOf(uri, document, hosts);
        isNews = indexPost(project, facts) || isNews;
      }
      return isNews;
    },
  };
}
