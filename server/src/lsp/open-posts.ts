import type { Document } from "../markdown/document.js";
import { createMemory } from "../markdown/memory.js";
import { leadToTheSame, sayTheSame } from "../markdown/say-the-same.js";
import { factsOf, type PostFacts } from "../workspace/facts.js";
import type { OpenDocument, OpenDocuments } from "./documents.js";
import type { KeptPosts } from "./kept-posts.js";
import { indexPost } from "./project.js";
import type { Projects } from "./projects.js";
import { normalizeUri } from "./uris.js";

/**
 * Takes open texts into the index. That is done when someone asks who sees them from outside, so that typing costs no look
 * at the index: a post itself is seen with its text as it is now.
 */
export interface OpenPosts {
  /** Opened, or another version of an open one. */
  changed(open: OpenDocument): void;
  /** The file's text counts from now on. */
  closed(uri: string): void;
  /** The projects are other ones: all open texts are to be indexed again. */
  reset(): void;
  /** What an open text says. */
  factsOf(uri: string, document: Document): PostFacts;
  /** The first of the texts, typed one after the other, that all say the same as this one: nothing is learned but from it. */
  teacherOf(uri: string, document: Document): Teacher;
  /**
   * Has the index know the open texts, but for what was typed in the one from which it is looked at. As long as one says the same as before,
   * only for who asks where: what the index keeps of other posts is not learned anew for each key. Answers of which texts
   * that is news to the other posts.
   */
  index(asked: {
    readonly places: boolean;
    readonly besides?: string;
  }): readonly string[];
}

export interface Teacher {
  /** Says all the same. */
  readonly document: Document;
  /** Defines and links to the same: what is learned of labels and repositories does not change before that does. */
  readonly ofLabels: Document;
}

interface Surroundings {
  readonly documents: () => OpenDocuments;
  readonly projects: Projects;
  readonly kept: KeptPosts;
}

function teacherAfter(
  latest: Document,
  before: Teacher,
  document: Document,
): Teacher {
  if (!leadToTheSame(latest, document)) return { document, ofLabels: document };
  return sayTheSame(latest, document) ? before : { ...before, document };
}

export function createOpenPosts({
  documents,
  projects,
  kept,
}: Surroundings): OpenPosts {
  const unindexed = new Map<string, OpenDocument>();
  /** What the index knows of the open texts. */
  const indexed = new Map<string, Document>();
  const known = createMemory<
    Document,
    { readonly hosts: readonly string[]; readonly facts: PostFacts }
  >();

  const typed = new Map<
    string,
    { readonly latest: Document; readonly teacher: Teacher }
  >();

  function teacherOf(uri: string, document: Document): Teacher {
    const before = typed.get(uri);
    if (before?.latest === document) return before.teacher;
    const teacher = before
      ? teacherAfter(before.latest, before.teacher, document)
      : { document, ofLabels: document };
    typed.set(uri, { latest: document, teacher });
    return teacher;
  }

  function changed(open: OpenDocument): void {
    unindexed.set(normalizeUri(open.uri), open);
  }

  function factsNow(uri: string, document: Document): PostFacts {
    const { hosts } = projects.of(uri).settings.github;
    const before = known.get(document);
    if (before?.hosts === hosts) return before.facts;
    const facts = factsOf(uri, document, hosts);
    known.set(document, { hosts, facts });
    return facts;
  }

  return {
    changed,
    closed(uri) {
      typed.delete(uri);
      unindexed.delete(uri);
      indexed.delete(uri);
    },
    reset() {
      indexed.clear();
      for (const open of documents().all()) changed(open);
    },
    factsOf: factsNow,
    teacherOf,
    index({ places, besides }) {
      const news: string[] = [];
      for (const [uri, { document }] of unindexed) {
        const last = indexed.get(uri);
        if (uri === besides) continue;
        if (last && !places && sayTheSame(last, document)) continue;
        unindexed.delete(uri);
        indexed.set(uri, document);
        kept.setIdentity(uri, undefined);
        if (indexPost(projects.of(uri), factsNow(uri, document), document))
          news.push(uri);
      }
      return news;
    },
  };
}
