import { stat } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import { ignoredBelow } from "../lsp/git-ignore.js";
import { messageOf, readTextFile } from "../lsp/text-file.js";
import { walk } from "../lsp/walk.js";
import { configurationNames, isSiteFileUri } from "../workspace/site-files.js";
import { UsageError } from "./arguments.js";

/** A file or folder that cannot be read; its message is one line. */
export class FileError extends Error {}

/**
 * The files that paths, folders and globs name, absolute, sorted, each once.
 * @throws UsageError where one names nothing.
 */
export async function findFiles(
  paths: readonly string[],
  cwd: string,
): Promise<string[]> {
  const found = new Set<string>();
  for (const path of paths) {
    const files = await filesOf(path, cwd);
    if (files.length === 0)
      throw new UsageError(`"${path}" names no Markdown file`);
    for (const file of files) found.add(file);
  }
  return [...found].sort();
}

async function filesOf(path: string, cwd: string): Promise<string[]> {
  const kind = await kindOf(resolve(cwd, path));
  if (kind === "folder") return findPosts(resolve(cwd, path));
  if (kind === "file") return [resolve(cwd, path)];
  return find(path, cwd);
}

/** All posts below a folder, but those that Git ignores. */
export function findPosts(folder: string): Promise<string[]> {
  return walk(folder, (name) => /\.(?:md|mdx|markdown)$/i.test(name));
}

/** The files below a folder that tell of the posts' sites, and the configuration of a site that it is in. */
export async function findSiteFiles(folder: string): Promise<string[]> {
  const found = await walk(folder, (name) => isSiteFileUri(`/${name}`));
  for (let above = dirname(folder); ; above = dirname(above)) {
    for (const name of configurationNames) {
      const path = join(above, name);
      if ((await kindOf(path)) === "file") return [...found, path];
    }
    if (above === dirname(above)) return found;
  }
}

/** What a glob matches, but what Git ignores; symbolic links are left alone, as in folders. */
async function find(pattern: string, cwd: string): Promise<string[]> {
  // Loaded on demand: most checks name files and folders.
  const { glob, isDynamicPattern } = await import("tinyglobby");
  if (!isDynamicPattern(pattern))
    throw new UsageError(`There is no "${pattern}"`);
  const paths = await glob(pattern, {
    cwd,
    ignore: ["**/node_modules/**", "**/.git/**"],
    absolute: true,
    followSymbolicLinks: false,
  });
  const found: string[] = [];
  const isIgnored = ignoredBelow(cwd);
  for (const path of paths.map((each) => resolve(each))) {
    const isElsewhere = relative(cwd, path).startsWith("..");
    if (isElsewhere || !(await isIgnored(path))) found.push(path);
  }
  return found;
}

/**
 * A file's text; a byte order mark stays, so that writing the text back changes nothing else.
 * @throws FileError
 */
export function readText(path: string): string {
  try {
    return readTextFile(path);
  } catch (error) {
    throw new FileError(messageOf(error));
  }
}

export async function kindOf(
  path: string,
): Promise<"file" | "folder" | undefined> {
  try {
    return (await stat(path)).isDirectory() ? "folder" : "file";
  } catch {
    return undefined;
  }
}
