import type { PostFacts } from "./facts.js";
import { createFolderPosts, type FolderPosts, type Saying } from "./said.js";
import { namesOf } from "./sayings.js";
import type { Settings } from "./settings.js";
import { type Home, homes, type Said, type Site } from "./site.js";
import type { SiteFiles } from "./site-files.js";

/** The posts of an index by the site they are of, kept up to date one post at a time. */
export interface SiteTable {
  set(facts: PostFacts): void;
  delete(uri: string): void;
  configure(settings: Settings): void;
  /** The site of a post, which need not be in the table; undefined for what is no post. */
  siteOf(post: Seen): Site | undefined;
}

/** A post that looks at the others. */
export type Seen = Pick<PostFacts, "uri" | "day">;

/** `root`: the URI that `weeknotes.posts` counts from. */
export function createSiteTable(
  root: string | undefined,
  files: SiteFiles,
  settings: Settings,
): SiteTable {
  const all = new Map<string, PostFacts>();
  const byFolder = new Map<string, FolderPosts>();
  let homeOf = remembered(homes({ root, settings, files }));
  let version = files.version;

  function folderOf({ folder }: Home): FolderPosts {
    const known = byFolder.get(folder);
    if (known) return known;
    const created = createFolderPosts((uri) => homeOf(uri));
    byFolder.set(folder, created);
    return created;
  }

  function add(facts: PostFacts): void {
    const home = homeOf(facts.uri);
    if (home) folderOf(home).set(facts);
  }

  function remove(uri: string): void {
    const home = homeOf(uri);
    if (home) folderOf(home).delete(uri);
  }

  function begin(): void {
    version = files.version;
    homeOf = remembered(homes({ root, settings, files }));
    byFolder.clear();
    for (const facts of all.values()) add(facts);
  }

  return {
    set(facts) {
      all.set(facts.uri, facts);
      add(facts);
    },
    delete(uri) {
      all.delete(uri);
      remove(uri);
    },
    configure(next) {
      settings = next;
      begin();
    },
    siteOf(post) {
      if (version !== files.version) begin();
      const home = homeOf(post.uri);
      return home && siteIn(home, folderOf(home), post);
    },
  };
}

function siteIn(home: Home, folder: FolderPosts, post: Seen): Site {
  const said = (saying: Saying) => saidBesides(folder, saying, post);
  return {
    ...home,
    size: folder.size - (folder.has(post.uri) ? 1 : 0),
    namedAlike: () => [...said(namesOf).posts(home.name.rest)],
    said,
  };
}

/** Without what a post says itself. */
function saidBesides(
  folder: FolderPosts,
  saying: Saying,
  { uri, day }: Seen,
): Said {
  const said = folder.said(saying);
  const timesOf = (thing: string) => {
    const sayers = said.get(thing);
    return sayers ? sayers.size - (sayers.has(uri) ? 1 : 0) : 0;
  };
  return {
    times: timesOf,
    *all() {
      for (const thing of said.keys()) {
        const times = timesOf(thing);
        if (times > 0) yield [thing, times];
      }
    },
    *posts(thing) {
      for (const other of said.get(thing)?.posts() ?? [])
        if (other.uri !== uri) yield other;
    },
    nearest: (thing, most) => said.get(thing)?.nearest(uri, day, most) ?? [],
  };
}

function remembered(
  find: (uri: string) => Home | undefined,
): (uri: string) => Home | undefined {
  const known = new Map<string, Home | undefined>();
  return (uri) => {
    if (!known.has(uri)) known.set(uri, find(uri));
    return known.get(uri);
  };
}
