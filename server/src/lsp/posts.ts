import type { CacheFile } from "../github/keeper.js";
import type { Document } from "../markdown/document.js";
import type { Lines } from "../markdown/lines.js";
import { createMemory } from "../markdown/memory.js";
import type { Target } from "../targets/target.js";
import type { PostFacts } from "../workspace/facts.js";
import type { KnownUse } from "../workspace/index.js";
import type { Knowledge } from "../workspace/knowledge.js";
import type { Post } from "../workspace/post.js";
import { createConfirmation } from "./confirmation.js";
import type { OpenDocument, OpenDocuments } from "./documents.js";
import { createFileIndex, type Report } from "./file-index.js";
import { createFileQueue } from "./file-queue.js";
import { createFileTexts } from "./file-texts.js";
import type { Sources } from "./find-projects.js";
import type { Gate } from "./gate.js";
import { createKeptPosts } from "./kept-posts.js";
import { createListing } from "./listing.js";
import { createLoading } from "./loading.js";
import { createOpenPosts, type OpenPosts } from "./open-posts.js";
import { createPause } from "./pause.js";
import { createProjects } from "./projects.js";
import { sameItems } from "./same-items.js";
import { createSlices } from "./slices.js";
import { readTeam } from "./team-texts.js";
import {
  isConfigurationUri,
  isIgnoreUri,
  isPostUri,
  normalizeUri,
} from "./uris.js";
import type { WorkspaceFiles } from "./workspace-files.js";

/** The posts of the workspace, open and on disk: an open document's text wins. All URIs are normalized. */
export interface Posts {
  /** Resolves when the settings are known that hold for whole folders; never rejects. */
  readonly ready: Promise<void>;
  /** All posts of the workspace have been looked at once: `facts` are complete. */
  readonly whenRead: Gate;
  /** And what they tell each other is known. */
  readonly whenLearned: Gate;
  /**
   * For who looks for posts with such a text alone, and does not wait until `whenRead`: when it is done, or as many are given
   * as are asked for, `facts` holds them. Gives those that were taken before the others.
   */
  readFirst(
    isWanted: (text: string) => boolean,
    signal: AbortSignal,
  ): AsyncGenerator<PostFacts>;
  /** An open text with what is known around it now. */
  postOf(open: OpenDocument): Post;
  /** Any post, open or on disk. */
  read(uri: string): Promise<Post | undefined>;
  documentOf(uri: string): Promise<Document | undefined>;
  /** Where the lines of a post begin, open or on disk. */
  linesOf(uri: string): Promise<Lines | undefined>;
  /** What the index holds of all posts of the workspace folders. */
  facts(): Iterable<PostFacts>;
  /** What a look at a post depends on: values that are other ones when it may see something else. */
  basisOf(uri: string): readonly unknown[];
  usesOf(target: Target): KnownUse[];
  /**
   * Has posts on disk parsed, each once while it stays as it is, so that what is said of them is what the parser says and
   * not what a scan made of them. Answers whether that changed anything.
   */
  confirm(uris: Iterable<string>, signal?: AbortSignal): Promise<boolean>;
  /** Reads what a post's team wrote around what it named, for `Knowledge.passages`; gives up in time. */
  readTeam(uri: string, signal: AbortSignal): Promise<void>;
  /** Whether any post's settings say to ask GitHub. */
  asksGitHub(): boolean;
  /** Until the work is done nothing begins that can wait: what takes long would take the time it needs. */
  first<Result>(work: () => Promise<Result>): Promise<Result>;
  opened(open: OpenDocument): void;
  closed(open: OpenDocument): Promise<void>;
  filesChanged(uris: readonly string[]): Promise<void>;
  /** The lists of authors and tags that the sites' configurations name. */
  namedLists(): readonly string[];
  /** A text that is no post but may tell of a site was opened, has another version, or (`undefined`) was closed. */
  siteTextChanged(uri: string, text: string | undefined): Promise<void>;
  /** Writes down what is known of the posts, if there is news; does not reject. */
  flush(): Promise<void>;
  /** Finds the projects and their settings anew, and reads the posts that are not in the index yet. */
  load(sources: Sources, report?: Report): Promise<void>;
}

interface Surroundings {
  readonly files: WorkspaceFiles;
  readonly documents: () => OpenDocuments;
  readonly now: () => number;
  /** Something changed that diagnostics may depend on. */
  readonly changed: () => void;
  readonly warn: (line: string) => void;
  readonly log: (line: string) => void;
  /** Where what is known of a folder's posts outlives the program. */
  readonly indexFile: (folder: string) => CacheFile | undefined;
}

/** Milliseconds after the last key. */
const pauseInTyping = 250;

export function createPosts(around: Surroundings): Posts {
  const { files, documents, now, changed, warn, log, indexFile } = around;
  /** Counts what changed for the posts at large: settings, and what posts tell each other. */
  let version = 0;
  /** How much of that was said by one open text alone: no news to that one. */
  const saidBy = new Map<string, number>();
  const projects = createProjects({ files, warn });
  const { sites } = projects;
  const listing = createListing(files, projects);
  const kept = createKeptPosts({ projects, fileOf: indexFile, log });
  const openPosts = createOpenPosts({ documents, projects, kept });
  const texts = createFileTexts({ files, documents, projects });
  const onDisk = { documents, projects, texts, kept, now };
  const confirmation = createConfirmation(onDisk);
  const fileIndex = createFileIndex({ ...onDisk, files, confirmation });
  const loading = createLoading({
    documents,
    projects,
    listing,
    fileIndex,
    kept,
    now,
    updated() {
      openPosts.reset();
      announce();
    },
    loaded: announce,
  });
  /** A change of branches may bring ten thousand at once. */
  const queue = createFileQueue(takeChanges);

  function announce(): void {
    version++;
    changed();
  }

  function indexOpen(asked: Parameters<OpenPosts["index"]>[0]): void {
    const news = openPosts.index(asked);
    if (news.length === 0) return;
    const [uri] = news;
    if (uri !== undefined && news.length === 1)
      saidBy.set(uri, (saidBy.get(uri) ?? 0) + 1);
    announce();
  }

  /** How much work is being done that comes first, the first look at all posts included. */
  let pressing = 1;
  void loading.whenRead.passed().then(() => pressing--);

  /** The other posts hear of an open text when its author pauses. */
  const indexSoon = createPause(pauseInTyping, () => {
    if (pressing > 0) return indexSoon();
    try {
      indexOpen({ places: false });
    } catch (error) {
      // Nobody who asked hears of it, and what a timer throws would end the server.
      log(error instanceof Error ? (error.stack ?? error.message) : `${error}`);
    }
  });

  /** What is known as seen from a text, as long as nothing else changes. */
  const known = createMemory<
    Document,
    { readonly basis: readonly unknown[]; readonly knowledge: Knowledge }
  >();

  function knowledgeFrom(uri: string, document: Document): Knowledge {
    const teacher = openPosts.teacherOf(uri, document);
    const project = projects.of(uri);
    const basis = [uri, project, project.index.version, version];
    const before = known.get(teacher.document);
    if (before && sameItems(before.basis, basis)) return before.knowledge;
    const facts = openPosts.factsOf(uri, teacher.document);
    const knowledge = project.index.knowledgeOf(uri, facts, teacher.ofLabels);
    known.set(teacher.document, { basis, knowledge });
    return knowledge;
  }

  function postOf({ uri, document }: OpenDocument): Post {
    const key = normalizeUri(uri);
    indexOpen({ places: false, besides: key });
    const { settings } = projects.of(key);
    return { uri, document, settings, knowledge: knowledgeFrom(key, document) };
  }

  async function takeChanges(uris: readonly string[]): Promise<void> {
    if (uris.some((uri) => isConfigurationUri(uri) || isIgnoreUri(uri)))
      return loading.load(projects.sources);
    const isListed = await listing.among(uris);
    const slice = createSlices(now);
    let isNews = false;
    for (const uri of uris.filter(sites.isSiteFile))
      isNews = (await sites.read(uri)) || isNews;
    // Of a folder that is gone most clients say only that.
    const below = projects.postsBelow(new Set(uris));
    for (const uri of new Set([...uris.filter(isPostUri), ...below])) {
      isNews = (await fileIndex.update(uri, isListed)) || isNews;
      await slice();
    }
    if (isNews) announce();
  }

  return {
    ...loading,
    postOf,
    async read(uri) {
      const open = documents().get(uri);
      if (open) return postOf(open);
      const document = await texts.documentOf(uri);
      if (!document) return undefined;
      indexOpen({ places: false });
      const { settings, index } = projects.of(uri);
      return { uri, document, settings, knowledge: index.knowledgeOf(uri) };
    },
    async confirm(uris, signal) {
      const isNews = await confirmation.confirm(uris, signal);
      if (isNews) announce();
      return isNews;
    },
    documentOf: texts.documentOf,
    linesOf: texts.linesOf,
    *facts() {
      indexOpen({ places: true });
      yield* projects.posts();
    },
    basisOf(uri) {
      indexOpen({ places: false, besides: uri });
      const open = documents().get(uri);
      return [
        open?.document ?? projects.of(uri).index.post(uri),
        version - (saidBy.get(uri) ?? 0),
      ];
    },
    usesOf(target) {
      indexOpen({ places: true });
      return projects.all.flatMap(({ index }) => index.usesOf(target));
    },
    readTeam: (uri, signal) => readTeam(onDisk, normalizeUri(uri), signal),
    asksGitHub: () =>
      projects.all.some(({ settings }) => settings.github.enabled),
    async first(work) {
      pressing++;
      try {
        return await work();
      } finally {
        pressing--;
      }
    },
    opened(open) {
      openPosts.changed(open);
      indexSoon();
    },
    async closed(open) {
      const uri = normalizeUri(open.uri);
      openPosts.closed(uri);
      if (await fileIndex.update(uri, listing.has)) announce();
    },
    filesChanged: queue.add,
    namedLists: sites.namedLists,
    async siteTextChanged(uri, text) {
      const isNews = await (text === undefined
        ? sites.closed(uri)
        : sites.opened(uri, text));
      if (isNews) announce();
    },
    flush: kept.flush,
  };
}
