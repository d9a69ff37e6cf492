import { onceFor } from "../markdown/remember.js";
import type { Target } from "../targets/target.js";
import { itemKey, sameItem } from "../targets/target-key.js";
import type { PostFacts, UseFacts } from "./facts.js";

/** Where a post names a target, or the same thing under its other address, in document order. */
export function usesOfItem(
  { uses }: Pick<PostFacts, "uses">,
  target: Target,
): readonly UseFacts[] {
  return (usesByItem(uses).get(itemKey(target)) ?? []).filter((use) =>
    sameItem(use.target, target),
  );
}

const usesByItem = onceFor((uses: readonly UseFacts[]) => {
  const byItem = new Map<string, UseFacts[]>();
  // A reference has the very target of its definition.
  const byTarget = new Map<Target, UseFacts[]>();
  for (const use of uses) {
    let same = byTarget.get(use.target);
    if (!same) {
      const key = itemKey(use.target);
      same = byItem.get(key) ?? [];
      byItem.set(key, same);
      byTarget.set(use.target, same);
    }
    same.push(use);
  }
  return byItem;
});
