import { readFile, stat } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import ignore, { type Ignore } from "ignore";

/** The rules of the folders around a file, the outermost folder's first. */
export type IgnoreRules = readonly {
  readonly folder: string;
  readonly rules: Ignore;
}[];

/** The rules that hold in a folder, from the top of its repository down; those of a folder in no repository its own. */
export async function rulesIn(folder: string): Promise<IgnoreRules> {
  const top = await repositoryOf(folder);
  if (top === undefined || top === folder) return rulesBelow([], folder);
  let rules: IgnoreRules = [];
  let at = top;
  for (const name of relative(top, folder).split(sep)) {
    rules = await rulesBelow(rules, at);
    at = join(at, name);
    // Who opens an ignored folder wants what is in it.
    if (isIgnored(rules, at, true)) rules = [];
  }
  return rulesBelow(rules, folder);
}

/** The rules that hold above a folder with its own. */
export async function rulesBelow(
  above: IgnoreRules,
  folder: string,
): Promise<IgnoreRules> {
  const texts = await Promise.all([
    textOf(join(folder, ".git", "info", "exclude")),
    textOf(join(folder, ".gitignore")),
  ]);
  if (texts.every((text) => text === "")) return above;
  // Git compares so where file systems do.
  const rules = ignore({ ignorecase: process.platform !== "linux" });
  for (const text of texts) rules.add(text);
  return [...above, { folder, rules }];
}

/** Whether the rules of the folders around a file or folder exclude it (gitignore(5): the innermost that speaks decides). */
export function isIgnored(
  all: IgnoreRules,
  path: string,
  isFolder: boolean,
): boolean {
  for (const { folder, rules } of all.toReversed()) {
    const name = relative(folder, path).split(sep).join("/");
    const { ignored, unignored } = rules.test(isFolder ? `${name}/` : name);
    if (ignored || unignored) return ignored;
  }
  return false;
}

/** Asks of files below a folder whether Git ignores them, or a folder between. Reads each folder's rules once. */
export function ignoredBelow(
  folder: string,
): (path: string) => Promise<boolean> {
  const known = new Map<string, Promise<IgnoreRules | undefined>>();

  function rulesOf(at: string): Promise<IgnoreRules | undefined> {
    const rules = known.get(at) ?? readRules(at);
    known.set(at, rules);
    return rules;
  }

  /** Undefined for a folder that is ignored. */
  async function readRules(at: string): Promise<IgnoreRules | undefined> {
    if (at === folder) return rulesIn(folder);
    const above = await rulesOf(dirname(at));
    return above && !isIgnored(above, at, true)
      ? rulesBelow(above, at)
      : undefined;
  }

  return async (path) => {
    const rules = await rulesOf(dirname(path));
    return !rules || isIgnored(rules, path, false);
  };
}

async function repositoryOf(folder: string): Promise<string | undefined> {
  for (let at = folder; ; at = dirname(at)) {
    const found = await stat(join(at, ".git")).catch(() => undefined);
    if (found) return at;
    if (at === dirname(at)) return undefined;
  }
}

async function textOf(path: string): Promise<string> {
  return readFile(path, "utf8").catch(() => "");
}
