import {
  configurationNames,
  isSiteFileUri,
  type SiteFiles,
} from "../workspace/site-files.js";
import { normalizeUri, parentUri } from "./uris.js";
import type { WorkspaceFiles } from "./workspace-files.js";

/** Keeps what tells of the posts' sites: an open file's text wins. All URIs are normalized. */
export interface SiteReader {
  /** Whether a file tells of a site: by its name, or as a configuration says. */
  isSiteFile(uri: string): boolean;
  /** The lists of authors and tags that configurations name. */
  namedLists(): readonly string[];
  /**
   * Reads those of the workspace's files that tell of sites, and the configuration of a site whose folder of posts alone is
   * opened. What is gone is forgotten.
   */
  readAll(folders: readonly string[], uris: readonly string[]): Promise<void>;
  /** Reads a file that tells of a site. Answers whether it says something else than before. */
  read(uri: string): Promise<boolean>;
  /** An editor has opened or changed a text that may tell of a site. Answers as `read` does. */
  opened(uri: string, text: string): Promise<boolean>;
  /** The file's text counts again. Answers as `read` does. */
  closed(uri: string): Promise<boolean>;
}

export function createSiteReader(
  files: WorkspaceFiles,
  known: SiteFiles,
): SiteReader {
  /** Of all texts that may tell of a site: which do, configurations say that may be read later. */
  const open = new Map<string, string>();

  async function take(uri: string): Promise<boolean> {
    const text = open.get(uri) ?? (await files.read(uri));
    return known.set(uri, open.get(uri) ?? text);
  }

  function namedLists(): string[] {
    return [...known.namedLists()].map(normalizeUri);
  }

  async function read(uri: string): Promise<boolean> {
    const before = new Set(namedLists());
    const isNews = await take(uri);
    // A configuration may name other lists than it did.
    const named = namedLists().filter((list) => !before.has(list));
    await Promise.all(named.map(take));
    return isNews;
  }

  function isSiteFile(uri: string): boolean {
    return isSiteFileUri(uri) || namedLists().includes(uri);
  }

  return {
    isSiteFile,
    namedLists,
    read,
    async readAll(folders, uris) {
      const wanted = new Set([
        ...uris.filter(isSiteFileUri),
        ...[...open.keys()].filter(isSiteFileUri),
        ...folders.flatMap(configurationsAbove),
        ...[...known.uris()].map(normalizeUri),
      ]);
      await Promise.all([...wanted].map(take));
      const named = namedLists().filter((list) => !wanted.has(list));
      await Promise.all(named.map(take));
    },
    async opened(uri, text) {
      open.set(uri, text);
      return isSiteFile(uri) && read(uri);
    },
    async closed(uri) {
      open.delete(uri);
      return isSiteFile(uri) && read(uri);
    },
  };
}

function configurationsAbove(folder: string): string[] {
  const parent = parentUri(folder);
  if (parent === folder) return [];
  return [
    ...configurationNames.map((name) => `${parent}/${name}`),
    ...configurationsAbove(parent),
  ];
}
