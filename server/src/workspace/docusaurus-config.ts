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
  const blogs: BlogOptions[] = [];
  let isPresetOff = false;
  let hasPreset = false;
  tokens.forEach((token, at) => {
    const after = tokens[at + 1];
    if (isString(token) && /(?:^|preset-)classic$/.test(nameOf(token)))
      hasPreset = true;
    if (nameOf(token) === "blog" && after === ":") {
      if (tokens[at + 2] === "false") isPresetOff = true;
      else if (tokens[at + 2] === "{") blogs.push(blogFrom(tokens, at + 2));
    }
    if (isString(token) && /content-blog$/.test(nameOf(token)))
      blogs.push(
        after === "," && tokens[at + 2] === "{"
          ? blogFrom(tokens, at + 2)
          : defaultBlog,
      );
  });
  const isPresetSaid = isPresetOff || blogs.some(({ id }) => id === undefined);
  return hasPreset && !isPresetSaid ? [...blogs, defaultBlog] : blogs;
}

/** The options in the object that opens at a token. */
function blogFrom(tokens: readonly string[], open: number): BlogOptions {
  const options = membersOf(tokens, open);
  const text = (name: string) => {
    const value = options.get(name);
    return value !== undefined && isString(value) ? nameOf(value) : undefined;
  };
  const tags = options.get("tags");
  const inline = inlineTags.find((one) => one === text("onInlineTags"));
  return {
    path: tidy(text("path") ?? defaultBlog.path),
    id: text("id"),
    authors: tidy(text("authorsMapPath") ?? defaultBlog.authors),
    tags:
      tags === "false" || tags === "null"
        ? undefined
        : tidy(text("tags") ?? "tags.yml"),
    onInlineTags: inline ?? defaultBlog.onInlineTags,
  };
}

const inlineTags: readonly InlineTags[] = ["ignore", "log", "warn", "throw"];

/** What stands behind the names of an object's own members, as far as it is one token. */
function membersOf(
  tokens: readonly string[],
  open: number,
): ReadonlyMap<string, string> {
  const members = new Map<string, string>();
  let depth = 0;
  for (let at = open; at < tokens.length; at++) {
    const token = tokens[at] ?? "";
    if (/^[{[(]$/.test(token)) depth++;
    if (/^[}\])]$/.test(token)) depth--;
    if (depth === 0) break;
    if (depth === 1 && tokens[at + 1] === ":") {
      const value = tokens[at + 2];
      if (value !== undefined) members.set(nameOf(token), value);
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
