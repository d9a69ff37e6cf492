import { type Counter, count } from "./counter.js";
import type { PostFacts } from "./facts.js";
import { postName } from "./post-name.js";
import type { Settings } from "./settings.js";
import { type Home, homes, type Saying, type Site } from "./site.js";
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
  /** By the folder: what was asked for, and how many posts say so. */
  const tallies = new Map<string, Map<Saying, Counter<string>>>();
  /** By the folder and the name without its date. */
  const byName = new Map<string, Map<string, PostFacts>>();
  let homeOf = remembered(homes({ root, settings, files }));
  let version = files.version;

  function add(facts: PostFacts): void {
    const home = homeOf(facts.uri);
    if (!home) return;
    addTo(byFolder, home.folder, facts);
    addTo(byName, nameKey(home), facts);
    recount(home, facts, 1);
  }

  function remove(uri: string): void {
    const home = homeOf(uri);
    const facts = all.get(uri);
    if (!home || !facts) return;
    recount(home, facts, -1);
    byFolder.get(home.folder)?.delete(uri);
    byName.get(nameKey(home))?.delete(uri);
  }

  function recount({ folder, name }: Home, facts: PostFacts, by: 1 | -1): void {
    for (const [saying, counter] of tallies.get(folder) ?? [])
      countSaid(counter, saying(facts, name), by);
  }

  /** Over all posts of a folder. */
  function tallyOf(folder: string, saying: Saying): Counter<string> {
    const known = tallies.get(folder) ?? new Map<Saying, Counter<string>>();
    tallies.set(folder, known);
    const counter = known.get(saying) ?? new Map<string, number>();
    if (known.has(saying)) return counter;
    known.set(saying, counter);
    for (const facts of byFolder.get(folder)?.values() ?? []) {
      const name = homeOf(facts.uri)?.name;
      if (name) countSaid(counter, saying(facts, name), 1);
    }
    return counter;
  }

  function begin(): void {
    version = files.version;
    homeOf = remembered(homes({ root, settings, files }));
    byFolder.clear();
    byName.clear();
    tallies.clear();
    for (const facts of all.values()) add(facts);
  }

  return {
    set(facts) {
      remove(facts.uri);
      all.set(facts.uri, facts);
      add(facts);
    },
    delete(uri) {
      remove(uri);
      all.delete(uri);
    },
    configure(next) {
      settings = next;
      begin();
    },
    siteOf(uri) {
      if (version !== files.version) begin();
      const home = homeOf(uri);
      if (!home) return undefined;
      const besides = (posts: ReadonlyMap<string, PostFacts> | undefined) =>
        [...(posts?.values() ?? [])].filter((facts) => facts.uri !== uri);
      let others: readonly PostFacts[] | undefined;
      return {
        ...home,
        others() {
          others ??= besides(byFolder.get(home.folder));
          return others;
        },
        namedAlike: () => besides(byName.get(nameKey(home))),
        tally(saying) {
          const counter = new Map(tallyOf(home.folder, saying));
          const own = all.get(uri);
          if (own) countSaid(counter, saying(own, home.name), -1);
          return counter;
        },
        nameOf({ uri }) {
          const other = homeOf(uri);
          return other?.folder === home.folder
            ? other.name
            : postName(placeOf(uri).slice(home.folder.length + 1));
        },
      };
    },
  };
}

/** Each thing once, however often one post says it. */
function countSaid(
  counter: Counter<string>,
  said: Iterable<string>,
  by: 1 | -1,
): void {
  for (const one of new Set(said)) count(counter, one, by);
}

function nameKey({ folder, name }: Home): string {
  return `${folder}\n${name.rest}`;
}

function addTo(
  groups: Map<string, Map<string, PostFacts>>,
  key: string,
  facts: PostFacts,
): void {
  const posts = groups.get(key);
  if (posts) posts.set(facts.uri, facts);
  else groups.set(key, new Map([[facts.uri, facts]]));
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
