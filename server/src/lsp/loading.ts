import type { PostFacts } from "../workspace/facts.js";
import type { OpenDocuments } from "./documents.js";
import type { FileIndex, Report } from "./file-index.js";
import type { Sources } from "./find-projects.js";
import { createGate, type Gate } from "./gate.js";
import type { KeptPosts } from "./kept-posts.js";
import type { Listing } from "./listing.js";
import type { Projects } from "./projects.js";
import { createSlices } from "./slices.js";

/** Posts that are read before anybody could have looked for some of them first. */
const few = 100;

/** Finds the projects and their settings, and reads all posts; of two loads at once the later one counts. */
export interface Loading {
  /** Resolves when the settings are known that hold for whole folders; never rejects. */
  readonly ready: Promise<void>;
  /** All posts of the workspace have been looked at once. */
  readonly whenRead: Gate;
  /** And what they tell each other is known. */
  readonly whenLearned: Gate;
  load(sources: Sources, report?: Report): Promise<void>;
  /**
   * Resolves when all posts have been looked at that have such a text, or as many of them as are asked for: others may be
   * still to be read. Gives those that it takes before the others.
   */
  readFirst(
    isWanted: (text: string) => boolean,
    signal: AbortSignal,
  ): AsyncGenerator<PostFacts>;
}

interface Surroundings {
  readonly documents: () => OpenDocuments;
  readonly projects: Projects;
  readonly listing: Listing;
  readonly fileIndex: FileIndex;
  readonly kept: KeptPosts;
  readonly now: () => number;
  /** Projects and settings are other ones. */
  readonly updated: () => void;
  /** All is known. */
  readonly loaded: () => void;
}

export function createLoading(around: Surroundings): Loading {
  const { documents, projects, listing, fileIndex, kept } = around;
  const { now, updated, loaded } = around;
  const [ready, whenRead, whenLearned] = [
    createGate(),
    createGate(),
    createGate(),
  ];
  let isReady = false;
  let turns = 0;
  /** It is known which posts the current load has to read, or another has begun. */
  let listed = createGate();

  async function load(sources: Sources, report?: Report): Promise<void> {
    const turn = ++turns;
    const isCurrent = () => turn === turns;
    listed.open();
    listed = createGate();
    projects.setSources(sources);
    try {
      await prepare(isCurrent);
      if (isCurrent()) await readNew(isCurrent, report);
      if (isCurrent()) whenRead.open();
      await learnAll(isCurrent);
    } finally {
      if (isCurrent()) {
        listed.open();
        whenRead.open();
        whenLearned.open();
      }
    }
    if (isCurrent()) loaded();
  }

  /** Comes before the first look at all files, which may take long: nobody should see what their settings turn off. */
  async function prepare(isCurrent: () => boolean): Promise<void> {
    if (isReady) return;
    try {
      await update([], isCurrent);
    } finally {
      if (isCurrent()) {
        isReady = true;
        ready.open();
      }
    }
  }

  async function update(
    uris: readonly string[],
    isCurrent: () => boolean,
  ): Promise<void> {
    if (await projects.update(uris, isCurrent)) updated();
  }

  async function readNew(
    isCurrent: () => boolean,
    report: Report | undefined,
  ): Promise<void> {
    const [uris, stored] = await Promise.all([listing.all(), kept.read()]);
    await projects.sites.readAll(projects.sources.folders, uris);
    await update(uris, isCurrent);
    if (!isCurrent()) return;
    // Posts that are gone, or ignored now.
    const all = new Set(uris);
    projects.forget((uri) => all.has(uri) || !!documents().get(uri));
    await fileIndex.readNew({ uris, stored }, isCurrent, report, listed.open);
  }

  async function learnAll(isCurrent: () => boolean): Promise<void> {
    const slice = createSlices(now);
    for (const { index } of projects.all)
      while (isCurrent() && index.learnNext()) await slice();
  }

  async function* readFirst(
    isWanted: (text: string) => boolean,
    signal: AbortSignal,
  ): AsyncGenerator<PostFacts> {
    for (;;) {
      const turn = turns;
      await listed.passed(signal);
      if (signal.aborted) return;
      if (turn !== turns) continue;
      if (fileIndex.unread < few) return whenRead.passed(signal);
      yield* fileIndex.readFirst(isWanted, signal);
      if (turn === turns) return;
    }
  }

  return { ready: ready.passed(), whenRead, whenLearned, load, readFirst };
}
