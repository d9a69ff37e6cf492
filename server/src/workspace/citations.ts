import type { Target } from "../targets/target.js";
import { sameItem } from "../targets/target-key.js";
import type { PostFacts } from "./facts.js";
import type { Citation } from "./knowledge.js";

/** Where posts name a target first, the latest post first; those without a day come last. */
export function citationsIn(
  posts: readonly { readonly facts: PostFacts }[],
  target: Target,
): Citation[] {
  return posts
    .flatMap(({ facts: { uri, day, uses } }): Citation[] => {
      const use = uses.find((one) => sameItem(one.target, target));
      return use === undefined ? [] : [{ uri, day, span: use.span }];
    })
    .sort(
      (a, b) =>
        (b.day ?? Number.MIN_SAFE_INTEGER) -
          (a.day ?? Number.MIN_SAFE_INTEGER) || (a.uri < b.uri ? -1 : 1),
    );
}
