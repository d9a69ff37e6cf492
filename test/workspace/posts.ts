import { parse } from "../../server/src/markdown/parse.js";
import { factsOf } from "../../server/src/workspace/facts.js";
import {
  createIndex,
  type WorkspaceIndex,
} from "../../server/src/workspace/index.js";
import type { Post } from "../../server/src/workspace/post.js";
import {
  defaultSettings,
  type Settings,
} from "../../server/src/workspace/settings.js";

/** A workspace of posts by file name: the index over them, and each as the rules and features see it. */
export function workspaceOf(
  texts: Readonly<Record<string, string>>,
  changes: Partial<Settings> = {},
): {
  readonly index: WorkspaceIndex;
  readonly post: (name: string) => Post;
} {
  const settings = { ...defaultSettings, ...changes };
  const index = createIndex(settings);
  const { hosts } = settings.github;
  const documents = new Map(
    Object.entries(texts).map(([name, text]) => [name, parse(text)]),
  );
  for (const [name, document] of documents) {
    index.set(factsOf(uriOf(name), document, hosts));
  }
  return {
    index,
    post(name) {
      const document = documents.get(name) ?? parse("");
      const uri = uriOf(name);
      return { uri, document, knowledge: index.knowledgeOf(uri), settings };
    },
  };
}

export function uriOf(name: string): string {
  return `file:///posts/${name}`;
}

/** Definitions of GitHub pages, `label: path`, as a post's text. */
export function defines(pages: Readonly<Record<string, string>>): string {
  return Object.entries(pages)
    .map(([label, path]) => `[${label}]: https://github.com/${path}\n`)
    .join("");
}
