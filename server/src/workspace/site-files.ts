import { indexLines, type Lines } from "../markdown/lines.js";
import type { Span } from "../markdown/span.js";
import { fieldOf, readYaml, type YamlField } from "../markdown/yaml.js";
import { type BlogOptions, readDocusaurusConfig } from "./docusaurus-config.js";

/** The files beside the posts that tell what their front matter may name: Docusaurus' configuration, authors, tags. */
export interface SiteFiles {
  /** Counts the changes. */
  readonly version: number;
  /** Takes a file's text; undefined for one that is gone. Answers whether that is news. */
  set(uri: string, text: string | undefined): boolean;
  /** URIs of all there are. */
  uris(): Iterable<string>;
  /** The list of authors or tags at a place, as `placeOf` spells it. */
  listAt(place: string): EntryList | undefined;
  /** The blogs of the Docusaurus site whose configuration lies in a folder; undefined where none does. */
  blogsAt(folder: string): readonly BlogOptions[] | undefined;
  /** URIs of the lists that configurations speak of, whether they are there or not. */
  namedLists(): ReadonlySet<string>;
}

/** An `authors.yml` or `tags.yml`. */
export interface EntryList {
  readonly uri: string;
  readonly lines: Lines;
  readonly entries: ReadonlyMap<string, Entry>;
}

/** An author or tag that posts may name by its key. */
export interface Entry {
  readonly key: string;
  readonly keySpan: Span;
  /** An author's `name`, a tag's `label`. */
  readonly name: string | undefined;
  /** An author's `title`, a tag's `description`. */
  readonly title: string | undefined;
  readonly url: string | undefined;
}

/** Whether a file tells of a site by its name; configurations may name further lists. */
export function isSiteFileUri(uri: string): boolean {
  return (
    isConfiguration(uri) || /\/(?:authors|tags)\.(?:ya?ml|json)$/.test(uri)
  );
}

/** The names a Docusaurus configuration may have. */
export const configurationNames = ["js", "ts", "mjs", "cjs", "mts", "cts"].map(
  (extension) => `docusaurus.config.${extension}`,
);

/** A URI with its escapes resolved: clients and Node escape differently. */
export function placeOf(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}

export function createSiteFiles(): SiteFiles {
  const texts = new Map<string, { uri: string; text: string }>();
  const lists = new Map<string, EntryList>();
  const blogs = new Map<string, readonly BlogOptions[]>();
  let version = 0;

  function blogsAt(folder: string): readonly BlogOptions[] | undefined {
    const known = blogs.get(folder);
    if (known) return known;
    const text = configurationNames
      .map((name) => texts.get(`${folder}/${name}`)?.text)
      .find((one) => one !== undefined);
    if (text === undefined) return undefined;
    const read = readDocusaurusConfig(text);
    blogs.set(folder, read);
    return read;
  }

  return {
    get version() {
      return version;
    },
    set(uri, text) {
      const place = placeOf(uri);
      if (texts.get(place)?.text === text) return false;
      if (text === undefined) texts.delete(place);
      else texts.set(place, { uri, text });
      lists.delete(place);
      blogs.delete(parentOf(place));
      version++;
      return true;
    },
    *uris() {
      for (const { uri } of texts.values()) yield uri;
    },
    listAt(place) {
      const file = texts.get(place);
      if (!file) return undefined;
      const known = lists.get(place) ?? readList(file.uri, file.text);
      lists.set(place, known);
      return known;
    },
    blogsAt,
    namedLists() {
      const named = new Set<string>();
      for (const [place, { uri }] of texts) {
        const blogs = isConfiguration(place) ? blogsAt(parentOf(place)) : [];
        for (const { path, authors, tags } of blogs ?? [])
          for (const name of [authors, tags])
            if (name !== undefined)
              named.add(
                resolvePath(parentOf(uri), encodePath(`${path}/${name}`)),
              );
      }
      return named;
    },
  };
}

function isConfiguration(uri: string): boolean {
  return /\/docusaurus\.config\.[cm]?[jt]s$/.test(uri);
}

function parentOf(uri: string): string {
  return uri.slice(0, uri.lastIndexOf("/"));
}

function encodePath(path: string): string {
  return path.split("/").map(encodeURIComponent).join("/");
}

/** A relative path from a folder; `..` goes up. */
export function resolvePath(folder: string, path: string): string {
  return path
    .split("/")
    .filter((name) => name !== "" && name !== ".")
    .reduce(
      (at, name) => (name === ".." ? parentOf(at) : `${at}/${name}`),
      folder,
    );
}

function readList(uri: string, text: string): EntryList {
  const entries = readYaml(text).fields.map(entryOf);
  return {
    uri,
    lines: indexLines(text),
    entries: new Map(entries.map((entry) => [entry.key, entry])),
  };
}

function entryOf({ key, keySpan, value }: YamlField): Entry {
  const text = (...names: string[]) =>
    names
      .map((name) => value?.kind === "mapping" && fieldOf(value, name)?.value)
      .flatMap((one) => (one && one.kind === "scalar" ? [one.text] : []))[0];
  return {
    key,
    keySpan,
    name: text("name", "label"),
    title: text("title", "description"),
    url: text("url"),
  };
}
