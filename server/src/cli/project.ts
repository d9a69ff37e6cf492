import { pathToFileURL } from "node:url";
import type { Outline } from "../markdown/outline.js";
import { parse } from "../markdown/parse.js";
import { outlineOf } from "../markdown/scan.js";
import type { Syntax } from "../markdown/syntax.js";
import { allRules } from "../rules/all-rules.js";
import { factsOf } from "../workspace/facts.js";
import { createIndex } from "../workspace/index.js";
import type { Post } from "../workspace/post.js";
import { readConfiguration } from "../workspace/read-settings.js";
import { defaultSettings, type Settings } from "../workspace/settings.js";
import { createSiteFiles } from "../workspace/site-files.js";
import {
  FileError,
  findPosts,
  findRoot,
  findSiteFiles,
  readText,
} from "./files.js";

/** The posts that know each other, and their settings. */
export interface Project {
  post(path: string, text: string): Post;
}

/** Opens the project a file belongs to; a project is read once. The promises reject with a FileError. */
export function createProjects(
  overrides: Settings["rules"],
): (file: string) => Promise<Project> {
  const projects = new Map<string, Promise<Project>>();
  return async (file) => {
    const { folder, configuration } = await findRoot(file);
    const project =
      projects.get(folder) ?? openProject(folder, configuration, overrides);
    projects.set(folder, project);
    return project;
  };
}

async function openProject(
  folder: string,
  configuration: string | undefined,
  overrides: Settings["rules"],
): Promise<Project> {
  const settings = await readProjectSettings(configuration, overrides);
  const siteFiles = createSiteFiles();
  for (const path of await findSiteFiles(folder)) {
    siteFiles.set(uriOf(path), await readText(path).catch(() => undefined));
  }
  const index = createIndex(settings, uriOf(folder), siteFiles);
  const facts = (path: string, document: Outline) =>
    factsOf(uriOf(path), document, settings.github.hosts);

  for (const path of await findPosts(folder)) {
    // A neighbour that cannot be read teaches nothing; as a file to check it is an error.
    const text = await readText(path).catch(() => undefined);
    if (text !== undefined)
      index.set(facts(path, outlineOf(text, syntaxOf(path))));
  }
  return {
    post(path, text) {
      const document = parsePost(path, text);
      return {
        uri: uriOf(path),
        document,
        settings,
        knowledge: index.knowledgeOf(uriOf(path), facts(path, document)),
      };
    },
  };
}

async function readProjectSettings(
  configuration: string | undefined,
  overrides: Settings["rules"],
): Promise<Settings> {
  if (!configuration) return { ...defaultSettings, rules: { ...overrides } };
  const { settings, problems } = readConfiguration(
    await readText(configuration),
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

function parsePost(path: string, text: string): Post["document"] {
  return parse(text, syntaxOf(path));
}

function syntaxOf(path: string): Syntax {
  return /\.mdx$/i.test(path) ? "mdx" : "commonmark";
}

function uriOf(path: string): string {
  return pathToFileURL(path).href;
}
