import { lstat, readdir } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import {
  type IgnoreRules,
  ignoredBelow,
  isIgnored,
  rulesBelow,
  rulesIn,
} from "./git-ignore.js";
import { messageOf } from "./text-file.js";

/**
 * The files in a folder and below whose name is wanted, in no order. Left out is what Git ignores, what tools keep
 * (`node_modules`, names that begin with a dot), and what lies behind a symbolic link: a folder linked into itself would
 * show its posts many times. A folder that cannot be read is told and left out; never rejects.
 */
export async function walk(
  folder: string,
  wanted: (name: string) => boolean,
  onProblem: (line: string) => void = () => {},
): Promise<string[]> {
  const found: string[] = [];

  async function visit(at: string, rules: IgnoreRules): Promise<void> {
    const folders: string[] = [];
    for (const entry of await readdir(at, { withFileTypes: true })) {
      const path = join(at, entry.name);
      const isFolder = entry.isDirectory();
      if (!isFolder && !(entry.isFile() && wanted(entry.name))) continue;
      if (isOfTools(entry.name) || isIgnored(rules, path, isFolder)) continue;
      (isFolder ? folders : found).push(path);
    }
    await Promise.all(folders.map((path) => enter(path, rules)));
  }

  async function enter(at: string, above: IgnoreRules): Promise<void> {
    try {
      await visit(at, await rulesBelow(above, at));
    } catch (error) {
      onProblem(`Cannot read ${at}: ${messageOf(error)}`);
    }
  }

  try {
    await visit(folder, await rulesIn(folder));
  } catch (error) {
    onProblem(`Cannot read ${folder}: ${messageOf(error)}`);
  }
  return found;
}

/** Whether `walk` would come upon a file, if its name is wanted. */
export async function isWithin(folder: string, path: string): Promise<boolean> {
  const names = relative(folder, path).split(sep);
  if (names.some(isOfTools)) return false;
  for (let at = path; at !== folder; at = dirname(at)) {
    const entry = await lstat(at).catch(() => undefined);
    if (!(at === path ? entry?.isFile() : entry?.isDirectory())) return false;
  }
  return !(await ignoredBelow(folder)(path));
}

function isOfTools(name: string): boolean {
  return name === "node_modules" || name.startsWith(".");
}
