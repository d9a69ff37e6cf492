import { labelKey } from "../markdown/label.js";
import {
  type LabelReading,
  readLabel,
  stylesWith,
} from "../targets/label-styles.js";
import type { RepositoryName, Target } from "../targets/target.js";
import { sameItem } from "../targets/target-key.js";
import { formatUrl } from "../targets/url.js";
import type {
  BareRepository,
  Knowledge,
  KnownDefinition,
  KnownRepository,
} from "./knowledge.js";
import type { Post } from "./post.js";

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
  const ideas = [
    ...fromDefinitions(post.knowledge.definitionsOf(labelKey(label))),
    ...readLabel(label, stylesWith(post.settings.labelStyles)).flatMap(
      (reading) =>
        reading.repo === undefined
          ? fromBareReading(reading, post.knowledge)
          : fromReading(reading, reading.repo, post),
    ),
  ].sort((a, b) => b.weight - a.weight);
  const distinct = withoutRepeats(ideas);
  const plausible = distinct.filter(({ weight }) => weight > Weight.possible);
  return distinct.map(({ target, destination, reason, weight, evident }) => ({
    target,
    destination,
    certain: evident && plausible.length === 1 && weight > Weight.possible,
    reason,
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

interface Idea {
  readonly target: Target;
  readonly destination: string;
  readonly reason: string;
  readonly weight: number;
  readonly evident: boolean;
}

function fromDefinitions(definitions: readonly KnownDefinition[]): Idea[] {
  const ideas: Idea[] = [];
  for (const { target, destination } of definitions) {
    if (ideas.some((idea) => sameItem(idea.target, target))) continue;
    const posts = definitions.filter((other) => sameItem(other.target, target));
    ideas.push({
      target,
      destination,
      reason:
        posts.length === 1
          ? "as another post defines it"
          : `as ${posts.length} other posts define it`,
      weight: Weight.defined,
      evident: true,
    });
  }
  return ideas;
}

function fromReading(
  reading: LabelReading,
  repo: string,
  { knowledge, settings }: Post,
): Idea[] {
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
    const { owner, repo: name, uses } = repository;
    const full = `${owner}/${name}`;
    const bySetting = explicit.has(full.toLowerCase());
    const evident = uses > 0 || bySetting;
    // An `owner/*` setting allows every name: it gives those that say more than a name a meaning.
    if (!evident && reading.kind === "branch") return [];
    return ideaOf(reading, repository, knowledge, {
      reason: evident
        ? `${full} is ${uses > 0 ? timesNamed(uses) : "in weeknotes.repositories"}`
        : `weeknotes.repositories has ${owner}/*`,
      weight: !evident || isGuess(reading) ? Weight.possible : Weight.named,
      evident,
    });
  });
  if (named.length > 0 || reading.owner === undefined) return ideas;
  const host = settings.github.hosts[0] ?? "github.com";
  return ideaOf(reading, { host, owner: reading.owner, repo }, knowledge, {
    reason: "the label says so",
    weight: Weight.named,
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

/** How many repositories a bare number is tried with. */
const maxBareRepositories = 5;

function fromBareReading(reading: LabelReading, knowledge: Knowledge): Idea[] {
  const { kind, number } = reading;
  const repositories = knowledge.repositoriesForBareNumber();
  const only = repositories.filter(({ here }) => here > 0).length === 1;
  const likely = repositories.filter(({ numbers }) =>
    // Issues are spoken of for years, pull requests for weeks.
    isNear(number, kind === "issue" ? { ...numbers, lowest: 0 } : numbers),
  );
  return [...new Set([...likely, ...repositories])]
    .filter(({ here }) => number !== undefined || here > 0)
    .slice(0, maxBareRepositories)
    .flatMap((repository) => {
      const { owner, repo, here, numbers } = repository;
      const isOwn = number !== undefined && here > 0 && isNear(number, numbers);
      return ideaOf(reading, repository, knowledge, {
        reason:
          here > 0
            ? `this post's bare numbers are ${owner}/${repo}'s`
            : `bare numbers are ${owner}/${repo}'s in similar posts`,
        weight:
          number === undefined
            ? Weight.unlikely
            : isOwn
              ? Weight.confirmed
              : Weight.possible,
        evident: isOwn && only && here > 1,
      });
    });
}

/** Whether a number is of the size that a repository's numbers are. */
function isNear(
  number: number | undefined,
  { lowest, highest }: BareRepository["numbers"],
): boolean {
  const slack = 10;
  return (
    number === undefined ||
    (number >= lowest * 0.8 - slack && number <= highest * 1.25 + slack)
  );
}

function ideaOf(
  reading: LabelReading,
  repository: RepositoryName | KnownRepository,
  knowledge: Knowledge,
  evidence: Pick<Idea, "reason" | "weight" | "evident">,
): Idea[] {
  const { host, owner, repo } = repository;
  const target = targetOf(reading, { host, owner, repo }, knowledge);
  return target === undefined
    ? []
    : [{ ...evidence, target, destination: formatUrl(target) }];
}

function targetOf(
  reading: LabelReading,
  name: RepositoryName,
  knowledge: Knowledge,
): Target | undefined {
  const { kind, number, sha, ref } = reading;
  switch (kind) {
    case "repository":
      return { kind, ...name };
    case "pull":
    case "issue":
    case "discussion":
      return number === undefined
        ? undefined
        : { kind, ...name, number, suffix: "" };
    case "issue-or-pull":
      return number === undefined
        ? undefined
        : {
            kind: likelyKind(reading.style, name, number, knowledge),
            ...name,
            number,
            suffix: "",
          };
    case "commit":
      return sha === undefined ? undefined : { kind, ...name, sha, suffix: "" };
    case "branch":
      return ref === undefined ? undefined : { kind, ...name, ref };
    case "release":
      return ref === undefined ? undefined : { kind, ...name, tag: ref };
  }
}

/** GitHub leads from either address to the other, so that a wrong guess still arrives. */
function likelyKind(
  style: string,
  name: RepositoryName,
  number: number,
  knowledge: Knowledge,
): "pull" | "issue" {
  const linked = knowledge.kindOfNumber(name, number);
  if (linked !== undefined) return linked;
  const [pulls, issues] = (["pull", "issue"] as const).map((kind) => {
    const use = knowledge.stylesFor(kind).find((it) => it.style === style);
    return use === undefined ? 0 : use.here * 100 + use.elsewhere;
  });
  return (issues ?? 0) > (pulls ?? 0) ? "issue" : "pull";
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
    else distinct[at] = { ...first, evident: first.evident || idea.evident };
  }
  return distinct;
}
