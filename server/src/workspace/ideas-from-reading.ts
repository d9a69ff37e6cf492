import { isAbbreviation } from "../targets/abbreviation.js";
import type { LabelReading } from "../targets/label-styles.js";
import { ownersOf } from "./bare-numbers.js";
import { type Idea, ideaOf, likelihoods, Weight } from "./ideas.js";
import type { BareRepository, Knowledge } from "./knowledge.js";
import type { Post } from "./post.js";
import type { Surroundings } from "./surroundings.js";

/** What a label may mean, read in one of the ways to write labels, by what the posts know of repositories. */
export function fromReading(
  reading: LabelReading,
  post: Post,
  surroundings: Surroundings,
): Idea[] {
  return reading.repo === undefined
    ? fromBareReading(reading, post.knowledge, surroundings)
    : fromNamedReading(reading, reading.repo, post);
}

function fromNamedReading(
  reading: LabelReading,
  repo: string,
  post: Post,
): Idea[] {
  const { knowledge, settings } = post;
  const named = knowledge
    .repositoriesNamed(repo)
    .filter(
      ({ owner }) =>
        reading.owner === undefined ||
        owner.toLowerCase() === reading.owner.toLowerCase(),
    );
  const explicit = new Set(
    settings.repositories.map((entry) => entry.trim().toLowerCase()),
  );
  const ideas = named.flatMap((repository): Idea[] => {
    const { owner, repo: name, uses, byAlias } = repository;
    const full = `${owner}/${name}`;
    const bySetting = explicit.has(full.toLowerCase());
    const evident = uses > 0 || bySetting;
    // An `owner/*` setting allows every name: it gives those that say more than a name a meaning.
    if (!evident && reading.kind === "branch") return [];
    const weight =
      !evident || isGuess(reading) ? Weight.possible : Weight.named;
    return ideaOf(reading, repository, knowledge, {
      reason: evident
        ? `${full} is ${uses > 0 ? timesNamed(uses) : "in weeknotes.repositories"}`
        : `weeknotes.repositories has ${owner}/*`,
      weight,
      likelihood:
        weight === Weight.named ? likelihoods.named : likelihoods.possible,
      // `CIP-1694` is the number of a proposal, though `CIP-47` may have stood for a pull request.
      evident: evident && !(byAlias && reading.style === "{repo}-{n}"),
    });
  });
  if (named.length > 0) return ideas;
  if (reading.owner === undefined) return fromAbbreviation(reading, repo, post);
  const host = settings.github.hosts[0] ?? "github.com";
  return ideaOf(reading, { host, owner: reading.owner, repo }, knowledge, {
    reason: "the label says so",
    weight: Weight.named,
    likelihood: likelihoods.named,
    evident: false,
  });
}

function timesNamed(uses: number): string {
  return uses === 1
    ? "named once in the posts"
    : `named ${uses} times in the posts`;
}

/** Where a branch's or tag's name begins, or whether it is one, the label does not say. */
function isGuess({ kind }: LabelReading): boolean {
  return kind === "branch" || kind === "release";
}

/** `node` for cardano-node, `on` for ouroboros-network, `cip` for CIPs: a guess, where posts have no such name. */
function fromAbbreviation(
  reading: LabelReading,
  repo: string,
  { knowledge }: Post,
): Idea[] {
  if (reading.number === undefined && reading.sha === undefined) return [];
  return knowledge
    .repositories()
    .filter((repository) => isAbbreviation(repo, repository.repo))
    .slice(0, mostAbbreviated)
    .flatMap((repository) =>
      ideaOf(reading, repository, knowledge, {
        reason: `${repository.owner}/${repository.repo} may be called so`,
        weight: Weight.possible,
        likelihood: likelihoods.possible,
        evident: false,
      }),
    );
}

const mostAbbreviated = 3;

function fromBareReading(
  reading: LabelReading,
  knowledge: Knowledge,
  surroundings: Surroundings,
): Idea[] {
  const { number } = reading;
  const ownBare = knowledge
    .repositoriesForBareNumber()
    .filter(({ here }) => here > 0);
  if (number === undefined) {
    return ownBare.flatMap((repository) =>
      ideaOf(reading, repository, knowledge, {
        reason: `this post's bare numbers are ${repository.owner}/${repository.repo}'s`,
        weight: Weight.unlikely,
        likelihood: likelihoods.unlikely,
        evident: false,
      }),
    );
  }
  return ownersOf(number, reading.kind, knowledge, surroundings).flatMap(
    ({ repository, score, bare, reason }) => {
      const isOwn =
        bare !== undefined && bare.here > 0 && isNear(number, bare.numbers);
      return ideaOf(reading, repository, knowledge, {
        reason,
        weight: isOwn ? Weight.confirmed : Weight.possible,
        likelihood: score,
        evident: isOwn && ownBare.length === 1 && bare.here > 1,
      });
    },
  );
}

/** Whether a number is of the size that a repository's numbers are. */
function isNear(
  number: number,
  { lowest, highest }: BareRepository["numbers"],
): boolean {
  const slack = 10;
  return number >= lowest * 0.8 - slack && number <= highest * 1.25 + slack;
}
