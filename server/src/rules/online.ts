import type { Cancellation, GitHub } from "../targets/github-port.js";
import type { Target } from "../targets/target.js";
import type { Online, Post } from "../workspace/post.js";
import { allRules } from "./all-rules.js";
import { runsOn } from "./check.js";
import { placedTargets, uniqueTargets } from "./places.js";

/** What the rules may know of GitHub; undefined where it must not be asked. */
export function onlineOf(github: GitHub): Online | undefined {
  return github.account().state === "disabled"
    ? undefined
    : {
        account: (target) => github.account(target).state,
        answer: (target) => github.peek(target),
      };
}

/** Asks GitHub what the rules need for a post, in as few requests as can be. Its answers are there to peek at then. */
export async function lookUp(
  post: Post,
  github: GitHub,
  signal?: Cancellation,
): Promise<void> {
  const targets = placedTargets(post);
  if (targets.length === 0) return;
  await github.statuses(targets, signal, "later");
  const online = onlineOf(github);
  if (!online || signal?.aborted) return;
  const further = furtherTargets({ ...post, online });
  if (further.length > 0) await github.statuses(further, signal, "later");
}

function furtherTargets(post: Post): Target[] {
  return uniqueTargets(
    allRules
      .filter((rule) => runsOn(rule, post))
      .flatMap((rule) => [...(rule.furtherTargets?.(post) ?? [])]),
  );
}
