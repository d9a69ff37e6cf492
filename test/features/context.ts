import type {
  ClientSupport,
  FeatureContext,
} from "../../server/src/features/context.js";
import { parse } from "../../server/src/markdown/parse.js";
import type { GitHub } from "../../server/src/targets/github-port.js";
import { factsOf } from "../../server/src/workspace/facts.js";
import { createIndex } from "../../server/src/workspace/index.js";
import {
  defaultSettings,
  type Settings,
} from "../../server/src/workspace/settings.js";
import { createSiteFiles } from "../../server/src/workspace/site-files.js";
import { fakeGitHub } from "./fake-github.js";

export interface Workspace {
  /** Other posts, by file name. */
  readonly others?: Readonly<Record<string, string>>;
  /** Files that tell of the site, by file name. */
  readonly siteFiles?: Readonly<Record<string, string>>;
  readonly settings?: Partial<Settings>;
  readonly github?: GitHub;
  readonly client?: Partial<ClientSupport>;
  /** The post's own file name. */
  readonly name?: string;
}

export const now = Date.parse("2022-10-20T12:00:00Z");

/** A post with a cursor, `$0`, among others: what a feature is asked with. Every wait is over at once. */
export function open(
  fixture: string,
  {
    others = {},
    siteFiles = {},
    settings: changed = {},
    github = fakeGitHub({ at: now }),
    client = {},
    name = "2022-10-20.md",
  }: Workspace = {},
) {
  const offset = fixture.indexOf("$0");
  const text = fixture.replace("$0", "");
  const settings: Settings = { ...defaultSettings, ...changed };
  const { hosts } = settings.github;
  const uriOf = (file: string) => `file:///blog/${file}`;
  const read = (file: string, source: string) =>
    parse(source, file.endsWith(".mdx") ? "mdx" : "commonmark");

  const document = read(name, text);
  const known = createSiteFiles();
  for (const [file, source] of Object.entries(siteFiles))
    known.set(uriOf(file), source);
  const index = createIndex(settings, "file:///blog", known);
  const documents = new Map(
    Object.entries(others).map(([file, source]) => [
      uriOf(file),
      read(file, source),
    ]),
  );
  for (const [uri, other] of documents) index.set(factsOf(uri, other, hosts));
  const uri = uriOf(name);
  const facts = factsOf(uri, document, hosts);
  const context: FeatureContext = {
    post: {
      uri,
      document,
      knowledge: index.knowledgeOf(uri, facts),
      settings,
    },
    github,
    now,
    client: {
      richMarkdown: false,
      snippets: true,
      insertReplace: true,
      ...client,
    },
    documentOf: async (uri) => documents.get(uri),
    delay: endAtOnce,
  };
  return {
    context,
    document,
    offset,
    position: document.lines.positionAt(offset),
    signal: new AbortController().signal,
  };
}

/** Lets everything go first that needs no waiting. */
async function endAtOnce(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}
