import type { Document } from "../markdown/document.js";
import { onceFor } from "../markdown/remember.js";
import {
  inReadingOrder,
  numberAlone,
  stylesWith,
} from "../targets/label-styles.js";
import type { Target } from "../targets/target.js";
import { itemKey } from "../targets/target-key.js";
import { parseUrl } from "../targets/url.js";
import { type Called, createCalled } from "./called.js";
import { createDefinitionTable } from "./definition-table.js";
import { documentLessons } from "./document-lessons.js";
import { usesInDocument } from "./document-uses.js";
import {
  nameTheSame,
  type PostFacts,
  targetsNamed,
  type UseFacts,
} from "./facts.js";
import { groupsOf, teamsOf } from "./groups.js";
import { usesOfItem } from "./item-uses.js";
import type { Knowledge, KnownDefinition } from "./knowledge.js";
import { knowledgeFrom } from "./knowledge-from.js";
import { type Lessons, lessonsOf } from "./lessons.js";
import { rememberedNamingOf } from "./naming.js";
import { createPostings } from "./postings.js";
import { createRecent } from "./recent.js";
import { defaultSettings, type Settings } from "./settings.js";
import { createSiteFiles, type SiteFiles } from "./site-files.js";
import { createSiteTable } from "./site-table.js";
import { Timeline } from "./timeline.js";
import { addLessons, emptyTotals } from "./totals.js";
import { createViews } from "./views.js";

/** What all posts of a workspace say, kept up to date one post at a time. */
export interface WorkspaceIndex {
  /** Counts the changes: what was asked at one version still holds at it. */
  readonly version: number;
  /** Adds a post, or replaces what was known of it. `document`: the text that has these facts, as in `knowledgeOf`. */
  set(facts: PostFacts, document?: Document): void;
  /** The same, but what the post teaches is learned by a later `learnNext`: until then only its facts are known. */
  setSoon(facts: PostFacts): void;
  /** Learns of one post; answers false where all are learned of. */
  learnNext(): boolean;
  delete(uri: string): void;
  /** Settings that bear on what is learned: repositories, label styles, hosts. The posts' facts are not read anew. */
  configure(settings: Settings): void;
  posts(): Iterable<PostFacts>;
  post(uri: string): PostFacts | undefined;
  /**
   * What is known as seen from one post: with its facts as they are now, which may be newer than those in the index.
   * Holds until the index changes. `document`: the text that has these facts, which teaches the same at less cost.
   */
  knowledgeOf(uri: string, facts?: PostFacts, document?: Document): Knowledge;
  /** The other posts of the same team that are nearest in time: what `knowledgeOf` goes by first. */
  neighboursOf(uri: string): readonly PostFacts[];
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
  /** Worked out again when they are asked for, some time later: they take more memory than the facts. */
  readonly lessons: Lessons;
  /** Where it names a target, or the same thing under its other address. */
  usesOf(target: Target): readonly UseFacts[];
}

/** A class, since an object with a getter of its own takes more memory than what is in it. */
class PostEntry implements Entry {
  readonly facts: PostFacts;
  readonly usesOf: Entry["usesOf"];
  readonly #learn: (facts: PostFacts) => Lessons;

  constructor(
    facts: PostFacts,
    learn: (facts: PostFacts) => Lessons,
    usesOf: Entry["usesOf"],
  ) {
    this.facts = facts;
    this.usesOf = usesOf;
    this.#learn = learn;
  }

  get lessons() {
    return this.#learn(this.facts);
  }
}

/** `root`: the URI of the folder the posts lie in. `files`: what tells of their sites; may be shared. */
export function createIndex(
  settings: Settings = defaultSettings,
  root?: string,
  files: SiteFiles = createSiteFiles(),
): WorkspaceIndex {
  const posts = new Map<string, Entry>();
  const sites = createSiteTable(root, files, settings);
  const definitions = createDefinitionTable(
    (uri) => posts.get(uri)?.facts,
    (destination) => parseUrl(destination, settings.github.hosts),
  );
  const unlearned = new Set<string>();
  const postsByItem = createPostings();
  const postsByTeam = new Map<string, Timeline>();
  let totals = emptyTotals();
  let styles = stylesToLearn(settings);
  let reading = { hosts: settings.github.hosts, styles };
  let lessonsIn = rememberedLessons();
  let version = 0;
  const views = createViews(() => ({
    version,
    posts,
    isLearned: (uri) => !unlearned.has(uri),
    postsByTeam,
    postsByItem,
    styles,
    totals,
    definitions,
    called,
    settings,
  }));
  let latest: { readonly version: number; readonly called: Called } | undefined;

  function called(): Called {
    if (latest?.version !== version)
      latest = { version, called: createCalled(definitions, styles) };
    return latest.called;
  }

  function rememberedLessons() {
    const learn = (facts: PostFacts) => lessonsOf(facts, styles);
    return {
      // A text that is typed in has new facts at each key.
      ofKept: createRecent(64, learn, ({ uri }) => uri),
      ofOpen: onceFor((facts: PostFacts) =>
        lessonsOf(facts, styles, rememberedNamingOf),
      ),
    };
  }

  const entryOf = (facts: PostFacts): Entry =>
    new PostEntry(facts, lessonsIn.ofKept, (target) =>
      usesOfItem(facts, target),
    );

  function entryOfOpen(facts: PostFacts, document?: Document): Entry {
    return new PostEntry(
      facts,
      () =>
        (document && documentLessons(document, reading)) ??
        lessonsIn.ofOpen(facts),
      (target) =>
        document
          ? usesInDocument(document, reading.hosts, target)
          : usesOfItem(facts, target),
    );
  }

  function add(entry: Entry): void {
    const { uri } = entry.facts;
    unlearned.delete(uri);
    posts.set(uri, entry);
    definitions.add(entry.facts);
    sites.set(entry.facts);
    learn(entry, 1);
    for (const target of targetsNamed(entry.facts))
      postsByItem.add(itemKey(target), uri);
    for (const team of teamsOf(entry.facts)) timelineOf(team).add(entry.facts);
  }

  function remove(uri: string): void {
    const entry = posts.get(uri);
    if (entry === undefined) return;
    posts.delete(uri);
    if (unlearned.delete(uri)) return;
    definitions.remove(entry.facts);
    sites.delete(uri);
    learn(entry, -1);
    for (const target of targetsNamed(entry.facts))
      postsByItem.remove(itemKey(target), uri);
    for (const team of teamsOf(entry.facts)) {
      const posts = timelineOf(team);
      posts.remove(uri);
      if (posts.size === 0) postsByTeam.delete(team);
    }
  }

  function timelineOf(team: string): Timeline {
    const known = postsByTeam.get(team) ?? new Timeline();
    postsByTeam.set(team, known);
    return known;
  }

  /** Most of what changes in an open text says nothing of targets. */
  function replace(facts: PostFacts, document?: Document): void {
    const { uri } = facts;
    const entry = document ? entryOfOpen(facts, document) : entryOf(facts);
    const before = posts.get(uri);
    if (
      before === undefined ||
      unlearned.has(uri) ||
      before.facts.day !== facts.day ||
      !nameTheSame(before.facts, facts) ||
      !sameGroups(before.facts, facts)
    ) {
      remove(uri);
      add(entry);
      return;
    }
    posts.set(uri, entry);
    sites.set(facts);
  }

  function learn({ facts, lessons }: Entry, sign: 1 | -1): void {
    addLessons(totals, groupsOf(facts), lessons, sign);
  }

  function usesOf(target: Target): KnownUse[] {
    return [...postsByItem.get(itemKey(target))].flatMap((uri) => {
      const uses = posts.get(uri)?.usesOf(target) ?? [];
      return uses.map((use) => ({ ...use, uri }));
    });
  }

  return {
    get version() {
      return version;
    },
    set(facts, document) {
      replace(facts, document);
      version++;
    },
    setSoon(facts) {
      remove(facts.uri);
      posts.set(facts.uri, entryOf(facts));
      unlearned.add(facts.uri);
      version++;
    },
    learnNext() {
      const [uri] = unlearned;
      const entry = uri === undefined ? undefined : posts.get(uri);
      if (entry === undefined) return false;
      add(entry);
      version++;
      return true;
    },
    delete(uri) {
      if (!posts.has(uri)) return;
      remove(uri);
      version++;
    },
    configure(next) {
      settings = next;
      sites.configure(next);
      styles = stylesToLearn(next);
      reading = { hosts: next.github.hosts, styles };
      lessonsIn = rememberedLessons();
      totals = emptyTotals();
      for (const [uri, { facts }] of posts) {
        const entry = entryOf(facts);
        posts.set(uri, entry);
        if (!unlearned.has(uri)) learn(entry, 1);
      }
      version++;
    },
    *posts() {
      for (const { facts } of posts.values()) yield facts;
    },
    post: (uri) => posts.get(uri)?.facts,
    knowledgeOf(uri, facts, document) {
      const stored = posts.get(uri);
      const here =
        facts === undefined || facts === stored?.facts
          ? stored
          : entryOfOpen(facts, document);
      const seen = here?.facts ?? {
        uri,
        authors: [],
        tags: [],
        day: undefined,
      };
      return knowledgeFrom({
        ...views.seenFrom(seen, here?.lessons),
        here,
        site: () => sites.siteOf({ uri, day: seen.day }),
      });
    },
    neighboursOf(uri) {
      const facts = posts.get(uri)?.facts;
      return facts === undefined
        ? []
        : views
            .nearestTo(uri, teamsOf(facts), facts.day)
            .map(({ facts }) => facts);
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

/** All styles a label may be learned in; more than it may be read in. */
function stylesToLearn({ labelStyles }: Settings): readonly string[] {
  return inReadingOrder([...stylesWith(labelStyles), numberAlone]);
}

function sameGroups(a: PostFacts, b: PostFacts): boolean {
  const [one, other] = [groupsOf(a), groupsOf(b)];
  return (
    one.length === other.length &&
    one.every(({ key }, index) => key === other[index]?.key)
  );
}
