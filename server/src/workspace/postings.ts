/** Some posts, by URI. Most things are one post's: that takes no set. */
export type Uris = string | Set<string> | undefined;

export function withUri(uris: Uris, uri: string): string | Set<string> {
  if (uris === undefined || uris === uri) return uri;
  return typeof uris === "string" ? new Set([uris, uri]) : uris.add(uri);
}

export function withoutUri(uris: Uris, uri: string): Uris {
  if (uris === undefined || uris === uri) return undefined;
  if (typeof uris === "string") return uris;
  uris.delete(uri);
  const [first] = uris;
  return uris.size === 1 ? first : uris;
}

export function countUris(uris: Uris): number {
  if (uris === undefined) return 0;
  return typeof uris === "string" ? 1 : uris.size;
}

export function hasUri(uris: Uris, uri: string): boolean {
  return typeof uris === "object" ? uris.has(uri) : uris === uri;
}

export function* eachUri(uris: Uris): Generator<string> {
  if (typeof uris === "string") yield uris;
  else if (uris !== undefined) yield* uris;
}

/** Which posts have something, by a key of it. */
export interface Postings {
  add(key: string, uri: string): void;
  remove(key: string, uri: string): void;
  /** Those that have it; rarely one that does not, since keys are kept as digests. */
  get(key: string): Iterable<string>;
}

export function createPostings(): Postings {
  const posts = new Map<number, string | Set<string>>();
  return {
    get: (key) => eachUri(posts.get(digest(key))),
    add(key, uri) {
      const id = digest(key);
      posts.set(id, withUri(posts.get(id), uri));
    },
    remove(key, uri) {
      const id = digest(key);
      const left = withoutUri(posts.get(id), uri);
      if (left === undefined) posts.delete(id);
      else posts.set(id, left);
    },
  };
}

/** 32 bits of a text (FNV-1a). */
export function digest(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++)
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}
