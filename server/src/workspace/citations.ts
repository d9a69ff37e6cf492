import type { Target } from "../targets/target.js";
import { sameItem } from "../targets/target-key.js";
import type { PostFacts } from "./facts.js";
import type { Citation } from "./knowledge.js";

/** Of more posts nobody looks whether one among them names another target whose key has the same digest. */
const mostRead = 64;

/** The posts that name a target, the latest first; those without a day come last. `posts`: as `postsNaming` gives them. */
export function citationsIn(
  posts: readonly { readonly facts: PostFacts }[],
  target: Target,
): Citation[] {
  const naming =
    posts.length > mostRead
      ? posts
      : posts.filter(({ facts: { uses } }) =>
          uses.some((one) => sameItem(one.target, target)),
        );
  return naming
    .map(({ facts: { uri, day } }) => ({ uri, day }))
    .sort(
      (a, b) =>
        (b.day ?? Number.MIN_SAFE_INTEGER) -
          (a.day ?? Number.MIN_SAFE_INTEGER) || (a.uri < b.uri ? -1 : 1),
    );
}
