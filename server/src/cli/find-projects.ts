import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { allRules } from "../rules/all-rules.js";
import { readConfiguration } from "../workspace/read-settings.js";
import { defaultSettings, type Settings } from "../workspace/settings.js";
import { createSiteFiles } from "../workspace/site-files.js";
import {
  FileError,
  findPosts,
  findSiteFiles,
  kindOf,
  readText,
} from "./files.js";
import type { Project } from "./project.js";

/** A project before its posts are read. */
export interface FoundProject extends Omit<Project, "excerpts"> {
  /** The paths of all its posts. */
  readonly posts: readonly string[];
  /** Those among them, and besides them, that are to be checked. */
  readonly files: readonly string[];
}

/**
 * The projects that files belong to.
 * @throws FileError: a configuration cannot be read.
 */
export async function findProjects(
  files: readonly string[],
  overrides: Settings["rules"],
): Promise<FoundProject[]> {
  const rootOf = createRoots();
  const byFolder = new Map<string, { root: Root; files: string[] }>();
  for (const file of files) {
    const root = await rootOf(dirname(file));
    const known = byFolder.get(root.folder);
    if (known) known.files.push(file);
    else byFolder.set(root.folder, { root, files: [file] });
  }
  const found: FoundProject[] = [];
  for (const { root, files } of byFolder.values())
    found.push({ ...(await readProject(root, overrides)), files });
  return found;
}

interface Root {
  readonly folder: string;
  readonly configuration?: string;
}

/**
 * The folder whose posts know each other: the nearest one with a `weeknotes.json` among a file's folder and those above
 * it, else the nearest with a `.git`, else the file's own.
 */
function createRoots(): (folder: string) => Promise<Root> {
  const known = new Map<string, Promise<Root | undefined>>();

  function marked(folder: string): Promise<Root | undefined> {
    const found = known.get(folder) ?? findMarked(folder);
    known.set(folder, found);
    return found;
  }

  async function findMarked(folder: string): Promise<Root | undefined> {
    const configuration = join(folder, "weeknotes.json");
    if ((await kindOf(configuration)) === "file")
      return { folder, configuration };
    const above = dirname(folder);
    const outer = above === folder ? undefined : await marked(above);
    if (outer?.configuration !== undefined) return outer;
    return (await kindOf(join(folder, ".git"))) === undefined
      ? outer
      : { folder };
  }

  return async (folder) => (await marked(folder)) ?? { folder };
}

async function readProject(
  { folder, configuration }: Root,
  overrides: Settings["rules"],
): Promise<Omit<FoundProject, "files">> {
  const settings = await readProjectSettings(configuration, overrides);
  const siteFiles = readSiteFiles(await findSiteFiles(folder));
  return { folder, settings, siteFiles, posts: await findPosts(folder) };
}

/** Texts by path: of these files, and of the lists of authors and tags that a configuration among them names. */
function readSiteFiles(paths: readonly string[]): Map<string, string> {
  const texts = new Map<string, string>();
  const known = createSiteFiles();
  const read = (path: string) => {
    try {
      const text = readText(path);
      texts.set(path, text);
      known.set(pathToFileURL(path).href, text);
    } catch {
      // It tells nothing.
    }
  };
  paths.forEach(read);
  for (const path of [...known.namedLists()].map((uri) => fileURLToPath(uri)))
    if (!texts.has(path)) read(path);
  return texts;
}

async function readProjectSettings(
  configuration: string | undefined,
  overrides: Settings["rules"],
): Promise<Settings> {
  if (!configuration) return { ...defaultSettings, rules: { ...overrides } };
  const { settings, problems } = readConfiguration(
    readText(configuration),
    defaultSettings,
  );
  const ids = new Set(allRules.map(({ id }) => id));
  const unknown = Object.keys(settings.rules)
    .filter((id) => !ids.has(id))
    .map((id) => `There is no rule "${id}".`);
  if (problems.length + unknown.length > 0)
    throw new FileError(
      `${configuration}: ${[...problems, ...unknown].join(" ")}`,
    );
  return { ...settings, rules: { ...settings.rules, ...overrides } };
}
