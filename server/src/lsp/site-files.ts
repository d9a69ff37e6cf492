import {
  configurationNames,
  isSiteFileUri,
  type SiteFiles,
} from "../workspace/site-files.js";
import { normalizeUri, parentUri } from "./uris.js";
import type { WorkspaceFiles } from "./workspace-files.js";

/**
 * Reads what tells of the posts' sites: those of the workspace's files that do, and the configuration of a site whose
 * folder of posts alone is opened. What is gone is forgotten.
 */
export async function readSiteFiles(
  known: SiteFiles,
  files: WorkspaceFiles,
  folders: readonly string[],
  uris: readonly string[],
): Promise<void> {
  const wanted = new Set([
    ...uris.filter(isSiteFileUri),
    ...folders.flatMap(configurationsAbove),
    ...[...known.uris()].map(normalizeUri),
  ]);
  await Promise.all([...wanted].map((uri) => readSiteFile(known, files, uri)));
}

/** Answers whether it says something else than before. */
export async function readSiteFile(
  known: SiteFiles,
  files: WorkspaceFiles,
  uri: string,
): Promise<boolean> {
  return known.set(uri, await files.read(uri));
}

function configurationsAbove(folder: string): string[] {
  const parent = parentUri(folder);
  if (parent === folder) return [];
  return [
    ...configurationNames.map((name) => `${parent}/${name}`),
    ...configurationsAbove(parent),
  ];
}
