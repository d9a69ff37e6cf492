import { labelKey } from "../markdown/label.js";
import { isAbbreviation } from "../targets/abbreviation.js";
import {
  type LabelReading,
  numberAlone,
  readLabel,
  stylesWith,
} from "../targets/label-styles.js";
import type { RepositoryName, Target } from "../targets/target.js";
import { sameItem } from "../targets/target-key.js";
import { formatUrl } from "../targets/url.js";
import { ownersOf } from "./bare-numbers.js";
import type {
  BareRepository,
  ForeignDefinition,
  Knowledge,
  KnownRepository,
} from "./knowledge.js";
import type { Post } from "./post.js";
import { type Surroundings, surroundingsOf } from "./surroundings.js";
import { targetOf } from "./target-of.js";

/** What a label may mean. */
export interface Candidate {
  readonly target: Target;
  /** As a definition of the label would say it. */
  readonly destination: string;
  /** Whether this is the one thing the label can mean here, by a post's definition or a setting. */
  readonly certain: boolean;
  /** Why, for a reader: a phrase without a capital or full stop. */
  readonly reason: string;
}

/** What a label may mean that this post does not define, the likeliest first. */
export function candidatesFor(label: string, post: Post): Candidate[] {
  const surroundings = surroundingsOf(label, post.document);
  const said = readingsOf(label, post);
  const ideas = [
    ...fromDefinitions(
      post.knowledge.definitionsOf(labelKey(label)),
      said.some(isBareNumber),
    ),
    ...said.flatMap((reading) => fromReading(reading, post, surroundings)),
    ...fromTexts(said, post, surroundings),
  ].sort((a, b) => b.likelihood - a.likelihood);
  const distinct = withoutRepeats(ideas);
  const plausible = distinct.filter(({ weight }) => weight > Weight.possible);
  return distinct.map(({ target, destination, reason, weight, evident }) => ({
    target,
    destination,
    certain: evident && plausible.length === 1 && weight > Weight.possible,
    reason,
  }));
}

function readingsOf(label: string, { knowledge, settings }: Post) {
  const styles = stylesWith(settings.labelStyles);
  const counts = (["pull", "issue"] as const).some(
    (kind) => knowledge.weightOf(numberAlone, kind) > 0,
  );
  return readLabel(label, counts ? [...styles, numberAlone] : styles);
}

function isBareNumber({ repo, number }: LabelReading): boolean {
  return repo === undefined && number !== undefined;
}

/**
 * What the text of a full reference says beyond its label: `io-sim#7` in `[io-sim#7][pull-7]`, `pr #3844` in
 * `[pr #3844][idle-timeout]`. Never certain, for a text is prose.
 */
function fromTexts(
  said: readonly LabelReading[],
  post: Post,
  surroundings: Surroundings,
): Idea[] {
  const numbers = said.flatMap(({ number }) => number ?? []);
  return surroundings.texts
    .flatMap((text) => readingsOf(text, post))
    .filter(
      ({ number }) =>
        number !== undefined &&
        (numbers.length === 0 || numbers.includes(number)),
    )
    .flatMap((reading) => fromReading(reading, post, surroundings))
    .map((idea) => ({
      ...idea,
      weight: Weight.possible,
      likelihood: idea.likelihood - 0.5,
      evident: false,
    }));
}

/** How much speaks for an idea. Those above `possible` exclude each other: where there are two, neither is certain. */
const Weight = {
  unlikely: 0,
  possible: 1,
  named: 2,
  defined: 3,
  /** A bare number of the size of those that this post names of a repository. */
  confirmed: 4,
} as const;

/** Where a label names its repository; what a bare number is likely to be of is a sum of what speaks for each. */
const likelihoods = {
  unlikely: -10,
  possible: 0,
  named: 2,
  defined: 4,
} as const;

interface Idea {
  readonly target: Target;
  readonly destination: string;
  readonly reason: string;
  readonly weight: number;
  /** By which ideas are sorted: a logarithm, roughly. */
  readonly likelihood: number;
  readonly evident: boolean;
}

/** What a bare number is in another team's posts says little of this one's. */
function fromDefinitions(
  definitions: readonly ForeignDefinition[],
  isBare: boolean,
): Idea[] {
  const ideas: Idea[] = [];
  for (const { target, destination } of definitions) {
    if (ideas.some((idea) => sameItem(idea.target, target))) continue;
    const posts = definitions.filter((other) => sameItem(other.target, target));
    const ofTeam = posts.filter((other) => other.ofTeam).length;
    const counts = !isBare || ofTeam > 0;
    ideas.push({
      target,
      destination,
      reason:
        posts.length === 1
          ? "as another post defines it"
          : `as ${posts.length} other posts define it`,
      weight: counts ? Weight.defined : Weight.possible,
      likelihood: isBare
        ? ofTeam > 0
          ? -0.5
          : -4
        : likelihoods.defined + Math.log(posts.length + 3 * ofTeam) / 10,
      evident: counts,
    });
  }
  return ideas;
}

function fromReading(
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

function ideaOf(
  reading: LabelReading,
  repository: RepositoryName | KnownRepository,
  knowledge: Knowledge,
  evidence: Omit<Idea, "target" | "destination">,
): Idea[] {
  const { host, owner, repo } = repository;
  const target = targetOf(reading, { host, owner, repo }, knowledge);
  return target === undefined
    ? []
    : [{ ...evidence, target, destination: formatUrl(target) }];
}

/** One idea for each thing on GitHub: the weightiest, strengthened by those that agree. */
function withoutRepeats(ideas: readonly Idea[]): Idea[] {
  const distinct: Idea[] = [];
  for (const idea of ideas) {
    const at = distinct.findIndex(({ target }) =>
      sameItem(target, idea.target),
    );
    const first = distinct[at];
    if (first === undefined) distinct.push(idea);
    else
      distinct[at] = {
        ...first,
        weight: Math.max(first.weight, idea.weight),
        evident: first.evident || idea.evident,
      };
  }
  return distinct;
}
