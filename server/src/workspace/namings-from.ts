import type { RepositoryContent, TargetKind } from "../targets/target.js";
import { repositoryKey } from "../targets/target-key.js";
import { count, others, type ReadonlyCounter } from "./counter.js";
import { weightOfTeam } from "./groups.js";
import type { ScopeEvidence, WayToName } from "./knowledge.js";
import type { LearnedSources } from "./learned.js";
import { isBare, isNumbered, type Naming, readNamingKey } from "./naming.js";

/** Posts, and how they name targets. What is nearer to the post that asks weighs more. */
interface Scope {
  /** `this post`, `author coot`, … */
  readonly posts: string;
  readonly weight: number;
  /** This post, and those of its team. */
  readonly isNear: boolean;
  readonly namings: readonly Counted[];
}

interface Counted {
  readonly naming: Naming;
  readonly times: number;
}

/** What the posts' labels teach, as seen from one post: each is the likeliest first. */
export interface LearnedNamings {
  /** How targets like this one are named; see `Knowledge.waysToName`. `known`: all styles there are. */
  waysToName(
    target: RepositoryContent,
    known: readonly string[],
    after: "this-post" | "others",
  ): WayToName[];
  /** How each group of posts names targets of that kind, the nearest first. */
  scopesFor(target: RepositoryContent): ScopeEvidence[];
  /** `repositoryKey`s of those that labels call so, by another than their name; in lower case. */
  repositoriesCalled(name: string): string[];
  /** How much bare numbers speak for a repository, by `repositoryKey`: labels of this post, and shares of the others. */
  bareHere(): ReadonlyCounter<string>;
  bareElsewhere(): ReadonlyCounter<string>;
  /** How much posts write such targets in that style, for a comparison of kinds. */
  weightOf(style: string, kind: TargetKind): number;
}

/** What this post says outweighs what all others say. */
const weightHere = 1000;
/** A team that changes its style goes on in the new one. */
const weightLately = 27;
/** How many posts of a team show what it does now. */
export const postsLately = 8;
/** How this post names issues says less of pull requests, and the other way round, than how its team names these. */
const weightOfSibling = 0.008;

export function learnedNamings(sources: LearnedSources): LearnedNamings {
  const own = scopeOf(
    "this post",
    weightHere,
    sources.lessons?.namings ?? new Map(),
  );
  const foreign = foreignScopes(sources);
  const scopes = [own, ...foreign].filter(({ namings }) => namings.length > 0);
  const isBareNumber = ({ style }: Naming) =>
    isBare(style) && isNumbered(style);

  return {
    waysToName(target, known, after) {
      const heard =
        after === "others"
          ? scopes.map((one) => (one === own ? { ...own, weight: 0.001 } : one))
          : scopes;
      const alias = aliasOf(target, heard);
      const styles = tally(
        heard,
        ({ style }) => style,
        (namings) => votesFor(target, namings, known),
      );
      return inOrder(styles).map((style) => ({
        style,
        alias: isBare(style) ? undefined : alias,
      }));
    },
    scopesFor: (target) =>
      scopes.flatMap(({ posts, namings }) => {
        const styles = countStyles(target, namings);
        return styles.length > 0 ? [{ posts, styles }] : [];
      }),
    repositoriesCalled: (name) =>
      inOrder(
        tally(
          scopes,
          ({ repository }) => repository,
          only(({ alias }) => alias?.toLowerCase() === name),
        ),
      ),
    bareHere() {
      const labels = new Map<string, number>();
      for (const { naming, times } of own.namings) {
        if (isBareNumber(naming)) count(labels, naming.repository, times);
      }
      return labels;
    },
    bareElsewhere: () =>
      tally(foreign, ({ repository }) => repository, only(isBareNumber)),
    weightOf: (style, kind) =>
      tally(
        scopes,
        ({ kind }) => kind,
        only((one) => one.style === style),
      ).get(kind) ?? 0,
  };
}

function foreignScopes({
  stored,
  totals,
  groups,
  neighbours,
}: LearnedSources): readonly Scope[] {
  const lately = new Map<string, number>();
  for (const { lessons } of neighbours().slice(0, postsLately)) {
    for (const [key, times] of lessons.namings) count(lately, key, times);
  }
  return [
    scopeOf("its team at about that time", weightLately, lately),
    ...groups.map(({ key, weight }) =>
      scopeOf(
        nameOf(key),
        weight,
        others(totals.namings.get(key), stored?.namings),
      ),
    ),
  ];
}

/** A folder's key ends in its URI, of which the last part is its name. */
function nameOf(group: string): string {
  if (group === "all") return "all posts";
  return group.startsWith("folder ")
    ? `folder ${group.slice(group.lastIndexOf("/") + 1)}`
    : group;
}

function countStyles(
  target: RepositoryContent,
  namings: readonly Counted[],
): ScopeEvidence["styles"] {
  const counts = new Map<string, { times: number; ofRepository: number }>();
  for (const { naming, times } of namings) {
    if (naming.kind !== target.kind) continue;
    const { style, alias, repository } = naming;
    const written =
      alias === undefined ? style : style.replace("{repo}", alias);
    const before = counts.get(written) ?? { times: 0, ofRepository: 0 };
    const isSame = repository === repositoryKey(target);
    counts.set(written, {
      times: before.times + times,
      ofRepository: before.ofRepository + (isSame ? times : 0),
    });
  }
  return [...counts]
    .map(([style, count]) => ({ style, ...count }))
    .sort((a, b) => b.times - a.times || (a.style < b.style ? -1 : 1));
}

function scopeOf(
  posts: string,
  weight: number,
  namings: ReadonlyCounter<string>,
): Scope {
  const counted = [...namings].map(([key, times]) => ({
    naming: readNamingKey(key),
    times,
  }));
  return { posts, weight, isNear: weight >= weightOfTeam, namings: counted };
}

/** What this post and its team call the repository in such labels, if not by its name. What others call it is their affair. */
function aliasOf(
  target: RepositoryContent,
  scopes: readonly Scope[],
): string | undefined {
  const repository = repositoryKey(target);
  const speaks = (naming: Naming) =>
    naming.repository === repository &&
    !isBare(naming.style) &&
    (naming.kind === "repository") === (target.kind === "repository");
  const near = scopes.filter(({ isNear }) => isNear);
  const names = tally(near, ({ alias }) => alias ?? "", only(speaks));
  return inOrder(names)[0] || undefined;
}

/** Adds up, over all scopes, the shares of what its namings answer. */
function tally<Answer>(
  scopes: readonly Scope[],
  answerOf: (naming: Naming) => Answer,
  sharesOf: (namings: readonly Counted[]) => readonly Counted[],
): Map<Answer, number> {
  const scores = new Map<Answer, number>();
  for (const { weight, namings } of scopes) {
    for (const { naming, times } of sharesOf(namings))
      count(scores, answerOf(naming), weight * times);
  }
  return scores;
}

/** The likeliest first; of two that are as likely the one that names the repository, which is never misread. */
function inOrder(scores: ReadonlyMap<string, number>): string[] {
  return [...scores]
    .sort(
      ([a, x], [b, y]) =>
        y - x || Number(isBare(a)) - Number(isBare(b)) || (a < b ? -1 : 1),
    )
    .map(([answer]) => answer);
}

/** Counts as parts of a whole. */
function shares(namings: readonly Counted[], whole = 1): readonly Counted[] {
  const total = namings.reduce((sum, { times }) => sum + times, 0);
  return namings.map(({ naming, times }) => ({
    naming,
    times: (whole * times) / total,
  }));
}

function only(is: (naming: Naming) => boolean) {
  return (namings: readonly Counted[]) =>
    shares(namings.filter(({ naming }) => is(naming)));
}

/**
 * Which namings say how a target is named: those of its kind; where there are none, those of its sibling in the words of
 * this kind, which say less.
 */
function votesFor(
  target: RepositoryContent,
  namings: readonly Counted[],
  known: readonly string[],
): readonly Counted[] {
  const { kind } = target;
  const alike = namings.filter(({ naming }) => naming.kind === kind);
  if (alike.length > 0) return votesOfRepositories(target, alike);
  const siblings = namings.flatMap(({ naming, times }) => {
    const style = siblingStyle(naming, kind);
    return style === undefined
      ? []
      : [{ naming: { ...naming, kind, style }, times, as: naming.style }];
  });
  // `{repo}#{n}` is said of both kinds.
  const neutral = siblings.filter(({ naming, as }) => naming.style === as);
  return neutral.length > 0
    ? votesOfRepositories(target, neutral)
    : shares(
        votesOfRepositories(
          target,
          siblings.filter(({ naming }) => known.includes(naming.style)),
        ),
        weightOfSibling,
      );
}

/**
 * Where posts name things of the very repository, these count; else each repository has one vote, so that the many bare
 * numbers of one do not speak for a stranger where others are named in full.
 */
function votesOfRepositories(
  target: RepositoryContent,
  namings: readonly Counted[],
): readonly Counted[] {
  const repository = repositoryKey(target);
  const own = namings.filter(({ naming }) => naming.repository === repository);
  if (own.length > 0) return shares(own);
  const perRepository = new Map<string, number>();
  for (const { naming, times } of namings)
    count(perRepository, naming.repository, times);
  return shares(
    namings.map(({ naming, times }) => ({
      naming,
      times: times / (perRepository.get(naming.repository) ?? times),
    })),
  );
}

/** `pull-{n}` for `issue-{n}` and the other way round. */
function siblingStyle(
  { kind, style }: Naming,
  wanted: TargetKind,
): string | undefined {
  if (kind === "issue" && wanted === "pull")
    return style.replace(/\bissue/i, (word) =>
      word.startsWith("I") ? "Pull" : "pull",
    );
  if (kind === "pull" && wanted === "issue")
    return style.replace(/\b(?:pull request|pull|pr)(?=[^a-z]|$)/i, "issue");
  return undefined;
}
