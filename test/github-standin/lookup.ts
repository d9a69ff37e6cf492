import {
  type Commit,
  type Database,
  fullName,
  type Item,
  type Pull,
  type Release,
  type Repository,
  type Token,
} from "./model.js";

/** The repository if it exists and the token may see it, under its former name too. */
export function findRepository(
  database: Database,
  name: string,
  token: Token | undefined,
): Repository | undefined {
  const key = name.toLowerCase();
  const repository = database.repositories.get(
    database.renames.get(key) ?? key,
  );
  return repository !== undefined && isVisible(repository, token)
    ? repository
    : undefined;
}

export function visibleRepositories(
  database: Database,
  token: Token | undefined,
): readonly Repository[] {
  return [...database.repositories.values()].filter((repository) =>
    isVisible(repository, token),
  );
}

function isVisible(repository: Repository, token: Token | undefined): boolean {
  return !repository.private || token?.seesPrivate === true;
}

/** What a revision names: a branch, a tag or the beginning of a hash. */
export function findCommit(
  repository: Repository,
  revision: string,
): Commit | undefined {
  const name = revision.replace(/^(refs\/)?(heads|tags)\//, "");
  const sha = repository.branches.get(name) ?? repository.tags.get(name);
  if (sha !== undefined) return repository.commits.get(sha);
  if (!/^[0-9a-f]{4,40}$/.test(revision)) return undefined;
  const found = [...repository.commits.values()].filter((commit) =>
    commit.sha.startsWith(revision),
  );
  return found.length === 1 ? found[0] : undefined;
}

export interface Comparison {
  readonly ahead: readonly Commit[];
  readonly behind: readonly Commit[];
  readonly status: "ahead" | "behind" | "diverged" | "identical";
}

export function compare(
  repository: Repository,
  base: Commit,
  head: Commit,
): Comparison {
  const ofBase = reachable(repository, base);
  const ofHead = reachable(repository, head);
  const ahead = [...ofHead].filter((commit) => !ofBase.has(commit));
  const behind = [...ofBase].filter((commit) => !ofHead.has(commit));
  return { ahead, behind, status: relation(ahead.length, behind.length) };
}

function relation(ahead: number, behind: number): Comparison["status"] {
  if (ahead > 0) return behind > 0 ? "diverged" : "ahead";
  return behind > 0 ? "behind" : "identical";
}

function reachable(repository: Repository, from: Commit): Set<Commit> {
  const found = new Set<Commit>();
  const open = [from];
  for (let commit = open.pop(); commit !== undefined; commit = open.pop()) {
    if (found.has(commit)) continue;
    found.add(commit);
    for (const parent of commit.parents) {
      const next = repository.commits.get(parent);
      if (next !== undefined) open.push(next);
    }
  }
  return found;
}

export function headOf(repository: Repository, pull: Pull): Commit {
  const commit = repository.commits.get(pull.headSha);
  if (commit === undefined)
    throw new Error(`${fullName(repository)}#${pull.number} has no head`);
  return commit;
}

export function repositoryOf(database: Database, name: string): Repository {
  const repository = database.repositories.get(name.toLowerCase());
  if (repository === undefined) throw new Error(`There is no ${name}`);
  return repository;
}

/** The last one that is published and no pre-release. */
export function latestRelease({ releases }: Repository): Release | undefined {
  return [...releases.values()]
    .filter(({ draft, prerelease }) => !draft && !prerelease)
    .at(-1);
}

/** The latest change first. */
export function byUpdate(a: Item, b: Item): number {
  return b.updatedAt.localeCompare(a.updatedAt) || b.number - a.number;
}
