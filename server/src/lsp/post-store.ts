import { failureText } from "../github/failure.js";
import type { CacheFile } from "../github/keeper.js";
import { decodePosts, encodePosts, type StoredPost } from "./stored-posts.js";

/** Keeps what is known of a workspace's posts between sessions, in a file for each of its folders. */
export interface PostStore {
  /** What the last session knew of the posts in a folder. Never rejects. */
  read(folder: string): Promise<ReadonlyMap<string, StoredPost>>;
  /** Something is known that is not written yet: writes it soon. */
  changed(): void;
  /** Writes it now. Never rejects. */
  flush(): Promise<void>;
}

interface Surroundings {
  readonly fileOf: (folder: string) => CacheFile | undefined;
  /** The folders, and all their posts. A post that has no facts of its file's text now, since it is open, is without. */
  readonly known: () => Iterable<readonly [folder: string, posts: KnownPosts]>;
  readonly log: (line: string) => void;
}

type KnownPosts = ReadonlyMap<string, StoredPost | undefined>;

/** Milliseconds. Whoever saves a post saves it again soon. */
const delay = 10_000;

export function createPostStore(around: Surroundings): PostStore {
  const { fileOf, known, log } = around;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let writing = Promise.resolve();

  async function write(folder: string, posts: KnownPosts): Promise<void> {
    try {
      await fileOf(folder)?.update((before) =>
        encodePosts(withTheirs(posts, before)),
      );
    } catch (error) {
      log(
        `What is known of the posts could not be kept: ${failureText(error)}`,
      );
    }
  }

  async function flush(): Promise<void> {
    if (timer !== undefined) {
      clearTimeout(timer);
      timer = undefined;
      writing = writing.then(async () => {
        for (const [folder, posts] of known()) await write(folder, posts);
      });
    }
    return writing;
  }

  return {
    async read(folder) {
      try {
        const text = await fileOf(folder)?.read();
        return text === undefined ? new Map() : decodePosts(text);
      } catch (error) {
        log(
          `What was known of the posts could not be read: ${failureText(error)}`,
        );
        return new Map();
      }
    },
    changed() {
      timer ??= setTimeout(() => void flush(), delay);
    },
    flush,
  };
}

/** Of the posts that are open here another window may know the files. */
function* withTheirs(
  posts: KnownPosts,
  before: string | undefined,
): Generator<StoredPost> {
  let theirs: ReadonlyMap<string, StoredPost> | undefined;
  for (const [uri, post] of posts) {
    theirs ??= post || before === undefined ? theirs : decodePosts(before);
    const stored = post ?? theirs?.get(uri);
    if (stored) yield stored;
  }
}
