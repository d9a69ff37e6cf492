import type { FeatureContext } from "../features/context.js";
import { targetsOf, targetUses } from "../features/target-uses.js";
import type { Target } from "../targets/target.js";

/**
 * What GitHub is asked for when some targets are visible. With an account one request has room for the whole post; without
 * one each target costs a request of the hour's few.
 */
export function targetsToAsk(
  { post, github }: FeatureContext,
  visible: readonly Target[],
): readonly Target[] {
  if (github.account().state !== "signed-in") return visible;
  const all = { start: 0, end: post.document.text.length };
  return [...visible, ...targetsOf(targetUses(post, all))];
}
