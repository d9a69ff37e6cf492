import type { ReadingKind } from "../targets/label-template.js";
import type { RepositoryName } from "../targets/target.js";
import { repositoryKey } from "../targets/target-key.js";
import type {
  BareRepository,
  Knowledge,
  KnownRepository,
} from "./knowledge.js";
import { isNamedIn, type Surroundings } from "./surroundings.js";

/** A repository that a bare number may be of. */
export interface BareOwner {
  readonly repository: RepositoryName;
  /** What speaks for it, as a logarithm: comparable with that of the others. */
  readonly score: number;
  /** What is known of its bare numbers; absent where it has none. */
  readonly bare: BareRepository | undefined;
  /** What speaks for it most, for a reader. */
  readonly reason: string;
}

/** How many repositories a bare number is tried with. */
const most = 6;
/** Of those that no bare number speaks for, the ones that posts name most. */
const mostStrangers = 20;

/**
 * Whose number a label means that says nothing else, likeliest first: by whose bare numbers this post and its team write,
 * whether its numbers are of that size, who named the very number before, and what the sentence around it names.
 */
export function ownersOf(
  number: number,
  kind: ReadingKind,
  knowledge: Knowledge,
  surroundings: Surroundings,
): BareOwner[] {
  const bare = new Map(
    knowledge
      .repositoriesForBareNumber()
      .map((one) => [repositoryKey(one), one] as const),
  );
  const strangers = knowledge
    .repositories()
    .filter((one) => !bare.has(repositoryKey(one)))
    .filter(
      (one, position) =>
        position < mostStrangers || isSpokenOf(one, surroundings),
    );
  return [...bare.values(), ...strangers]
    .map((repository) => judge(repository, bare.get(repositoryKey(repository))))
    .filter(
      ({ bare, repository, score }) =>
        bare !== undefined ||
        score > unlikely ||
        isSpokenOf(repository, surroundings),
    )
    .sort((a, b) => b.score - a.score)
    .slice(0, most);

  function judge(
    { host, owner, repo }: KnownRepository,
    habit: BareRepository | undefined,
  ): BareOwner {
    const repository = { host, owner, repo };
    const target = {
      kind: "issue",
      ...repository,
      number,
      suffix: "",
    } as const;
    const { here, team, others } = knowledge.mentionsOf(target);
    const isOfOtherKind =
      kind === "pull" && knowledge.kindOfNumber(repository, number) === "issue";
    // Two repositories have a number 7 more often than a number 4421.
    const rarity = Math.min(1, Math.log10(number) / 3);
    const said = isOfOtherKind
      ? 0
      : rarity * ((here ? 4 : 0) + (team > 0 ? 4 : others > 0 ? 2 : 0));
    const around =
      (isNamedIn(surroundings.texts, repo) ? 6 : 0) +
      (isNamedIn(surroundings.passages, repo) ? 3 : 0) +
      (isNamedIn(surroundings.headings, repo) ? 1 : 0);
    const score =
      Math.log((habit?.share ?? 0) + 0.01) +
      Math.log(knowledge.nearness(repository, number) + 0.003) +
      said +
      around;
    return { repository, score, bare: habit, reason: reason() };

    function reason(): string {
      const name = `${owner}/${repo}`;
      if (around > 1 && around > said) return `${name} is named beside it`;
      if (said > 0)
        return `${here ? "this post names" : "other posts name"} ${name}#${number}`;
      if (habit === undefined) return `${name} has numbers of this size`;
      return habit.here > 0
        ? `this post's bare numbers are ${name}'s`
        : `bare numbers are ${name}'s in similar posts`;
    }
  }
}

/** Of a repository whose numbers nobody writes without its name, and that is not spoken of. */
const unlikely = Math.log(0.01) + Math.log(0.1);

function isSpokenOf(
  { repo }: RepositoryName,
  { texts, passages, headings }: Surroundings,
): boolean {
  return isNamedIn([...texts, ...passages, ...headings], repo);
}
