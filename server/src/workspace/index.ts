import { inReadingOrder, stylesWith } from "../targets/label-styles.js";
import type { Target } from "../targets/target.js";
import { itemKey, sameItem } from "../targets/target-key.js";
import { createDefinitionTable } from "./definition-table.js";
import type { PostFacts, UseFacts } from "./facts.js";
import type { Knowledge, KnownDefinition } from "./knowledge.js";
import { knowledgeFrom } from "./knowledge-from.js";
import { groupsOf, type Lessons, lessonsOf } from "./lessons.js";
import { defaultSettings, type Settings } from "./settings.js";
import { createSiteFiles, type SiteFiles } from "./site-files.js";
import { createSiteTable } from "./site-table.js";
import { addLessons, emptyTotals } from "./totals.js";

/** What all posts of a workspace say, kept up to date one post at a time. */
export interface WorkspaceIndex {
  /** Counts the changes: what was asked at one version still holds at it. */
  readonly version: number;
  /** Adds a post, or replaces what was known of it. */
  set(facts: PostFacts): void;
  delete(uri: string): void;
  /** Settings that bear on what is learned: repositories, label styles, hosts. The posts' facts are not read anew. */
  configure(settings: Settings): void;
  posts(): Iterable<PostFacts>;
  post(uri: string): PostFacts | undefined;
  /**
   * What is known as seen from one post: with its facts as they are now, which may be newer than those in the index.
   * Holds until the index changes.
   */
  knowledgeOf(uri: string, facts?: PostFacts): Knowledge;
  /** Everywhere the posts name a target, or the same thing under its other address. */
  usesOf(target: Target): KnownUse[];
  /** The definitions of a label in all posts, most used target first. */
  definitionsByKey(key: string): KnownDefinition[];
}

export interface KnownUse extends UseFacts {
  readonly uri: string;
}

interface Entry {
  readonly facts: PostFacts;
  readonly lessons: Lessons;
}

/** `root`: the URI of the folder the posts lie in. `files`: what tells of their sites; may be shared. */
export function createIndex(
  settings: Settings = defaultSettings,
  root?: string,
  files: SiteFiles = createSiteFiles(),
): WorkspaceIndex {
  const posts = new Map<string, Entry>();
  const sites = createSiteTable(root, files, settings);
  const definitions = createDefinitionTable();
  const postsByItem = new Map<string, Set<string>>();
  let totals = emptyTotals();
  let styles = inReadingOrder(stylesWith(settings.labelStyles));
  let version = 0;

  function add(entry: Entry): void {
    const { uri, uses } = entry.facts;
    posts.set(uri, entry);
    definitions.add(entry.facts);
    sites.set(entry.facts);
    learn(entry, 1);
    for (const { target } of uses) {
      const key = itemKey(target);
      postsByItem.set(key, (postsByItem.get(key) ?? new Set()).add(uri));
    }
  }

  function remove(uri: string): void {
    const entry = posts.get(uri);
    if (entry === undefined) return;
    posts.delete(uri);
    definitions.remove(entry.facts);
    sites.delete(uri);
    learn(entry, -1);
    for (const { target } of entry.facts.uses) {
      const key = itemKey(target);
      const uris = postsByItem.get(key);
      uris?.delete(uri);
      if (uris?.size === 0) postsByItem.delete(key);
    }
  }

  function learn({ facts, lessons }: Entry, sign: 1 | -1): void {
    addLessons(totals, groupsOf(facts), lessons, sign);
  }

  function usesOf(target: Target): KnownUse[] {
    return [...(postsByItem.get(itemKey(target)) ?? [])].flatMap((uri) =>
      (posts.get(uri)?.facts.uses ?? [])
        .filter((use) => sameItem(use.target, target))
        .map((use) => ({ ...use, uri })),
    );
  }

  return {
    get version() {
      return version;
    },
    set(facts) {
      remove(facts.uri);
      add({ facts, lessons: lessonsOf(facts, styles) });
      version++;
    },
    delete(uri) {
      if (!posts.has(uri)) return;
      remove(uri);
      version++;
    },
    configure(next) {
      settings = next;
      sites.configure(next);
      styles = inReadingOrder(stylesWith(next.labelStyles));
      totals = emptyTotals();
      for (const [uri, { facts }] of posts) {
        const entry = { facts, lessons: lessonsOf(facts, styles) };
        posts.set(uri, entry);
        learn(entry, 1);
      }
      version++;
    },
    *posts() {
      for (const { facts } of posts.values()) yield facts;
    },
    post: (uri) => posts.get(uri)?.facts,
    knowledgeOf(uri, facts) {
      const stored = posts.get(uri);
      const here =
        facts === undefined || facts === stored?.facts
          ? stored
          : { facts, lessons: lessonsOf(facts, styles) };
      return knowledgeFrom({
        uri,
        here,
        stored: stored?.lessons,
        totals,
        definitions,
        settings,
        site: () => sites.siteOf(uri),
      });
    },
    usesOf,
    definitionsByKey: (key) =>
      definitions
        .ofKey(key)
        .flatMap(({ byPost }) =>
          [...byPost].map(([uri, definition]) => ({ ...definition, uri })),
        ),
  };
}
