import { parse } from "../../server/src/markdown/parse.js";
import { factsOf } from "../../server/src/workspace/facts.js";
import { createIndex } from "../../server/src/workspace/index.js";
import type { Post } from "../../server/src/workspace/post.js";
import {
  defaultSettings,
  type Settings,
} from "../../server/src/workspace/settings.js";

export interface PostAround {
  readonly others?: Readonly<Record<string, string>>;
  readonly settings?: Partial<Settings>;
  readonly fileName?: string;
}

/** A post in a workspace of its own. */
export function examplePost(
  markdown: string,
  { others = {}, settings, fileName = "post.md" }: PostAround = {},
): Post {
  const all = { ...defaultSettings, ...settings };
  const uri = `file:///site/blog/${fileName}`;
  const index = createIndex(all);
  for (const [name, text] of Object.entries(others)) {
    index.set(
      factsOf(`file:///site/blog/${name}`, parse(text), all.github.hosts),
    );
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
  };
}
