import { formatUrl } from "../targets/url.js";
import type { Post } from "../workspace/post.js";
import { destinationParts, replacement } from "./destination-parts.js";
import {
  examplePull,
  exampleRelease,
  exampleRepository,
} from "./example-statuses.js";
import { type KnownPlace, knownPlaces } from "./places.js";
import type { EditFix, Finding, Rule } from "./rule.js";

const before = "https://github.com/input-output-hk/cardano-ledger-specs";
const after = "https://github.com/input-output-hk/cardano-ledger";
const now = "input-output-hk/cardano-ledger";

export const movedTarget: Rule = {
  id: "moved-target",
  summary: "The address of a repository that has another name or owner now",
  severity: "information",
  online: true,
  documentation: `
After a rename or a transfer GitHub leads on from the old address, until somebody creates a repository of the old name:
then the link silently leads to another thing. An issue that was moved to another repository has another number there.

The quick fix writes the new address and leaves the rest of it (a comment, a page of the pull request) and the label as
they are. A name that differs in case only has not moved.
`.trim(),
  examples: [
    {
      title: "A repository that was renamed",
      markdown: `[[ledger]], [[ledger-pull-3097]] and [1.0](⟦${before}/releases/tag/v1.0⟧).\n\n[ledger]: ⟦${before}⟧\n[ledger-pull-3097]: <⟦${before}/pull/3097/files#diff-1⟧>\n`,
      statuses: {
        [`${before}/releases/tag/v1.0`]: exampleRelease(now, "v1.0"),
        [before]: exampleRepository(now),
        [`${before}/pull/3097`]: examplePull(now, 3097),
      },
      messages: [
        "input-output-hk/cardano-ledger-specs is input-output-hk/cardano-ledger now.",
        "input-output-hk/cardano-ledger-specs is input-output-hk/cardano-ledger now.",
        "input-output-hk/cardano-ledger-specs is input-output-hk/cardano-ledger now.",
      ],
      fixed: `[[ledger]], [[ledger-pull-3097]] and [1.0](${after}/releases/tag/v1.0).\n\n[ledger]: ${after}\n[ledger-pull-3097]: <${after}/pull/3097/files#diff-1>\n`,
    },
    {
      title: "An issue that was moved",
      markdown: `See [[specs-issue-12]].\n\n[specs-issue-12]: ⟦${before}/issues/12#issuecomment-1⟧\n`,
      statuses: {
        [`${before}/issues/12`]: examplePull(now, 2012),
      },
      messages: [
        "input-output-hk/cardano-ledger-specs#12 is input-output-hk/cardano-ledger#2012 now.",
      ],
      fixed: `See [[specs-issue-12]].\n\n[specs-issue-12]: ${after}/issues/2012#issuecomment-1\n`,
    },
    {
      title: "GitHub's own spelling",
      markdown: `[[a]]\n\n[a]: https://github.com/Input-Output-HK/Cardano-Ledger/pull/3097\n`,
      statuses: { [`${after}/pull/3097`]: examplePull(now, 3097) },
    },
    {
      title: "Not found is not moved",
      markdown: `[[a]]\n\n[a]: ${before}/pull/3097\n`,
      statuses: { [`${before}/pull/3097`]: { reason: "not-found" } },
    },
  ],
  *check(post) {
    for (const place of knownPlaces(post)) {
      const { target, status, span } = place;
      const old = `${target.owner}/${target.repo}`;
      const number = movedNumber(place);
      if (
        old.toLowerCase() === status.repository.toLowerCase() &&
        number === undefined
      )
        continue;
      yield {
        span,
        message:
          number === undefined || !("number" in target)
            ? `${old} is ${status.repository} now.`
            : `${old}#${target.number} is ${status.repository}#${number} now.`,
        fixes: () => fixes(post, place),
      } satisfies Finding;
    }
  },
};

/** The number it has now, if that is another one. */
function movedNumber({ target, status }: KnownPlace): number | undefined {
  return "number" in target &&
    "number" in status &&
    target.number !== status.number
    ? status.number
    : undefined;
}

function fixes(post: Post, place: KnownPlace): EditFix[] {
  const { target, status, span } = place;
  const [owner, repo] = status.repository.split("/");
  if (owner === undefined || repo === undefined) return [];
  const number = movedNumber(place);
  const parts = destinationParts(post, span);
  const edits = parts
    ? [
        replacement(post, parts.repository, status.repository),
        ...(number !== undefined && parts.item
          ? [replacement(post, parts.item, String(number))]
          : []),
      ]
    : [
        replacement(
          post,
          span,
          formatUrl(
            number !== undefined && "number" in target
              ? { ...target, owner, repo, number }
              : { ...target, owner, repo },
          ),
        ),
      ];
  return [
    {
      kind: "edit",
      title: `Write the address as ${status.repository}${number === undefined ? "" : `#${number}`}`,
      edits,
      preferred: true,
      certain: true,
    },
  ];
}
