import { pathToFileURL } from "node:url";
import { parse } from "../markdown/parse.js";
import { outlineOf } from "../markdown/scan.js";
import type { Syntax } from "../markdown/syntax.js";
import { excerptOf, factsOf } from "../workspace/facts.js";
import { createIndex } from "../workspace/index.js";
import { pack } from "../workspace/packed-excerpt.js";
import { createFactsReader } from "../workspace/packed-facts.js";
import type { Post } from "../workspace/post.js";
import type { Settings } from "../workspace/settings.js";
import { createSiteFiles } from "../workspace/site-files.js";

/** Posts that know each other, and their settings: what a thread has to be told to check one of them. */
export interface Project {
  /** Absolute path. */
  readonly folder: string;
  readonly settings: Settings;
  /** The texts of what tells of the posts' sites, by path. */
  readonly siteFiles: ReadonlyMap<string, string>;
  /** What each post says, by path, as `readExcerpt` gives it. */
  readonly excerpts: ReadonlyMap<string, string>;
}

/** A project whose posts have learned of each other. */
export interface OpenProject {
  post(path: string, text: string): Post;
}

/** What the other posts may want to know of one; see `pack`. */
export function readExcerpt(path: string, text: string): string {
  return pack(excerptOf(uriOf(path), outlineOf(text, syntaxOf(path))));
}

export function openProject(project: Project): OpenProject {
  const { folder, settings, excerpts } = project;
  const { hosts } = settings.github;
  const siteFiles = createSiteFiles();
  for (const [path, text] of project.siteFiles)
    siteFiles.set(uriOf(path), text);
  const index = createIndex(settings, uriOf(folder), siteFiles);
  const unpacked = createFactsReader(hosts);
  for (const [path, packed] of excerpts)
    index.set(unpacked(uriOf(path), packed));
  return {
    post(path, text) {
      const uri = uriOf(path);
      const document = parse(text, syntaxOf(path));
      const facts = factsOf(uri, document, hosts);
      return {
        uri,
        document,
        settings,
        knowledge: index.knowledgeOf(uri, facts),
      };
    },
  };
}

function syntaxOf(path: string): Syntax {
  return /\.mdx$/i.test(path) ? "mdx" : "commonmark";
}

function uriOf(path: string): string {
  return pathToFileURL(path).href;
}
