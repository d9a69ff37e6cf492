import type { PostFacts } from "./facts.js";
import { postName } from "./post-name.js";
import type { Settings } from "./settings.js";
import { type Home, homes, type Site } from "./site.js";
import { placeOf, type SiteFiles } from "./site-files.js";

/** The posts of an index by the site they are of, kept up to date one post at a time. */
export interface SiteTable {
  set(facts: PostFacts): void;
  delete(uri: string): void;
  configure(settings: Settings): void;
  /** The site of a post, which need not be in the table; undefined for what is no post. */
  siteOf(uri: string): Site | undefined;
}

/** `root`: the URI that `weeknotes.posts` counts from. */
export function createSiteTable(
  root: string | undefined,
  files: SiteFiles,
  settings: Settings,
): SiteTable {
  const all = new Map<string, PostFacts>();
  const byFolder = new Map<string, Map<string, PostFacts>>();
  let homeOf = remembered(homes({ root, settings, files }));
  let version = files.version;

  function add(facts: PostFacts): void {
    const folder = homeOf(facts.uri)?.folder;
    if (folder === undefined) return;
    const posts = byFolder.get(folder);
    if (posts) posts.set(facts.uri, facts);
    else byFolder.set(folder, new Map([[facts.uri, facts]]));
  }

  function remove(uri: string): void {
    const folder = homeOf(uri)?.folder;
    if (folder !== undefined) byFolder.get(folder)?.delete(uri);
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
    siteOf(uri) {
      if (version !== files.version) begin();
      const home = homeOf(uri);
      if (!home) return undefined;
      const posts = byFolder.get(home.folder);
      let others: readonly PostFacts[] | undefined;
      return {
        ...home,
        others() {
          others ??= [...(posts?.values() ?? [])].filter(
            (facts) => facts.uri !== uri,
          );
          return others;
        },
        nameOf: ({ uri }) =>
          postName(placeOf(uri).slice(home.folder.length + 1)),
      };
    },
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
