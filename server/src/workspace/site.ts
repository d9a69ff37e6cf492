import ignore from "ignore";
import {
  type BlogOptions,
  defaultBlog,
  type InlineTags,
} from "./docusaurus-config.js";
import type { PostFacts } from "./facts.js";
import { type PostName, postName } from "./post-name.js";
import type { Saying } from "./said.js";
import type { Settings } from "./settings.js";
import {
  type EntryList,
  placeOf,
  resolvePath,
  type SiteFiles,
} from "./site-files.js";

/** Where a post lies. */
export interface Home {
  /** As `placeOf` spells it: posts with the same one are of one site. */
  readonly folder: string;
  /** The post's path in the folder. */
  readonly path: string;
  readonly name: PostName;
  /** Docusaurus makes the pages: its configuration says so, or an `authors.yml` beside the posts. */
  readonly isDocusaurus: boolean;
  readonly authors: EntryList | undefined;
  readonly tags: EntryList | undefined;
  readonly onInlineTags: InlineTags;
}

/** The folder of posts that a post belongs to, and what they have in common. */
export interface Site extends Home {
  /** How many other posts the folder has. */
  readonly size: number;
  /** The other posts of the folder that are named as this post is but for the date. */
  namedAlike(): readonly PostFacts[];
  /** What is found in the other posts. Looked for once for all posts of the site, whichever asks. */
  said(saying: Saying): Said;
}

/** What the other posts of a folder say of one kind. */
export interface Said {
  /** How many posts say a thing. */
  times(thing: string): number;
  /** All that is said, and by how many posts. */
  all(): Iterable<readonly [thing: string, times: number]>;
  /** Those that say a thing, in no order. */
  posts(thing: string): Iterable<PostFacts>;
  /** Those of about this post's day that say a thing, at most so many: the nearest first. */
  nearest(thing: string, most: number): readonly PostFacts[];
}

/** Where files lie, to find out which are posts. */
export interface SiteSources {
  /** URI that `weeknotes.posts` counts from. */
  readonly root: string | undefined;
  readonly settings: Settings;
  readonly files: SiteFiles;
}

/**
 * Whether files are posts, and of which site. By `weeknotes.posts`, else by the site's own configuration, else by an
 * `authors.yml` above it and a date in its name, or by the date alone.
 */
export function homes({
  root,
  settings,
  files,
}: SiteSources): (uri: string) => Home | undefined {
  const isOut = (pattern: string) => pattern.startsWith("!");
  const wanted = ignore().add(settings.posts.filter((one) => !isOut(one)));
  const unwanted = ignore().add(
    settings.posts.filter(isOut).map((one) => one.slice(1)),
  );
  const rootPlace = root === undefined ? undefined : placeOf(root);

  function isConfigured(place: string): boolean {
    const path = rootPlace && pathIn(rootPlace, place);
    return path ? wanted.ignores(path) && !unwanted.ignores(path) : false;
  }

  return (uri) => {
    const place = placeOf(uri);
    if (!/\.(?:mdx?|markdown)$/i.test(place)) return undefined;
    if (settings.posts.length > 0 && !isConfigured(place)) return undefined;
    const found = configuredBlog(place, files) ?? blogWithAuthors(place, files);
    const path = found && pathIn(found.folder, place);
    if (found && path !== undefined) {
      const isPost =
        settings.posts.length > 0 ||
        (found.isSure ? !/(?:^|\/)_/.test(path) : isDated(path));
      return isPost ? homeIn(found, path, files) : undefined;
    }
    if (settings.posts.length === 0 && !isDated(place)) return undefined;
    return homeByName(place);
  };
}

interface Blog {
  readonly folder: string;
  /** Of a translated blog: the folder whose lists count where it has none of its own. */
  readonly original?: string;
  readonly options: BlogOptions;
  /** The configuration names the folder: every file in it is a post. */
  readonly isSure: boolean;
}

function homeIn(
  { folder, original, options }: Blog,
  path: string,
  files: SiteFiles,
): Home {
  const listIn = (folder: string | undefined, name: string | undefined) =>
    folder === undefined || name === undefined
      ? undefined
      : files.listAt(resolvePath(folder, name));
  const list = (name: string | undefined) =>
    listIn(folder, name) ?? listIn(original, name);
  return {
    folder,
    path,
    name: postName(path),
    isDocusaurus: true,
    authors: list(options.authors) ?? list("authors.yaml"),
    tags: list(options.tags),
    onInlineTags: options.onInlineTags,
  };
}

/** No file says anything of the site: the posts are those that are named alike in one folder. */
function homeByName(place: string): Home {
  const slash = place.lastIndexOf("/");
  const [folder = ""] =
    /^.*?(?=\/\d{4}[-/]\d{1,2}[-/]\d{1,2}[^/]*(?:\/|\.[^/]*$))/.exec(place) ?? [
      place.slice(0, slash),
    ];
  const path = place.slice(folder.length + 1);
  return {
    folder,
    path,
    name: postName(path),
    isDocusaurus: false,
    authors: undefined,
    tags: undefined,
    onInlineTags: "ignore",
  };
}

function configuredBlog(place: string, files: SiteFiles): Blog | undefined {
  for (const above of foldersAbove(place)) {
    const blogs = files.blogsAt(above);
    if (!blogs) continue;
    for (const options of blogs) {
      const folder = resolvePath(above, options.path);
      if (pathIn(folder, place)) return { folder, options, isSure: true };
      const translated = translationOf(above, options, place);
      if (translated)
        return { folder: translated, original: folder, options, isSure: true };
    }
    return undefined;
  }
  return undefined;
}

/** `i18n/fr/docusaurus-plugin-content-blog/…`: the same blog in another language, with authors and tags of its own. */
function translationOf(
  site: string,
  { id }: BlogOptions,
  place: string,
): string | undefined {
  const plugin = `docusaurus-plugin-content-blog${id && id !== "default" ? `-${id}` : ""}`;
  const [, locale, found] =
    /^i18n\/([^/]+)\/([^/]+)\//.exec(pathIn(site, place) ?? "") ?? [];
  return found === plugin ? `${site}/i18n/${locale}/${plugin}` : undefined;
}

function blogWithAuthors(place: string, files: SiteFiles): Blog | undefined {
  const folder = foldersAbove(place).find(
    (above) =>
      files.listAt(`${above}/authors.yml`) ??
      files.listAt(`${above}/authors.yaml`),
  );
  return folder === undefined
    ? undefined
    : { folder, options: defaultBlog, isSure: false };
}

/** Innermost first. */
function foldersAbove(place: string): string[] {
  const found: string[] = [];
  for (
    let slash = place.lastIndexOf("/");
    slash > 0 && place[slash - 1] !== "/";
    slash = place.lastIndexOf("/", slash - 1)
  )
    found.push(place.slice(0, slash));
  return found;
}

function isDated(path: string): boolean {
  return postName(path).date !== undefined;
}

function pathIn(folder: string, place: string): string | undefined {
  return place.startsWith(`${folder}/`)
    ? place.slice(folder.length + 1)
    : undefined;
}
