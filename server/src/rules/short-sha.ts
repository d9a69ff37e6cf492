import type { CommitStatus } from "../targets/status.js";
import type { CommitTarget, Target } from "../targets/target.js";
import type { Post } from "../workspace/post.js";
import { destinationParts, replacement } from "./destination-parts.js";
import { exampleCommit, examplePull } from "./example-statuses.js";
import { knownPlaces, type Place } from "./places.js";
import type { EditFix, Finding, Rule } from "./rule.js";
import { missingPlaces, repositoriesInDoubt } from "./visible-repositories.js";

const base = "https://github.com/input-output-hk/tullia";
const name = "input-output-hk/tullia";
const sha = "4df3c5d956f1b062b950643da12768ae71acf245";

export const shortSha: Rule = {
  id: "short-sha",
  summary: "The address of a commit by a part of its name",
  severity: "warning",
  online: true,
  documentation: `
The first digits of a commit's name are enough as long as no other commit begins so, and there are more of them every day.

- Digits with which no commit begins, or more than one (GitHub does not tell the two apart), lead nowhere: a warning, or
  less where GitHub may only not show it, as in \`missing-target\`.
- Digits that name one commit today are a hint, and the quick fix writes all forty. The label stays as it is.
`.trim(),
  examples: [
    {
      title: "One commit today: all its digits are known",
      markdown: `See [[tullia-commit-4df3c5d]].\n\n[tullia-commit-4df3c5d]: ⟦${base}/commit/4df3c5d#diff-1⟧\n`,
      statuses: { [`${base}/commit/4df3c5d`]: exampleCommit(name, sha) },
      messages: ["4df3c5d may be the beginning of another commit one day."],
      fixed: `See [[tullia-commit-4df3c5d]].\n\n[tullia-commit-4df3c5d]: ${base}/commit/${sha}#diff-1\n`,
    },
    {
      title: "None, or several",
      markdown: `[a] [b]\n\n[a]: ⟦${base}/commit/4df4⟧\n[b]: ${base}/pull/9\n`,
      statuses: {
        [`${base}/commit/4df4`]: { reason: "not-found" },
        [`${base}/pull/9`]: examplePull(name, 9),
      },
      messages: ["In tullia no commit begins with 4df4, or several do."],
    },
    {
      title: "All forty digits",
      markdown: `[a] [b]\n\n[a]: ${base}/commit/${sha}\n[b]: ${base}/commit/${sha.replaceAll("4", "5")}\n`,
      statuses: {
        [`${base}/commit/${sha}`]: exampleCommit(name, sha),
        [`${base}/commit/${sha.replaceAll("4", "5")}`]: { reason: "not-found" },
      },
    },
  ],
  furtherTargets: repositoriesInDoubt,
  *check(post) {
    for (const { place, severity, doubt } of missingPlaces(post)) {
      const { target, span } = place;
      if (!isAbbreviated(target)) continue;
      yield {
        span,
        severity,
        message: `In ${target.repo} no commit begins with ${target.sha}, or several do${doubt}.`,
        fixes: () => [],
      } satisfies Finding;
    }
    for (const { target, status, span } of knownPlaces(post)) {
      if (!isAbbreviated(target) || status.kind !== "commit") continue;
      yield {
        span,
        severity: "hint",
        message: `${target.sha} may be the beginning of another commit one day.`,
        fixes: () => fixes(post, span, status),
      } satisfies Finding;
    }
  },
};

export function isAbbreviated(target: Target): target is CommitTarget {
  return target.kind === "commit" && target.sha.length < 40;
}

function fixes(
  post: Post,
  span: Place["span"],
  { sha }: CommitStatus,
): EditFix[] {
  const item = destinationParts(post, span)?.item;
  if (!item) return [];
  return [
    {
      kind: "edit",
      title: "Write all digits of the commit",
      edits: [replacement(post, item, sha)],
      preferred: true,
      certain: true,
    },
  ];
}
