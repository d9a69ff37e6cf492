/** A post as it is kept between sessions. */
export interface StoredPost {
  readonly uri: string;
  /** Which state of the file it was made of: its size and the time of its last change. */
  readonly identity: string;
  /** What `pack` made of it. */
  readonly packed: string;
}

/** Raise it when a post's excerpt, or how it is packed, changes: what older programs stored is read anew then. */
const version = 1;

/**
 * A text of ASCII that is cut apart at form feeds: ten thousand posts are there in a tenth of the time that JSON takes.
 * Its first line tells whether the rest is whole.
 */
export function encodePosts(posts: Iterable<StoredPost>): string {
  let body = "";
  for (const { uri, identity, packed } of posts)
    body += `\f${uri}\n${identity}\n${packed}`;
  return `${headerOf(body)}${body}`;
}

/** The posts by URI; none where the text is damaged or another version's. */
export function decodePosts(text: string): ReadonlyMap<string, StoredPost> {
  const posts = new Map<string, StoredPost>();
  const start = text.indexOf("\f");
  if (start === -1 || text.slice(0, start) !== headerOf(text.slice(start)))
    return posts;
  for (const record of text.slice(start + 1).split("\f")) {
    const first = record.indexOf("\n");
    const second = record.indexOf("\n", first + 1);
    const uri = record.slice(0, first);
    posts.set(uri, {
      uri,
      identity: record.slice(first + 1, second),
      packed: record.slice(second + 1),
    });
  }
  return posts;
}

function headerOf(body: string): string {
  return `weeknotes posts ${version} ${body.length} ${digest(body)}\n`;
}

/**
 * 32 bits of a text of tens of megabytes: FNV-1a over words instead of bytes, of each fourth apart, since a processor takes
 * four steps at once where none waits for the one before.
 */
function digest(text: string): number {
  const bytes = new Uint8Array(3 * pieceLength);
  const words = new Uint32Array(bytes.buffer);
  const encoder = new TextEncoder();
  let [a, b, c, d] = [1, 2, 3, 4];
  for (let at = 0; at < text.length; at += pieceLength) {
    const piece = text.slice(at, at + pieceLength);
    const { written } = encoder.encodeInto(piece, bytes);
    const end = Math.ceil(written / 16) * 4;
    bytes.fill(0, written, end * 4);
    for (let i = 0; i < end; i += 4) {
      a = Math.imul(a ^ (words[i] ?? 0), prime);
      b = Math.imul(b ^ (words[i + 1] ?? 0), prime);
      c = Math.imul(c ^ (words[i + 2] ?? 0), prime);
      d = Math.imul(d ^ (words[i + 3] ?? 0), prime);
    }
  }
  return [b, c, d].reduce((hash, part) => Math.imul(hash ^ part, prime), a);
}

const prime = 0x01000193;

/** UTF-16 units; each takes three bytes at most. A multiple of four words. */
const pieceLength = 1 << 16;
