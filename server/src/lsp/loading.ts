import type { OpenDocuments } from "./documents.js";
import type { FileIndex, Report } from "./file-index.js";
import type { Sources } from "./find-projects.js";
import { createGate, type Gate } from "./gate.js";
import type { Listing } from "./listing.js";
import type { Projects } from "./projects.js";
import { createSlices } from "./slices.js";

/** Finds the projects and their settings, and reads all posts; of two loads at once the later one counts. */
export interface Loading {
  /** Resolves when the settings are known that hold for whole folders; never rejects. */
  readonly ready: Promise<void>;
  /** All posts of the workspace have been looked at once. */
  readonly whenRead: Gate;
  /** And what they tell each other is known. */
  readonly whenLearned: Gate;
  load(sources: Sources, report?: Report): Promise<void>;
}

interface Surroundings {
  readonly documents: () => OpenDocuments;
  readonly projects: Projects;
  readonly listing: Listing;
  readonly fileIndex: FileIndex;
  readonly now: () => number;
  /** Projects and settings are other ones. */
  readonly updated: () => void;
  /** All is known. */
  readonly loaded: () => void;
}

export function createLoading(around: Surroundings): Loading {
  const { documents, projects, listing, fileIndex, now, updated, loaded } =
    around;
  const [ready, whenRead, whenLearned] = [
    createGate(),
    createGate(),
    createGate(),
  ];
  let isReady = false;
  let turns = 0;

  async function load(sources: Sources, report?: Report): Promise<void> {
    const turn = ++turns;
    const isCurrent = () => turn === turns;
    projects.setSources(sources);
    try {
      await prepare(isCurrent);
      if (isCurrent()) await readNew(isCurrent, report);
      if (isCurrent()) whenRead.open();
      await learnAll(isCurrent);
    } finally {
      if (isCurrent()) {
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
    const uris = await listing.all();
    await projects.sites.readAll(projects.sources.folders, uris);
    await update(uris, isCurrent);
    if (!isCurrent()) return;
    // Posts that are gone, or ignored now.
    const listed = new Set(uris);
    projects.forget((uri) => listed.has(uri) || !!documents().get(uri));
    await fileIndex.readNew(uris, isCurrent, report);
  }

  async function learnAll(isCurrent: () => boolean): Promise<void> {
    const slice = createSlices(now);
    for (const { index } of projects.all)
      while (isCurrent() && index.learnNext()) await slice();
  }

  return { ready: ready.passed(), whenRead, whenLearned, load };
}
