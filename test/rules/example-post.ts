import { parse } from "../../server/src/markdown/parse.js";
import type { Example } from "../../server/src/rules/rule.js";
import type { AccountState } from "../../server/src/targets/github-port.js";
import { targetKey } from "../../server/src/targets/target-key.js";
import { parseUrl } from "../../server/src/targets/url.js";
import { factsOf } from "../../server/src/workspace/facts.js";
import { createIndex } from "../../server/src/workspace/index.js";
import type { Online, Post } from "../../server/src/workspace/post.js";
import {
  defaultSettings,
  type Settings,
} from "../../server/src/workspace/settings.js";
import { createSiteFiles } from "../../server/src/workspace/site-files.js";

export interface PostAround {
  readonly others?: Readonly<Record<string, string>>;
  readonly siteFiles?: Readonly<Record<string, string>>;
  readonly settings?: Partial<Settings>;
  readonly fileName?: string;
  /** What GitHub says, by URL; without it, it is not asked. */
  readonly statuses?: Example["statuses"];
  readonly account?: AccountState["state"];
}

/** A post in a workspace of its own. */
export function examplePost(
  markdown: string,
  {
    others = {},
    siteFiles = {},
    settings,
    fileName = "post.md",
    statuses,
    account,
  }: PostAround = {},
): Post {
  const all = { ...defaultSettings, ...settings };
  const folder = "file:///site/blog/";
  const uri = `${folder}${fileName}`;
  const known = createSiteFiles();
  for (const [name, text] of Object.entries(siteFiles))
    known.set(new URL(name, folder).href, text);
  const index = createIndex(all, folder, known);
  for (const [name, text] of Object.entries(others)) {
    index.set(factsOf(`${folder}${name}`, parse(text), all.github.hosts));
  }
  const document = parse(
    markdown,
    fileName.endsWith(".mdx") ? "mdx" : undefined,
  );
  const facts = factsOf(uri, document, all.github.hosts);
  return {
    uri,
    document,
    knowledge: index.knowledgeOf(uri, facts),
    settings: all,
    ...(statuses && { online: onlineWith(statuses, account) }),
  };
}

function onlineWith(
  statuses: NonNullable<Example["statuses"]>,
  account: AccountState["state"] = "signed-in",
): Online {
  const answers = new Map(
    Object.entries(statuses).map(([url, result]) => [
      targetKey(parseUrl(url, defaultSettings.github.hosts)),
      { result, at: 0 },
    ]),
  );
  return {
    account: () => account,
    answer: (target) => answers.get(targetKey(target)),
  };
}
