import type { Document } from "../markdown/document.js";
import { nameTheSame, type PostFacts } from "../workspace/facts.js";
import { createIndex, type WorkspaceIndex } from "../workspace/index.js";
import {
  createFactsReader,
  type PackedFacts,
} from "../workspace/packed-facts.js";
import type { Settings } from "../workspace/settings.js";
import type { SiteFiles } from "../workspace/site-files.js";
import { isInFolder } from "./uris.js";

/** Posts that know each other, and their settings: those of a workspace folder, or below a `weeknotes.json`. */
export interface Project {
  /** URI of the folder; undefined for files outside the workspace. */
  readonly folder: string | undefined;
  readonly settings: Settings;
  readonly index: WorkspaceIndex;
  /** Facts of a post that are kept packed. */
  factsOf(uri: string, packed: string): PackedFacts;
}

export function createProject(
  folder: string | undefined,
  settings: Settings,
  siteFiles: SiteFiles,
): Project {
  return {
    folder,
    settings,
    index: createIndex(settings, folder, siteFiles),
    factsOf: createFactsReader(settings.github.hosts),
  };
}

/** The innermost project a file lies in. It is asked of each of ten thousand files, more than once. */
export function projectOf(
  projects: readonly Project[],
  uri: string,
): Project | undefined {
  let innermost: Project | undefined;
  for (const project of projects) {
    const { folder } = project;
    if (folder !== undefined && !isInFolder(uri, folder)) continue;
    if (!innermost || (folder?.length ?? 0) > (innermost.folder?.length ?? 0))
      innermost = project;
  }
  return innermost;
}

/** Takes a post into the index; `document`: the text it is open with. Answers whether it says something else to the others than before. */
export function indexPost(
  { index }: Project,
  facts: PostFacts,
  document?: Document,
): boolean {
  const before = index.post(facts.uri);
  index.set(facts, document);
  return before === undefined || !tellTheSame(before, facts);
}

/**
 * Whether two states of a post tell the others the same, wherever in the text it stands. How it writes references is left out:
 * that changes with every one, and nothing of the others depends on it but what is written next.
 */
function tellTheSame(a: PostFacts, b: PostFacts): boolean {
  return nameTheSame(a, b) && saidBesides(a) === saidBesides(b);
}

function saidBesides({
  headings,
  authors,
  tags,
  day,
  frontMatter,
}: PostFacts): string {
  return JSON.stringify([
    // What a post opens with; the others learn nothing of its further headings.
    headings.slice(0, 1).map(({ depth, text }) => [depth, text]),
    authors,
    tags,
    day,
    frontMatter,
  ]);
}
