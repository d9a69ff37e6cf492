import type { PostFacts } from "./facts.js";

/** Posts that have something in common with one, and how much that says of how it is written. */
export interface Group {
  /** `author coot`, `tag network`, `folder file:///blog` or `all`. */
  readonly key: string;
  readonly weight: number;
}

/** What tells the groups of a post. */
export type Grouped = Pick<PostFacts, "uri" | "authors" | "tags">;

/** Of the posts of an author or tag; of a folder for posts that have neither. */
export const weightOfTeam = 9;

/** The groups of posts that one belongs to: as its neighbours in each write, it may write too. */
export function groupsOf({ uri, authors, tags }: Grouped): readonly Group[] {
  const team = new Set([
    ...authors.map((author) => `author ${author}`),
    ...tags.map((tag) => `tag ${tag}`),
  ]);
  return [
    ...[...team].map((key) => ({ key, weight: weightOfTeam })),
    {
      key: `folder ${uri.slice(0, uri.lastIndexOf("/"))}`,
      weight: team.size === 0 ? weightOfTeam : 3,
    },
    { key: "all", weight: 1 },
  ];
}

/** Those that tell teams apart, by key. */
export function teamsOf(post: Grouped): readonly string[] {
  return groupsOf(post)
    .filter(isTeam)
    .map(({ key }) => key);
}

export function isTeam({ weight }: Group): boolean {
  return weight === weightOfTeam;
}
