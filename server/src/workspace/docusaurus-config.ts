/** What a Docusaurus configuration says of one of its blogs. */
export interface BlogOptions {
  /** Relative to the configuration's folder, without `./` and final slashes. */
  readonly path: string;
  /** The plugin's `id`, by which its translations are filed. */
  readonly id: string | undefined;
  /** Relative to `path`. */
  readonly authors: string;
  /** Relative to `path`; undefined where there is no list of tags. */
  readonly tags: string | undefined;
  readonly onInlineTags: InlineTags;
}

/** What Docusaurus does about a tag that is not in the list of tags. */
export type InlineTags = "ignore" | "log" | "warn" | "throw";

export const defaultBlog: BlogOptions = {
  path: "blog",
  id: undefined,
  authors: "authors.yml",
  tags: "tags.yml",
  onInlineTags: "warn",
};

/**
 * The blogs that a `docusaurus.config.js` (or `.ts`, `.mjs`, `.cjs`) sets up, as far as its text says so in plain words:
 * it is a program, and is never run. Where the options are put together elsewhere, Docusaurus' own defaults are assumed.
 */
export function readDocusaurusConfig(text: string): readonly BlogOptions[] {
  const tokens = tokensOf(text);
  return tokens.flatMap((token, at) => {
    if (!isString(token) || !isEntry(tokens, at)) return [];
    const name = nameOf(token);
    const options = optionsOf(tokens, at);
    if (/(?:^|plugin-)content-blog$/.test(name)) return blogFrom(options);
    if (!/(?:^|preset-)classic$/.test(name)) return [];
    const blog = options.get("blog");
    return blog?.[0] === "false" ? [] : blogFrom(membersOf(blog ?? []));
  });
}

type Members = ReadonlyMap<string, readonly string[]>;

/** Whether a string names a plugin or preset: as one of a list, and not in an import. */
function isEntry(tokens: readonly string[], at: number): boolean {
  const before = tokens[at - 1] ?? "";
  return /^[[,]$/.test(before)
    ? true
    : before === "(" && tokens[at - 2] === "resolve";
}

/** `['name', { … }]`, where the object may stand in parentheses for the sake of a type. */
function optionsOf(tokens: readonly string[], at: number): Members {
  let next = tokens[at + 1] === ")" ? at + 2 : at + 1;
  if (tokens[next] !== ",") return new Map();
  do next++;
  while (tokens[next] === "(");
  return membersOf(tokens.slice(next));
}

/** None where the folder is worked out in a way that only a run would tell. */
function blogFrom(options: Members): BlogOptions[] {
  const path = pathIn(options.get("path"));
  if (path === undefined && options.has("path")) return [];
  const [tags] = options.get("tags") ?? [];
  const inline = inlineTags.find(
    (one) => one === pathIn(options.get("onInlineTags")),
  );
  return [
    {
      path: path ?? defaultBlog.path,
      id: pathIn(options.get("id")),
      authors: pathIn(options.get("authorsMapPath")) ?? defaultBlog.authors,
      tags:
        tags === "false" || tags === "null"
          ? undefined
          : (pathIn(options.get("tags")) ?? defaultBlog.tags),
      onInlineTags: inline ?? defaultBlog.onInlineTags,
    },
  ];
}

const inlineTags: readonly InlineTags[] = ["ignore", "log", "warn", "throw"];

/** `'blog'`, or `path.resolve(__dirname, 'blog')`. */
function pathIn(value: readonly string[] = []): string | undefined {
  const strings = value.filter(isString);
  const [only] = strings;
  const isPlain = value.length === 1 || value.includes("__dirname");
  return only !== undefined && strings.length === 1 && isPlain
    ? tidy(nameOf(only))
    : undefined;
}

/** The members of the object that the tokens open with, each with the tokens of its value; of none where it is none. */
function membersOf(tokens: readonly string[]): Members {
  const members = new Map<string, readonly string[]>();
  if (tokens[0] !== "{") return members;
  let depth = 0;
  let name: string | undefined;
  let start = 0;
  for (const [at, token] of tokens.entries()) {
    const isEnd = depth === 1 && /^[,}]$/.test(token);
    if (isEnd && name !== undefined) {
      members.set(name, tokens.slice(start, at));
      name = undefined;
    }
    if (/^[{[(]$/.test(token)) depth++;
    if (/^[}\])]$/.test(token)) depth--;
    if (depth === 0) break;
    if (depth === 1 && name === undefined && tokens[at + 1] === ":") {
      name = nameOf(token);
      start = at + 2;
    }
  }
  return members;
}

/** Strings with their quotes, words, and single signs; comments left out. */
function tokensOf(text: string): readonly string[] {
  const pattern =
    /\/\*[\s\S]*?\*\/|\/\/[^\r\n]*|'(?:\\.|[^'\\\r\n])*'|"(?:\\.|[^"\\\r\n])*"|`(?:\\.|[^`\\])*`|[\w$]+|\S/g;
  return [...text.matchAll(pattern)]
    .map(([token]) => token)
    .filter((token) => !/^\/[/*]/.test(token));
}

function isString(token: string): boolean {
  return /^['"`]/.test(token);
}

/** A name or string without its quotes. */
function nameOf(token: string): string {
  return isString(token) ? token.slice(1, -1) : token;
}

function tidy(path: string): string {
  return path.replace(/^(?:\.\/)+/, "").replace(/\/+$/, "");
}
