import { labelKey } from "../markdown/label.js";
import {
  type LabelReading,
  numberAlone,
  readLabel,
  stylesWith,
} from "../targets/label-styles.js";
import type { Target } from "../targets/target.js";
import { sameItem } from "../targets/target-key.js";
import { guessesFor } from "./guesses.js";
import { type Idea, likelihoods, Weight, withoutRepeats } from "./ideas.js";
import { fromReading } from "./ideas-from-reading.js";
import type { ForeignDefinition } from "./knowledge.js";
import { numberedAlike } from "./numbered-alike.js";
import type { Post } from "./post.js";
import { type Surroundings, surroundingsOf } from "./surroundings.js";

/** What a label may mean. */
export interface Candidate {
  readonly target: Target;
  /** As a definition of the label would say it. */
  readonly destination: string;
  /** Whether this is the one thing the label can mean here, by a post's definition or a setting. */
  readonly certain: boolean;
  /** Where not the label alone says so: labels that differ by the number, or the words around it. */
  readonly by?: "number" | "words";
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

/** Those, and before them what labels that differ by the number alone lead to. */
export function meaningsFor(label: string, post: Post): Candidate[] {
  const candidates = candidatesFor(label, post);
  return isPlain(label, post, candidates)
    ? candidates
    : distinctOnes([...numberedAlike(label, post), ...candidates]);
}

/**
 * What is offered for a label that this post does not define: what it means by what it says, and what it may mean by the
 * words around it where it says nothing of its own.
 */
export function offersFor(label: string, post: Post): Candidate[] {
  const meanings = meaningsFor(label, post).slice(0, mostOffered);
  return isPlain(label, post, meanings) ||
    readingsOf(label, post).some(saysWhich)
    ? meanings
    : distinctOnes([...meanings, ...guessesFor(label, post)]).slice(
        0,
        mostOffered,
      );
}

/** Nothing is left to find out. */
function isPlain(
  label: string,
  { knowledge }: Post,
  candidates: readonly Candidate[],
): boolean {
  return (
    candidates.some(({ certain }) => certain) ||
    knowledge.targetsElsewhere(labelKey(label)).length > 0
  );
}

function distinctOnes(candidates: readonly Candidate[]): Candidate[] {
  return candidates.filter(
    ({ target }, index) =>
      candidates.findIndex((one) => sameItem(one.target, target)) === index,
  );
}

/** A menu in which one still finds what one looks for. */
const mostOffered = 6;

/** A number or commit leaves nothing to words. */
function saysWhich({ number, sha }: LabelReading): boolean {
  return number !== undefined || sha !== undefined;
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
