import type { Target } from "../targets/target.js";
import { examplePull, exampleRepository } from "./example-statuses.js";
import type { Finding, Rule } from "./rule.js";
import { isAbbreviated } from "./short-sha.js";
import { missingPlaces, repositoriesInDoubt } from "./visible-repositories.js";

const base = "https://github.com/input-output-hk";
const notFound = { reason: "not-found" } as const;

export const missingTarget: Rule = {
  id: "missing-target",
  summary: "An address for which GitHub has nothing",
  severity: "warning",
  online: true,
  documentation: `
A number with a digit too many, a branch that was deleted after its merge, a repository that is gone: readers get GitHub's
"not found" page.

GitHub answers the same for what there is not and for what may not be seen. So it is a warning only where something else in
the same repository can be seen. Otherwise it is said quietly: as information with an account, which may lack access, and
as a hint without one, which sees nothing private.

Nothing is said while GitHub cannot be reached, refuses the token or has reached its limit of requests. Abbreviated commits
are left to \`short-sha\`.
`.trim(),
  examples: [
    {
      title: "A number that the repository does not have",
      markdown: `Merged [[tullia-pull-9]] and [[tullia-pull-99]].\n\n[tullia-pull-9]: ${base}/tullia/pull/9\n[tullia-pull-99]: ⟦${base}/tullia/pull/99⟧\n`,
      statuses: {
        [`${base}/tullia/pull/9`]: examplePull("input-output-hk/tullia", 9),
        [`${base}/tullia/pull/99`]: notFound,
      },
      messages: ["GitHub has no pull request or issue 99 in tullia."],
    },
    {
      title: "The repository is there, the release is not",
      markdown: `Released [0.8.2](⟦${base}/hydra/releases/tag/0.8.2⟧).\n`,
      statuses: {
        [`${base}/hydra/releases/tag/0.8.2`]: notFound,
        [`${base}/hydra`]: exampleRepository("input-output-hk/hydra"),
      },
      messages: ["GitHub has no release 0.8.2 in hydra."],
    },
    {
      title: "An account that may lack access",
      markdown: `See [[hydraa]].\n\n[hydraa]: ⟦${base}/hydraa⟧\n`,
      statuses: { [`${base}/hydraa`]: notFound },
      messages: [
        "GitHub has no repository input-output-hk/hydraa, or your account may not see it.",
      ],
    },
    {
      title: "Without an account: it may be private",
      markdown: `See [[vault-pull-1]].\n\n[vault-pull-1]: ⟦${base}/vault/pull/1⟧\n`,
      statuses: { [`${base}/vault/pull/1`]: notFound },
      account: "anonymous",
      messages: [
        "GitHub has no pull request or issue 1 in vault, or one must sign in to see it.",
      ],
    },
    {
      title: "GitHub does not answer, or not this token",
      markdown: `[a], [b] and [c].\n\n[a]: ${base}/hydra/pull/1\n[b]: ${base}/hydra/pull/2\n[c]: ${base}/hydra/pull/3\n`,
      statuses: {
        [`${base}/hydra/pull/1`]: { reason: "offline", detail: "No network" },
        [`${base}/hydra/pull/2`]: { reason: "unauthorized" },
        [`${base}/hydra/pull/3`]: { reason: "rate-limited", until: 0 },
      },
    },
    {
      title: "What GitHub was not asked",
      markdown: `[a]\n\n[a]: ${base}/hydra/pull/1\n`,
      statuses: {},
    },
  ],
  furtherTargets: repositoriesInDoubt,
  *check(post) {
    for (const { place, severity, doubt } of missingPlaces(post)) {
      const { target, span } = place;
      if (isAbbreviated(target)) continue;
      yield {
        span,
        severity,
        message: `GitHub has no ${missingWords(target)}${doubt}.`,
        fixes: () => [],
      } satisfies Finding;
    }
  },
};

function missingWords(target: Target): string {
  switch (target.kind) {
    case "repository":
      return `repository ${target.owner}/${target.repo}`;
    case "pull":
    case "issue":
      return `pull request or issue ${target.number} in ${target.repo}`;
    case "discussion":
      return `discussion ${target.number} in ${target.repo}`;
    case "commit":
      return `commit ${target.sha.slice(0, 7)} in ${target.repo}`;
    case "branch":
      return `branch ${target.ref} in ${target.repo}`;
    case "release":
      return `release ${target.tag} in ${target.repo}`;
    case "compare":
      return `comparison with ${target.head} in ${target.repo}`;
    case "user":
      return `account ${target.login}`;
    case "file":
    case "project":
    case "url":
      return "such page";
  }
}
