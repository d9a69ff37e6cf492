import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export interface PostText {
  readonly path: string;
  readonly text: string;
}

/** The posts in a folder and below, by path. */
export function postsIn(folder: string): PostText[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.(?:md|mdx|markdown)$/.test(path))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(folder, path), "utf8") }));
}

export interface Part {
  readonly name: string;
  readonly posts: readonly PostText[];
}

/** Labels and URLs of real reports. Each corpus is a workspace of its own. */
export const recordedCorpora: readonly (readonly Part[])[] = [
  ["cardano-updates", "later"],
  ["leios"],
].map((names) =>
  names.map((name) => ({
    name,
    posts: recordedPosts(`test/bench/labels/${name}.txt`),
  })),
);

/** The posts in a file that has a line `=== path` before each. */
function recordedPosts(file: string): PostText[] {
  const [, ...posts] = readFileSync(file, "utf8").split(/^=== /m);
  return posts.map((post) => {
    const end = post.indexOf("\n");
    return { path: post.slice(0, end), text: post.slice(end + 1) };
  });
}
