import type { Projects } from "./projects.js";
import { isInFolder, normalizeUri } from "./uris.js";
import type { WorkspaceFiles } from "./workspace-files.js";

/** Which files the workspace has: what Git ignores is none of its posts. */
export interface Listing {
  /** All posts, and all files that hold settings or tell of sites. Normalized, each once. */
  all(): Promise<readonly string[]>;
  has(uri: string): Promise<boolean>;
  /** `has` for some files: for many it is quicker to look at the folders once. */
  among(uris: readonly string[]): Promise<(uri: string) => Promise<boolean>>;
}

const manyFiles = 100;

export function createListing(
  files: WorkspaceFiles,
  projects: Projects,
): Listing {
  async function all(): Promise<readonly string[]> {
    const { folders } = projects.sources;
    const lists = await Promise.all(folders.map((one) => files.list(one)));
    return [...new Set(lists.flat().map(normalizeUri))];
  }

  async function has(uri: string): Promise<boolean> {
    const { folders } = projects.sources;
    const folder = folders.find((one) => isInFolder(uri, one));
    return folder !== undefined && files.isListed(folder, uri);
  }

  return {
    all,
    has,
    async among(uris) {
      if (uris.length < manyFiles) return has;
      const listed = new Set(await all());
      return async (uri) => listed.has(uri);
    },
  };
}
