import type { Dirent } from "node:fs";
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

  async function visit(at: string, rulesAt: RulesAt): Promise<void> {
    const entries = await readdir(at, { withFileTypes: true });
    const rules = await rulesAt(entries);
    const folders: string[] = [];
    const prefix = join(at, "_").slice(0, -1);
    for (const entry of entries) {
      const isFolder = entry.isDirectory();
      if (!isFolder && !(entry.isFile() && wanted(entry.name))) continue;
      const path = prefix + entry.name;
      if (isOfTools(entry.name) || isIgnored(rules, path, isFolder)) continue;
      (isFolder ? folders : found).push(path);
    }
    await Promise.all(
      folders.map((path) =>
        enter(path, (entries) => rulesAmong(entries, path, rules)),
      ),
    );
  }

  async function enter(at: string, rulesAt: RulesAt): Promise<void> {
    try {
      await visit(at, rulesAt);
    } catch (error) {
      onProblem(`Cannot read ${at}: ${messageOf(error)}`);
    }
  }

  await enter(folder, () => rulesIn(folder));
  return found;
}

/** The rules that hold in a folder, whose entries these are. */
type RulesAt = (entries: readonly Dirent[]) => Promise<IgnoreRules>;

/** Most folders have no rules of their own: to try to read them takes longer than all else that is done in a folder. */
async function rulesAmong(
  entries: readonly Dirent[],
  folder: string,
  above: IgnoreRules,
): Promise<IgnoreRules> {
  const hasRules = entries.some(({ name }) => /^\.git(?:ignore)?$/i.test(name));
  return hasRules ? rulesBelow(above, folder) : above;
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
