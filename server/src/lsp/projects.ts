import type { PostFacts } from "../workspace/facts.js";
import { defaultSettings } from "../workspace/settings.js";
import { createSiteFiles } from "../workspace/site-files.js";
import { findProjects, type Sources } from "./find-projects.js";
import { createProject, type Project, projectOf } from "./project.js";
import { createSiteReader, type SiteReader } from "./site-files.js";
import { parentUri } from "./uris.js";
import type { WorkspaceFiles } from "./workspace-files.js";

/** The workspace's projects as they are now, and the files that tell of their sites. */
export interface Projects {
  /** Where projects and settings come from: `update` looks there. */
  readonly sources: Sources;
  readonly all: readonly Project[];
  readonly sites: SiteReader;
  /** The project a file belongs to; files outside the workspace have one, too. */
  of(uri: string): Project;
  setSources(sources: Sources): void;
  /** The posts of the workspace's folders. */
  posts(): Iterable<PostFacts>;
  /** All posts in folders and below. */
  postsBelow(folders: ReadonlySet<string>): string[];
  /** Forgets the posts of the workspace's folders of which `isKept` does not hold. */
  forget(isKept: (uri: string) => boolean): void;
  /**
   * Finds the projects and their settings anew, among all files of the workspace. Takes them over if it is still wanted
   * then, and answers whether it did.
   */
  update(uris: readonly string[], isWanted: () => boolean): Promise<boolean>;
}

interface Surroundings {
  readonly files: WorkspaceFiles;
  /** What is wrong with the settings, each once. */
  readonly warn: (line: string) => void;
}

export function createProjects({ files, warn }: Surroundings): Projects {
  const siteFiles = createSiteFiles();
  const outside = createProject(undefined, defaultSettings, siteFiles);
  let sources: Sources = { folders: [], editorSettings: () => undefined };
  let all: readonly Project[] = [outside];
  let told: readonly string[] = [];

  function of(uri: string): Project {
    return projectOf(all, uri) ?? outside;
  }

  /** Posts that are in the index of a project they no longer belong to. */
  function forgetStrangers(): void {
    for (const project of all) {
      for (const { uri } of [...project.index.posts()]) {
        if (of(uri) !== project) project.index.delete(uri);
      }
    }
  }

  return {
    get sources() {
      return sources;
    },
    get all() {
      return all;
    },
    of,
    setSources(next) {
      sources = next;
    },
    *posts() {
      for (const { folder, index } of all) {
        if (folder !== undefined) yield* index.posts();
      }
    },
    postsBelow(folders) {
      const isBelow = (uri: string): boolean => {
        const parent = parentUri(uri);
        return folders.has(parent) || (parent !== uri && isBelow(parent));
      };
      return all.flatMap(({ index }) =>
        [...index.posts()].map(({ uri }) => uri).filter(isBelow),
      );
    },
    forget(isKept) {
      for (const { folder, index } of all) {
        if (folder === undefined) continue;
        for (const { uri } of [...index.posts()]) {
          if (!isKept(uri)) index.delete(uri);
        }
      }
    },
    async update(uris, isWanted) {
      const found = await findProjects(sources, uris, all, files, siteFiles);
      if (!isWanted()) return false;
      all = found.projects;
      for (const problem of found.problems)
        if (!told.includes(problem)) warn(problem);
      told = found.problems;
      forgetStrangers();
      return true;
    },
    sites: createSiteReader(files, siteFiles),
  };
}
