import type { Target } from "../targets/target.js";
import type { PostFacts } from "./facts.js";
import type { Knowledge, Learned, Mentions } from "./knowledge.js";
import type { LearnedSources } from "./learned.js";
import { postsLately } from "./namings-from.js";
import { passagesOf } from "./passages.js";
import type { Site } from "./site.js";
import { sumOf } from "./sum-of.js";

/** What is known at large, and the post from which it is seen. */
export interface Sources
  extends Pick<LearnedSources, "neighbours" | "isOfTeam" | "postsNaming"> {
  readonly learned: Learned;
  /** The post as it is now. */
  readonly here:
    | {
        readonly facts: PostFacts;
        usesOf(target: Target): readonly unknown[];
      }
    | undefined;
  readonly site: () => Site | undefined;
}

/** The workspace as seen from one post. Everything is worked out when asked for. */
export function knowledgeFrom({
  learned,
  here,
  neighbours,
  isOfTeam,
  postsNaming,
  site,
}: Sources): Knowledge {
  function mentionsOf(target: Target): Mentions {
    const posts = postsNaming(target);
    const team = posts.filter(({ facts }) => isOfTeam(facts.uri)).length;
    return {
      here: here !== undefined && here.usesOf(target).length > 0,
      team,
      others: posts.length - team,
    };
  }

  return {
    ...learned,
    learned,
    site: site(),
    mentionsOf,
    passages: () =>
      [...(here ? [here] : []), ...neighbours()].flatMap(
        ({ facts }) => passagesOf(facts) ?? [],
      ),
    bracketsLabels: () =>
      mostlyBracketed(here === undefined ? [] : [here]) ??
      mostlyBracketed(neighbours().slice(0, postsLately)),
    day: here?.facts.day,
  };
}

function mostlyBracketed(
  posts: readonly { readonly facts: PostFacts }[],
): boolean | undefined {
  const bracketed = sumOf(posts.map(({ facts }) => facts.shortcuts.bracketed));
  const plain = sumOf(posts.map(({ facts }) => facts.shortcuts.plain));
  return bracketed + plain === 0 ? undefined : bracketed >= plain;
}
