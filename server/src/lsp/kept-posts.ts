import type { CacheFile } from "../github/keeper.js";
import type { PostFacts } from "../workspace/facts.js";
import { isPacked } from "../workspace/packed-facts.js";
import { createPostStore } from "./post-store.js";
import type { Projects } from "./projects.js";
import type { StoredPost } from "./stored-posts.js";
import { isInFolder } from "./uris.js";

/** Which state of its file the index holds of each post; kept between sessions with what it knows of that state. */
export interface KeptPosts {
  /** What the last session knew of the posts in the workspace's folders. Never rejects. */
  read(): Promise<ReadonlyMap<string, StoredPost>>;
  /** The index holds the file as it was then; undefined where that cannot be told, as of an open text. */
  setIdentity(uri: string, identity: string | undefined): void;
  /** Something is known that is not written yet: writes it soon. */
  changed(): void;
  /** Writes it now. Never rejects. */
  flush(): Promise<void>;
}

interface Surroundings {
  readonly projects: Projects;
  readonly fileOf: (folder: string) => CacheFile | undefined;
  readonly log: (line: string) => void;
}

export function createKeptPosts({
  projects,
  fileOf,
  log,
}: Surroundings): KeptPosts {
  const identities = new Map<string, string>();
  const store = createPostStore({ fileOf, known, log });

  function* known() {
    for (const folder of projects.sources.folders) {
      const posts = new Map<string, StoredPost | undefined>();
      for (const { index } of projects.all)
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

  return {
    async read() {
      const { folders } = projects.sources;
      const maps = await Promise.all(folders.map(store.read));
      return new Map(maps.flatMap((map) => [...map]));
    },
    setIdentity(uri, identity) {
      if (identity === undefined) identities.delete(uri);
      else identities.set(uri, identity);
    },
    changed: store.changed,
    flush: store.flush,
  };
}
