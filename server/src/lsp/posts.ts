import { LRUCache } from "lru-cache";
import type { CacheFile } from "../github/keeper.js";
import type { Document } from "../markdown/document.js";
import { indexLines, type Lines } from "../markdown/lines.js";
import { parse } from "../markdown/parse.js";
import { sayTheSame } from "../markdown/say-the-same.js";
import { outlineOf } from "../markdown/scan.js";
import type { Target } from "../targets/target.js";
import { excerptOf, factsOf, type PostFacts } from "../workspace/facts.js";
import type { KnownUse } from "../workspace/index.js";
import { pack } from "../workspace/packed-excerpt.js";
import { isPacked, type PackedFacts } from "../workspace/packed-facts.js";
import type { Post } from "../workspace/post.js";
import { defaultSettings } from "../workspace/settings.js";
import { createSiteFiles, isSiteFileUri } from "../workspace/site-files.js";
import {
  type OpenDocument,
  type OpenDocuments,
  syntaxOf,
} from "./documents.js";
import { createFileQueue } from "./file-queue.js";
import { findProjects, type Sources } from "./find-projects.js";
import { createGate, type Gate } from "./gate.js";
import { createPostStore } from "./post-store.js";
import {
  createProject,
  indexPost,
  type Project,
  projectOf,
} from "./project.js";
import { readSiteFile, readSiteFiles } from "./site-files.js";
import { createSlices } from "./slices.js";
import type { StoredPost } from "./stored-posts.js";
import {
  isConfigurationUri,
  isIgnoreUri,
  isInFolder,
  isPostUri,
  normalizeUri,
  parentUri,
} from "./uris.js";
import type { WorkspaceFiles } from "./workspace-files.js";

/** The posts of the workspace, open and on disk: an open document's text wins. All URIs are normalized. */
export interface Posts {
  /** Counts what changed for the posts at large: settings, and what posts tell each other. */
  readonly version: number;
  /** Resolves when the settings are known that hold for whole folders; never rejects. */
  readonly ready: Promise<void>;
  /** All posts of the workspace have been looked at once: `facts` are complete. */
  readonly whenRead: Gate;
  /** And what they tell each other is known. */
  readonly whenLearned: Gate;
  /** An open text with what is known around it now. */
  postOf(open: OpenDocument): Post;
  /** Any post, open or on disk. */
  read(uri: string): Promise<Post | undefined>;
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
  /** Whether any post's settings say to ask GitHub. */
  asksGitHub(): boolean;
  opened(open: OpenDocument): void;
  closed(open: OpenDocument): Promise<void>;
  filesChanged(uris: readonly string[]): Promise<void>;
  /** Writes down what is known of the posts, if there is news; does not reject. */
  flush(): Promise<void>;
  /** Finds the projects and their settings anew, and reads the posts that are not in the index yet. */
  load(sources: Sources, report?: Report): Promise<void>;
}

type Report = (done: number, total: number) => void;

type ReadFile =
  | StoredPost
  | { readonly identity: string | undefined; readonly text: string };

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

const filesAtOnce = 16;
const manyFiles = 100;
/** Parsed posts kept of those that are not open. */
const documentsKept = 200;

export function createPosts(around: Surroundings): Posts {
  const {
    files,
    documents,
    now,
    changed,
    warn,
    log,
    indexFile: fileOf,
  } = around;
  const siteFiles = createSiteFiles();
  const outside = createProject(undefined, defaultSettings, siteFiles);
  let projects: readonly Project[] = [outside];
  let sources: Sources = { folders: [], editorSettings: () => undefined };
  let version = 0;
  let loading = 0;
  let fileChanges = 0;
  const [ready, whenRead, whenLearned] = [
    createGate(),
    createGate(),
    createGate(),
  ];
  let isReady = false;
  let told: readonly string[] = [];
  /** Which state of its file is in the index; of open posts none is. */
  const identities = new Map<string, string>();
  const store = createPostStore({ fileOf, known: knownPosts, log });
  const unindexed = new Map<string, OpenDocument>();
  /** What the index knows of the open texts. */
  const indexed = new Map<string, Document>();
  /** The posts on disk that are known by their parse. */
  const confirmed = new Set<string>();
  /** Those that changed while all are read. */
  const touched = new Set<string>();
  const parsed = new LRUCache<string, Document>({ max: documentsKept });

  function projectFor(uri: string): Project {
    return projectOf(projects, uri) ?? outside;
  }

  function announce(): void {
    version++;
    changed();
  }

  function factsIn(uri: string, text: string): PackedFacts {
    const outline = outlineOf(text, syntaxOf(uri));
    return projectFor(uri).factsOf(uri, pack(excerptOf(uri, outline)));
  }

  /**
   * Open texts are indexed when someone asks, so that typing costs one look at a text and not one per key; and as long as
   * they say the same, only for who asks where: what the index keeps of other posts is not learned anew for each key.
   */
  function indexOpen({ places }: { places: boolean }): void {
    let news = false;
    for (const [uri, { document }] of unindexed) {
      const last = indexed.get(uri);
      if (last && !places && sayTheSame(last, document)) continue;
      unindexed.delete(uri);
      indexed.set(uri, document);
      identities.delete(uri);
      const project = projectFor(uri);
      const { hosts } = project.settings.github;
      const facts = factsOf(uri, document, hosts);
      news = indexPost(project, facts) || news;
    }
    if (news) announce();
  }

  function postOf({ uri, document }: OpenDocument): Post {
    indexOpen({ places: false });
    const { settings, index } = projectFor(normalizeUri(uri));
    const knowledge = index.knowledgeOf(normalizeUri(uri));
    return { uri, document, settings, knowledge };
  }

  /** Not every client tells when a whole folder goes: a post that cannot be read is forgotten. */
  async function textOf(uri: string): Promise<string | undefined> {
    const text = await files.read(uri);
    if (text === undefined && !documents().get(uri))
      projectFor(uri).index.delete(uri);
    return text;
  }

  async function documentOf(uri: string): Promise<Document | undefined> {
    const open = documents().get(uri);
    if (open) return open.document;
    const known = parsed.get(uri);
    if (known) return known;
    const before = fileChanges;
    const text = await textOf(uri);
    if (text === undefined) return undefined;
    const document = parse(text, syntaxOf(uri));
    // A text that was read while a file changed may be the former one.
    if (fileChanges === before) parsed.set(uri, document);
    return document;
  }

  async function read(uri: string): Promise<Post | undefined> {
    const open = documents().get(uri);
    if (open) return postOf(open);
    const document = await documentOf(uri);
    if (!document) return undefined;
    indexOpen({ places: false });
    const { settings, index } = projectFor(uri);
    return { uri, document, settings, knowledge: index.knowledgeOf(uri) };
  }

  async function confirm(
    uris: Iterable<string>,
    signal?: AbortSignal,
  ): Promise<boolean> {
    const slice = createSlices(now);
    let isNews = false;
    for (const uri of new Set(uris)) {
      if (signal?.aborted) break;
      if (confirmed.has(uri) || documents().get(uri)) continue;
      const document = await documentOf(uri);
      if (documents().get(uri)) continue;
      const { index, factsOf } = projectFor(uri);
      const known = index.post(uri);
      const packed = document && pack(excerptOf(uri, document));
      if (
        packed !== undefined &&
        !(isPacked(known) && known.packed === packed)
      ) {
        index.set(factsOf(uri, packed));
        store.changed();
        isNews = true;
      }
      isNews ||= packed === undefined;
      confirmed.add(uri);
      await slice();
    }
    if (isNews) announce();
    return isNews;
  }

  async function linesOf(uri: string): Promise<Lines | undefined> {
    const known = documents().get(uri)?.document ?? parsed.get(uri);
    if (known) return known.lines;
    const text = await textOf(uri);
    return text === undefined ? undefined : indexLines(text);
  }

  async function isInWorkspace(uri: string): Promise<boolean> {
    const folder = sources.folders.find((one) => isInFolder(uri, one));
    return folder !== undefined && files.isListed(folder, uri);
  }

  /** For many files it is quicker to look at the folders once. */
  async function listedAmong(uris: readonly string[]) {
    if (uris.length < manyFiles) return isInWorkspace;
    const listed = new Set(await listAll());
    return async (uri: string) => listed.has(uri);
  }

  /** Takes the file's text on disk, unless it is open. Answers whether that is news to the others. */
  async function indexFile(
    uri: string,
    isListed: (uri: string) => Promise<boolean>,
  ): Promise<boolean> {
    const known = projectFor(uri).index.post(uri) !== undefined;
    fileChanges++;
    touched.add(uri);
    parsed.delete(uri);
    confirmed.delete(uri);
    const file = (await isListed(uri)) ? await readFile(uri) : undefined;
    if (documents().get(uri)) return false;
    if (file) return indexPost(projectFor(uri), takeFile(uri, file));
    identities.delete(uri);
    store.changed();
    projectFor(uri).index.delete(uri);
    return known;
  }

  async function load(next: Sources, report?: Report): Promise<void> {
    const turn = ++loading;
    const current = () => turn === loading;
    sources = next;
    try {
      await prepare(current);
      await readNew(current, report);
      if (current()) whenRead.open();
      await learnAll(current);
    } finally {
      if (current()) {
        whenRead.open();
        whenLearned.open();
      }
    }
    if (current()) announce();
  }

  async function readNew(
    current: () => boolean,
    report: Report | undefined,
  ): Promise<void> {
    const uris = await listAll();
    await readSiteFiles(siteFiles, files, sources.folders, uris);
    await updateProjects(uris, current);
    if (!current()) return;
    forgetAllBut(new Set(uris));
    await readAll(
      uris.filter(
        (uri) =>
          isPostUri(uri) && projectFor(uri).index.post(uri) === undefined,
      ),
      current,
      report,
    );
  }

  async function listAll(): Promise<readonly string[]> {
    const { folders } = sources;
    const lists = await Promise.all(folders.map((one) => files.list(one)));
    return [...new Set(lists.flat().map(normalizeUri))];
  }

  async function learnAll(current: () => boolean): Promise<void> {
    const slice = createSlices(now);
    for (const { index } of projects)
      while (current() && index.learnNext()) await slice();
  }

  /** Comes before the first look at all files, which may take long: nobody should see what their settings turn off. */
  async function prepare(current: () => boolean): Promise<void> {
    if (isReady) return;
    try {
      await updateProjects([], current);
    } finally {
      if (current()) {
        isReady = true;
        ready.open();
      }
    }
  }

  async function updateProjects(
    uris: readonly string[],
    current: () => boolean,
  ): Promise<void> {
    const found = await findProjects(sources, uris, projects, files, siteFiles);
    if (!current()) return;
    projects = found.projects;
    for (const problem of found.problems)
      if (!told.includes(problem)) warn(problem);
    told = found.problems;
    forgetStrangers();
    indexed.clear();
    for (const open of documents().all())
      unindexed.set(normalizeUri(open.uri), open);
    announce();
  }

  /** Posts that are in the index of a project they no longer belong to. */
  function forgetStrangers(): void {
    for (const project of projects) {
      for (const { uri } of [...project.index.posts()]) {
        if (projectFor(uri) !== project) project.index.delete(uri);
      }
    }
  }

  /** Posts that are gone, or ignored now. */
  function forgetAllBut(uris: ReadonlySet<string>): void {
    for (const { folder, index } of projects) {
      if (folder === undefined) continue;
      for (const { uri } of [...index.posts()]) {
        if (!uris.has(uri) && !documents().get(uri)) index.delete(uri);
      }
    }
  }

  async function readAll(
    uris: readonly string[],
    current: () => boolean,
    report: Report | undefined,
  ): Promise<void> {
    const stored = await readStored();
    const slice = createSlices(now);
    touched.clear();
    for (let done = 0; done < uris.length; done += filesAtOnce) {
      const batch = uris.slice(done, done + filesAtOnce);
      const found = await Promise.all(
        batch.map((uri) => readFile(uri, stored.get(uri))),
      );
      for (const [position, uri] of batch.entries()) {
        if (!current()) return;
        const file = found[position];
        const { index } = projectFor(uri);
        if (!file || index.post(uri) || touched.has(uri)) continue;
        if (documents().get(uri)) continue;
        index.setSoon(takeFile(uri, file));
        await slice();
      }
      report?.(Math.min(done + filesAtOnce, uris.length), uris.length);
    }
    const isGone = (uri: string) => !projectFor(uri).index.post(uri);
    if ([...stored.keys()].some(isGone)) store.changed();
  }

  async function readStored(): Promise<ReadonlyMap<string, StoredPost>> {
    const maps = await Promise.all(sources.folders.map(store.read));
    return new Map(maps.flatMap((map) => [...map]));
  }

  /** A file's text, or what was made of it before if it is as it was then. */
  async function readFile(
    uri: string,
    stored?: StoredPost,
  ): Promise<ReadFile | undefined> {
    // Looked at first: a file that changes meanwhile is taken for an older one, and read again the next time.
    const identity = await files.identityOf(uri);
    if (stored && stored.identity === identity) return stored;
    const text = await textOf(uri);
    return text === undefined ? undefined : { identity, text };
  }

  function takeFile(uri: string, file: ReadFile): PackedFacts {
    if (file.identity === undefined) identities.delete(uri);
    else identities.set(uri, file.identity);
    if ("packed" in file) return projectFor(uri).factsOf(uri, file.packed);
    store.changed();
    return factsIn(uri, file.text);
  }

  function* knownPosts() {
    for (const folder of sources.folders) {
      const posts = new Map<string, StoredPost | undefined>();
      for (const { index } of projects)
        for (const facts of index.posts())
          if (isInFolder(facts.uri, folder))
            posts.set(facts.uri, storedFrom(facts));
      yield [folder, posts] as const;
    }
  }

  function storedFrom(facts: PostFacts): StoredPost | undefined {
    const { uri } = facts;
    const identity = identities.get(uri);
    return identity !== undefined && isPacked(facts)
      ? { uri, identity, packed: facts.packed }
      : undefined;
  }

  /** A change of branches may bring ten thousand at once. */
  const queue = createFileQueue(async (uris) => {
    if (uris.some((uri) => isConfigurationUri(uri) || isIgnoreUri(uri)))
      return load(sources);
    const isListed = await listedAmong(uris);
    const slice = createSlices(now);
    let isNews = false;
    for (const uri of uris.filter(isSiteFileUri))
      isNews = (await readSiteFile(siteFiles, files, uri)) || isNews;
    for (const uri of new Set([
      ...uris.filter(isPostUri),
      ...postsBelow(new Set(uris)),
    ])) {
      isNews = (await indexFile(uri, isListed)) || isNews;
      await slice();
    }
    if (isNews) announce();
  });

  /** Of a folder that is gone most clients say only that. */
  function postsBelow(folders: ReadonlySet<string>): string[] {
    const isBelow = (uri: string): boolean => {
      const parent = parentUri(uri);
      return folders.has(parent) || (parent !== uri && isBelow(parent));
    };
    return projects.flatMap(({ index }) =>
      [...index.posts()].map(({ uri }) => uri).filter(isBelow),
    );
  }

  return {
    get version() {
      return version;
    },
    ready: ready.passed(),
    whenRead,
    whenLearned,
    postOf,
    read,
    confirm,
    linesOf,
    *facts() {
      indexOpen({ places: true });
      for (const { folder, index } of projects) {
        if (folder !== undefined) yield* index.posts();
      }
    },
    basisOf(uri) {
      indexOpen({ places: false });
      const open = documents().get(uri);
      return [open?.document ?? projectFor(uri).index.post(uri), version];
    },
    usesOf(target) {
      indexOpen({ places: true });
      return projects.flatMap(({ index }) => index.usesOf(target));
    },
    asksGitHub: () => projects.some(({ settings }) => settings.github.enabled),
    opened(open) {
      unindexed.set(normalizeUri(open.uri), open);
    },
    async closed({ uri }) {
      unindexed.delete(normalizeUri(uri));
      indexed.delete(normalizeUri(uri));
      if (await indexFile(normalizeUri(uri), isInWorkspace)) announce();
    },
    filesChanged: queue.add,
    flush: store.flush,
    load,
  };
}
