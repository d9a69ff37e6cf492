import type { PostFacts } from "./facts.js";
import type { Home } from "./site.js";
import { Timeline } from "./timeline.js";

/** What is to be found in a post. One function for each kind of thing: what it finds is kept for it. */
export type Saying = (post: PostFacts, home: Home) => Iterable<string>;

/** The posts of a folder by the things they say. Things are looked for in all posts when somebody first asks. */
export interface FolderPosts {
  readonly size: number;
  set(post: PostFacts): void;
  delete(uri: string): void;
  has(uri: string): boolean;
  /** Thing → the posts that say it, however often each does. */
  said(saying: Saying): ReadonlyMap<string, Timeline>;
}

export function createFolderPosts(
  homeOf: (uri: string) => Home | undefined,
): FolderPosts {
  const posts = new Map<string, PostFacts>();
  const asked = new Map<Saying, Map<string, Timeline>>();

  function thingsIn(post: PostFacts, saying: Saying): Iterable<string> {
    const home = homeOf(post.uri);
    return new Set(home ? saying(post, home) : []);
  }

  function add(
    said: Map<string, Timeline>,
    saying: Saying,
    post: PostFacts,
  ): void {
    for (const thing of thingsIn(post, saying)) {
      const sayers = said.get(thing) ?? new Timeline();
      sayers.add(post);
      said.set(thing, sayers);
    }
  }

  function remove(
    said: Map<string, Timeline>,
    saying: Saying,
    post: PostFacts,
  ): void {
    for (const thing of thingsIn(post, saying)) {
      const sayers = said.get(thing);
      sayers?.remove(post.uri);
      if (sayers?.size === 0) said.delete(thing);
    }
  }

  function forget(uri: string): void {
    const post = posts.get(uri);
    if (!post) return;
    posts.delete(uri);
    for (const [saying, said] of asked) remove(said, saying, post);
  }

  return {
    get size() {
      return posts.size;
    },
    set(post) {
      forget(post.uri);
      posts.set(post.uri, post);
      for (const [saying, said] of asked) add(said, saying, post);
    },
    delete: forget,
    has: (uri) => posts.has(uri),
    said(saying) {
      const known = asked.get(saying);
      if (known) return known;
      const said = new Map<string, Timeline>();
      for (const post of posts.values()) add(said, saying, post);
      asked.set(saying, said);
      return said;
    },
  };
}
