import { outlineOf } from "../markdown/scan.js";
import { excerptOf, type PostFacts } from "../workspace/facts.js";
import { pack } from "../workspace/packed-excerpt.js";
import type { PackedFacts } from "../workspace/packed-facts.js";
import type { Confirmation } from "./confirmation.js";
import { type OpenDocuments, syntaxOf } from "./documents.js";
import type { FileTexts } from "./file-texts.js";
import { createGate } from "./gate.js";
import type { KeptPosts } from "./kept-posts.js";
import { indexPost } from "./project.js";
import type { Projects } from "./projects.js";
import { createSlices } from "./slices.js";
import type { StoredPost } from "./stored-posts.js";
import { isPostUri } from "./uris.js";
import type { WorkspaceFiles } from "./workspace-files.js";

/** Takes posts on disk into the index, and out of it; open ones are left as they are. */
export interface FileIndex {
  /** Looks at a file that changed. Answers whether that is news to the other posts. */
  update(
    uri: string,
    isListed: (uri: string) => Promise<boolean>,
  ): Promise<boolean>;
  /**
   * Takes those posts among the files that are not in the index yet, while that is wanted: first those that are as they were
   * when they were kept, and calls `listed` when it is known which others there are; then reads those.
   */
  readNew(
    posts: NewPosts,
    isWanted: () => boolean,
    report: Report | undefined,
    listed: () => void,
  ): Promise<void>;
  /** How many posts `readNew` has still to read. */
  readonly unread: number;
  /** Of those still to be read, takes the posts with such a text before all others. */
  readFirst(
    isWanted: (text: string) => boolean,
    signal: AbortSignal,
  ): AsyncGenerator<PostFacts>;
}

export interface NewPosts {
  readonly uris: readonly string[];
  /** What the last session knew. */
  readonly stored: ReadonlyMap<string, StoredPost>;
}

/** Hears how many posts of how many are read. */
export type Report = (done: number, total: number) => void;

interface Surroundings {
  readonly files: WorkspaceFiles;
  readonly documents: () => OpenDocuments;
  readonly projects: Projects;
  readonly texts: FileTexts;
  readonly kept: KeptPosts;
  readonly confirmation: Confirmation;
  readonly now: () => number;
}

interface FileText {
  readonly identity: string | undefined;
  readonly text: string;
}

const filesAtOnce = 16;

export function createFileIndex(around: Surroundings): FileIndex {
  const { files, documents, projects, texts, kept, confirmation, now } = around;
  /** The posts on disk that are listed, but not in the index yet. */
  let unread = new Set<string>();
  /** Whatever is to be read before all others is. */
  let firstRead: Promise<unknown> = Promise.resolve();

  async function readFile(uri: string): Promise<FileText | undefined> {
    // Looked at first: a file that changes meanwhile is taken for an older one, and read again the next time.
    const identity = await files.identityOf(uri);
    const text = await texts.read(uri);
    return text === undefined ? undefined : { identity, text };
  }

  function factsOfFile(uri: string, { identity, text }: FileText): PackedFacts {
    kept.setIdentity(uri, identity);
    kept.changed();
    const outline = outlineOf(text, syntaxOf(uri));
    return projects.of(uri).factsOf(uri, pack(excerptOf(uri, outline)));
  }

  function isKnown(uri: string): boolean {
    return projects.of(uri).index.post(uri) !== undefined;
  }

  function isUnread(uri: string): boolean {
    return unread.has(uri) && !documents().get(uri);
  }

  /** Those of some posts that are still unread, with what was found out about each. */
  async function* eachUnread<Found>(
    uris: readonly string[],
    find: (uri: string) => Promise<Found>,
  ): AsyncGenerator<readonly [uri: string, found: Found]> {
    const slice = createSlices(now);
    for (let at = 0; at < uris.length; at += filesAtOnce) {
      const batch = uris.slice(at, at + filesAtOnce).filter(isUnread);
      const found = await Promise.all(
        batch.map(async (uri) => [uri, await find(uri)] as const),
      );
      for (const one of found) {
        if (isUnread(one[0])) yield one;
        // Not awaited each time: for most posts there is next to nothing to do.
        const pause = slice();
        if (pause) await pause;
      }
    }
  }

  /** What cannot be read is not tried again. */
  function take(uri: string, facts: PostFacts | undefined): void {
    unread.delete(uri);
    if (facts) projects.of(uri).index.setSoon(facts);
  }

  return {
    get unread() {
      return unread.size;
    },
    async update(uri, isListed) {
      const wasKnown = isKnown(uri);
      unread.delete(uri);
      texts.changed(uri);
      confirmation.changed(uri);
      const file = (await isListed(uri)) ? await readFile(uri) : undefined;
      if (documents().get(uri)) return false;
      if (file) return indexPost(projects.of(uri), factsOfFile(uri, file));
      kept.setIdentity(uri, undefined);
      kept.changed();
      projects.of(uri).index.delete(uri);
      return wasKnown;
    },
    async readNew({ uris, stored }, isWanted, report, listed) {
      const posts = uris.filter((uri) => isPostUri(uri) && !isKnown(uri));
      unread = new Set(posts);
      const asKept = posts.filter((uri) => stored.has(uri));
      for await (const [uri, is] of eachUnread(asKept, files.identityOf)) {
        if (!isWanted()) return;
        const { identity, packed } = stored.get(uri) ?? {};
        if (packed === undefined || identity !== is) continue;
        kept.setIdentity(uri, identity);
        take(uri, projects.of(uri).factsOf(uri, packed));
      }
      listed();
      const total = unread.size;
      const read = (uri: string) => firstRead.then(() => readFile(uri));
      for await (const [uri, file] of eachUnread([...unread], read)) {
        if (!isWanted()) return;
        take(uri, file && factsOfFile(uri, file));
        report?.(total - unread.size, total);
      }
      if ([...stored.keys()].some((uri) => !isKnown(uri))) kept.changed();
    },
    async *readFirst(isWanted, signal) {
      const done = createGate();
      firstRead = Promise.all([firstRead, done.passed()]);
      try {
        for await (const [uri, text] of eachUnread([...unread], texts.read)) {
          if (signal.aborted) return;
          if (text !== undefined && !isWanted(text)) continue;
          const file = text === undefined ? undefined : await readFile(uri);
          if (!isUnread(uri)) continue;
          const facts = file && factsOfFile(uri, file);
          take(uri, facts);
          if (facts) yield facts;
        }
      } finally {
        done.open();
      }
    },
  };
}
