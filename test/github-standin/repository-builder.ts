import { createHash } from "node:crypto";
import type {
  Checks,
  Comment,
  Commit,
  Discussion,
  Issue,
  Item,
  Label,
  Pull,
  Release,
  Repository,
} from "./model.js";

export interface RepositorySeed {
  readonly description?: string | null;
  readonly private?: boolean;
  readonly archived?: boolean;
  readonly fork?: boolean;
  readonly parent?: string;
  readonly defaultBranch?: string;
  readonly items?: readonly ItemSeed[];
  readonly commits?: readonly CommitSeed[];
  /** Name to the messages of the commits it has beyond the default branch's second one. */
  readonly branches?: Readonly<Record<string, readonly string[]>>;
  readonly releases?: readonly ReleaseSeed[];
  /** Tags without a release. */
  readonly tags?: readonly string[];
  readonly comments?: readonly Comment[];
}

type Defaulted<T extends Item> = Pick<T, "kind" | "number" | "title"> &
  Partial<Omit<T, "id" | "kind" | "number" | "title">>;
export type PullSeed = Defaulted<Pull> & { readonly checks?: Checks | null };
export type ItemSeed = PullSeed | Defaulted<Issue> | Defaulted<Discussion>;
export type CommitSeed = Pick<Commit, "sha" | "message"> & Partial<Commit>;
export type ReleaseSeed = Pick<Release, "tag"> & Partial<Omit<Release, "id">>;

const authors = [
  "manveru",
  "johnalotoski",
  "dermetfan",
  "disassembler",
  "kreisys",
  "rschardt",
] as const;
const palette: readonly Label[] = [
  { name: "ci", color: "0e8a16" },
  { name: "bug", color: "d73a4a" },
  { name: "enhancement", color: "a2eeef" },
  { name: "documentation", color: "0075ca" },
];

/** A repository of `owner/name` and its history. The same seed gives the same repository, to the byte. */
export function buildRepository(
  id: number,
  name: string,
  seed: RepositorySeed,
): Repository {
  const [owner = "", repo = ""] = name.split("/");
  const defaultBranch = seed.defaultBranch ?? "master";
  const repository: Repository = {
    id,
    owner,
    name: repo,
    description: seed.description ?? null,
    private: seed.private ?? false,
    archived: seed.archived ?? false,
    fork: seed.fork ?? false,
    parent: seed.parent ?? null,
    defaultBranch,
    pushedAt: day(12),
    items: new Map(),
    commits: new Map(),
    branches: new Map(),
    tags: new Map(),
    releases: new Map(),
    comments: seed.comments ?? [],
  };
  const [first, second] = ["Begin", "Describe how to build"].map((message) =>
    addCommit(repository, { message, parents: tipOf(repository) }),
  );
  for (const commit of seed.commits ?? [])
    addCommit(repository, { parents: tipOf(repository), ...commit });
  addCommit(repository, {
    message: "Update flake inputs",
    parents: tipOf(repository),
  });
  for (const [branch, messages] of Object.entries(seed.branches ?? {}))
    addBranch(repository, branch, second ?? first, messages);
  for (const item of seed.items ?? []) addItem(repository, item);
  for (const [index, release] of (seed.releases ?? []).entries())
    addRelease(repository, id * 100 + index, release);
  for (const tag of seed.tags ?? [])
    repository.tags.set(tag, tipOf(repository)[0] ?? "");
  return repository;
}

/** Noon of a day in August 2022, in UTC; later days roll over into the months after it. */
export function day(n: number): string {
  return new Date(Date.UTC(2022, 7, n, 12)).toISOString().replace(".000", "");
}

function tipOf(repository: Repository): readonly string[] {
  const tip = repository.branches.get(repository.defaultBranch);
  return tip === undefined ? [] : [tip];
}

type PartialCommit = Pick<Commit, "message" | "parents"> & Partial<Commit>;

/** On the default branch, or on `branch`. */
function addCommit(
  repository: Repository,
  seed: PartialCommit,
  branch = repository.defaultBranch,
): string {
  const sha = seed.sha ?? shaOf(repository, branch, seed.message);
  const author = pick(authors, repository.commits.size);
  repository.commits.set(sha, {
    author,
    authorName: author,
    date: day(1 + (repository.commits.size % 12)),
    checks: "SUCCESS",
    verified: null,
    additions: 12,
    deletions: 3,
    ...seed,
    sha,
  });
  repository.branches.set(branch, sha);
  return sha;
}

function addBranch(
  repository: Repository,
  branch: string,
  from: string | undefined,
  messages: readonly string[],
): void {
  let tip = from ?? "";
  repository.branches.set(branch, tip);
  for (const message of messages)
    tip = addCommit(repository, { message, parents: [tip] }, branch);
}

function addItem(repository: Repository, seed: ItemSeed): void {
  const { number } = seed;
  const created = 1 + (number % 10);
  const base = {
    id: repository.id * 100_000 + number,
    body: "",
    author: pick(authors, number),
    createdAt: day(created),
    updatedAt: day(created + 2),
    closedAt: isClosed(seed) ? day(created + 1) : null,
    labels: number % 3 === 0 ? [pick(palette, number)] : [],
    comments: number % 5,
    assignees: [],
    milestone: null,
  };
  if (seed.kind === "issue")
    repository.items.set(number, {
      state: "open",
      subIssues: { total: 0, completed: 0 },
      ...base,
      ...seed,
    });
  else if (seed.kind === "discussion")
    repository.items.set(number, {
      answered: false,
      answeredBy: null,
      category: "General",
      ...base,
      ...seed,
    });
  else
    repository.items.set(number, {
      state: "open",
      review: null,
      mergeable: "MERGEABLE",
      autoMerge: false,
      closes: [],
      baseBranch: repository.defaultBranch,
      additions: 10 + (number % 200),
      deletions: number % 40,
      ...base,
      ...withHead(repository, seed),
    });
}

/** The pull request with its branch, made of one commit beyond the default branch. */
function withHead(
  repository: Repository,
  { checks = "SUCCESS", ...seed }: PullSeed,
) {
  const headBranch = seed.headBranch ?? slug(seed.title);
  const headSha =
    seed.headSha ??
    addCommit(
      repository,
      { message: seed.title, parents: tipOf(repository), checks },
      headBranch,
    );
  return { ...seed, headBranch, headSha };
}

function addRelease(
  repository: Repository,
  id: number,
  seed: ReleaseSeed,
): void {
  repository.tags.set(seed.tag, tipOf(repository)[0] ?? "");
  repository.releases.set(seed.tag, {
    id,
    name: seed.tag,
    body: null,
    draft: false,
    prerelease: false,
    author: "disassembler",
    createdAt: day(9),
    publishedAt: day(10),
    ...seed,
  });
}

function isClosed(seed: ItemSeed): boolean {
  if (seed.kind === "pull")
    return seed.state === "merged" || seed.state === "closed";
  return seed.kind === "issue" && seed.state !== undefined
    ? seed.state !== "open"
    : false;
}

function shaOf(repository: Repository, ...parts: readonly string[]): string {
  return createHash("sha1")
    .update(`${repository.owner}/${repository.name}/${parts.join("/")}`)
    .digest("hex");
}

function slug(title: string): string {
  const words = title.toLowerCase().match(/[a-z0-9]+/g) ?? ["change"];
  return words.slice(0, 4).join("-");
}

function pick<T>(list: readonly T[], index: number): T {
  const chosen = list[index % list.length];
  if (chosen === undefined)
    throw new Error("an empty list has nothing to pick");
  return chosen;
}
