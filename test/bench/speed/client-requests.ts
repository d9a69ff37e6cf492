/** What servers ask of a client; `markdown/…` is how `vscode-markdown-languageserver` reads files and text. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { OpenText } from "./client.js";
import { peersFolder } from "./peers.js";

interface Environment {
  readonly root: string;
  readonly texts: ReadonlyMap<string, OpenText>;
  readonly settings: unknown;
}

interface Params {
  readonly uri?: string;
  readonly text?: string;
  readonly items?: readonly { readonly section?: string }[];
}

/** Rejects for what it does not know. */
export async function answerServer(
  method: string,
  params: unknown,
  { root, texts, settings }: Environment,
): Promise<unknown> {
  const { uri = "", text, items = [] } = (params ?? {}) as Params;
  switch (method) {
    case "workspace/configuration":
      return items.map(({ section }) => sectionOf(settings, section));
    case "workspace/workspaceFolders":
      return [{ uri: pathToFileURL(root).href, name: "bench" }];
    case "workspace/applyEdit":
      return { applied: true };
    case "markdown/parse":
      return parseMarkdown(
        text ??
          texts.get(uri)?.lines.join("\n") ??
          readFileSync(fileURLToPath(uri), "utf8"),
      );
    case "markdown/fs/readFile":
      return Array.from(readFileSync(fileURLToPath(uri)));
    case "markdown/fs/readDirectory":
      return readdirSync(fileURLToPath(uri), { withFileTypes: true }).map(
        (entry) => [entry.name, { isDirectory: entry.isDirectory() }],
      );
    case "markdown/fs/stat":
      try {
        return { isDirectory: statSync(fileURLToPath(uri)).isDirectory() };
      } catch {
        return null;
      }
    case "markdown/findMarkdownFilesInWorkspace":
      return readdirSync(root, { recursive: true, encoding: "utf8" })
        .filter((path) => path.endsWith(".md"))
        .map((path) => pathToFileURL(join(root, path)).href);
    default:
      if (/^(?:markdown\/fs\/watcher|window|client|workspace)\//.test(method))
        return null;
      throw new Error(`unknown method ${method}`);
  }
}

function sectionOf(settings: unknown, section = ""): unknown {
  let value = settings;
  for (const name of section.split(".").filter(Boolean))
    value = (value as Record<string, unknown> | undefined)?.[name];
  return value ?? null;
}

let parser: { parse(text: string, environment: object): unknown } | undefined;

/** As VS Code does: its tokens have the lines of the text, front matter included. */
function parseMarkdown(text: string): unknown {
  const load = createRequire(join(peersFolder, "package.json"));
  parser ??= load("markdown-it")({ html: true }) as NonNullable<typeof parser>;
  const [matter = ""] = /^---\n[\s\S]*?\n---(?=\n)/.exec(text) ?? [];
  const blank = matter.replace(/[^\n]/g, "");
  return parser.parse(blank + text.slice(matter.length), {});
}
