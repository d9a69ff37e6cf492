import { readFile, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { glob, isDynamicPattern } from "tinyglobby";
import { UsageError } from "./arguments.js";

/** A file or folder that cannot be read; its message is one line. */
export class FileError extends Error {}

const posts = "**/*.{md,mdx,markdown}";
const ignore = ["**/node_modules/**", "**/.git/**"];

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
  if (!isDynamicPattern(path)) throw new UsageError(`There is no "${path}"`);
  return find(path, cwd);
}

/** All posts below a folder. */
export function findPosts(folder: string): Promise<string[]> {
  return find(posts, folder);
}

/** Symbolic links are left alone, as by git: a folder linked into itself would show, and fix, its posts many times. */
function find(pattern: string, cwd: string): Promise<string[]> {
  return glob(pattern, {
    cwd,
    ignore,
    absolute: true,
    followSymbolicLinks: false,
  });
}

/**
 * The folder whose posts know each other: the nearest one above a file with a `weeknotes.json`, else the nearest with a
 * `.git`, else the file's own.
 */
export async function findRoot(
  file: string,
): Promise<{ readonly folder: string; readonly configuration?: string }> {
  let repository: string | undefined;
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    const configuration = join(folder, "weeknotes.json");
    if ((await kindOf(configuration)) === "file")
      return { folder, configuration };
    if (!repository && (await kindOf(join(folder, ".git"))) !== undefined)
      repository = folder;
    if (folder === dirname(folder))
      return { folder: repository ?? dirname(file) };
  }
}

/**
 * A file's text; a byte order mark stays, so that writing the text back changes nothing else.
 * @throws FileError
 */
export async function readText(path: string): Promise<string> {
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch (error) {
    throw new FileError(`Cannot read ${path}: ${messageOf(error)}`);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(
      bytes,
    );
  } catch {
    throw new FileError(`Cannot read ${path}: it is not UTF-8 text`);
  }
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

async function kindOf(path: string): Promise<"file" | "folder" | undefined> {
  try {
    return (await stat(path)).isDirectory() ? "folder" : "file";
  } catch {
    return undefined;
  }
}
