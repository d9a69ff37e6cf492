import { createMemory } from "../markdown/memory.js";
import type { Target } from "../targets/target.js";
import { itemKey } from "../targets/target-key.js";
import type { PostFacts } from "./facts.js";
import { type Grouped, groupsOf, isTeam } from "./groups.js";
import type { Sources } from "./knowledge-from.js";
import { type LearnedSources, learnedFrom, type Neighbour } from "./learned.js";
import type { Lessons } from "./lessons.js";
import type { Postings } from "./postings.js";
import type { Timeline } from "./timeline.js";

/** What an index holds now. */
interface State
  extends Pick<
    LearnedSources,
    "styles" | "totals" | "definitions" | "called" | "settings"
  > {
  /** Another one after each change. */
  readonly version: number;
  readonly posts: ReadonlyMap<string, Neighbour>;
  /** Whether the totals hold what a post teaches. */
  readonly isLearned: (uri: string) => boolean;
  readonly postsByTeam: ReadonlyMap<string, Timeline>;
  readonly postsByItem: Postings;
}

/** From where an index is seen. */
interface Viewpoint
  extends Pick<LearnedSources, "uri" | "groups" | "lessons">,
    Pick<PostFacts, "day"> {}

/** What is seen of the other posts, and learned from all. */
export interface Seen extends Omit<Sources, "here" | "site"> {}

/** An index as its posts see it. */
export interface Views {
  /** As a post sees it that teaches this: the same, as long as neither teaches anything else. */
  seenFrom(
    post: Grouped & Pick<PostFacts, "day">,
    lessons: Lessons | undefined,
  ): Seen;
  /** The posts of some teams of about that day, the nearest first. */
  nearestTo(
    uri: string,
    teams: readonly string[],
    day: number | undefined,
  ): readonly Neighbour[];
}

/** A team's last years at a report every two weeks. */
const mostNeighbours = 50;

export function createViews(state: () => State): Views {
  const known = createMemory<
    Lessons,
    { readonly basis: string; readonly seen: Seen }
  >();

  function nearestTo(
    uri: string,
    teams: readonly string[],
    day: number | undefined,
  ): readonly Neighbour[] {
    const distance = (facts: PostFacts) =>
      Math.abs((day ?? Number.MAX_SAFE_INTEGER) - (facts.day ?? 0));
    const nearest = teams.flatMap(
      (team) =>
        state().postsByTeam.get(team)?.nearest(uri, day, mostNeighbours) ?? [],
    );
    return [...new Set(nearest)]
      .sort((a, b) => distance(a) - distance(b))
      .slice(0, mostNeighbours)
      .flatMap((facts) => state().posts.get(facts.uri) ?? []);
  }

  function seenFrom(
    post: Grouped & Pick<PostFacts, "day">,
    lessons: Lessons | undefined,
  ): Seen {
    const { uri, day } = post;
    const groups = groupsOf(post);
    const basis = JSON.stringify([state().version, uri, day, groups]);
    const before = lessons && known.get(lessons);
    if (before?.basis === basis) return before.seen;
    const seen = see({ uri, day, groups, lessons });
    if (lessons) known.set(lessons, { basis, seen });
    return seen;
  }

  function see({ uri, day, groups, lessons }: Viewpoint): Seen {
    const {
      posts,
      postsByTeam,
      postsByItem,
      isLearned,
      styles,
      totals,
      definitions,
      called,
      settings,
    } = state();
    const teams = groups.filter(isTeam).map(({ key }) => key);
    const isOther = ({ facts }: Neighbour) => facts.uri !== uri;
    let nearest: readonly Neighbour[] | undefined;
    const surroundings = {
      neighbours() {
        nearest ??= nearestTo(uri, teams, day);
        return nearest;
      },
      isOfTeam: (other: string) =>
        teams.some((team) => postsByTeam.get(team)?.has(other)),
      postsNaming: (target: Target) =>
        [...postsByItem.get(itemKey(target))]
          .flatMap((other) => posts.get(other) ?? [])
          .filter(isOther),
    };
    const learned = learnedFrom({
      ...surroundings,
      uri,
      lessons,
      stored: isLearned(uri) ? posts.get(uri)?.lessons : undefined,
      groups,
      others: () => [...posts.values()].filter(isOther),
      styles,
      totals,
      definitions,
      called,
      settings,
    });
    return { ...surroundings, learned };
  }

  return { seenFrom, nearestTo };
}
