import type { Post } from "../workspace/post.js";
import { destinationParts, replacement } from "./destination-parts.js";
import { exampleIssue, examplePull } from "./example-statuses.js";
import { type KnownPlace, knownPlaces } from "./places.js";
import type { EditFix, Finding, Rule } from "./rule.js";

const base = "https://github.com/input-output-hk/hydra";
const name = "input-output-hk/hydra";

export const kindMismatch: Rule = {
  id: "kind-mismatch",
  summary:
    "The address of an issue for what is a pull request, or the other way round",
  severity: "hint",
  online: true,
  documentation: `
GitHub leads from \`/issues/12\` to \`/pull/12\` where 12 is a pull request, and back; from an issue that became a
discussion too. Readers arrive, but whoever reads the address, or a tool that does, takes it for the other thing.

The quick fix writes the address as it is. A page that only pull requests have (\`/pull/12/files\`) is left out where the
number is an issue's; the place of a comment stays.
`.trim(),
  examples: [
    {
      title: "A pull request",
      markdown: `See [[hydra-12]].\n\n[hydra-12]: ⟦${base}/issues/12#issuecomment-1⟧\n`,
      statuses: { [`${base}/issues/12`]: examplePull(name, 12) },
      messages: ["12 of hydra is a pull request, not an issue."],
      fixed: `See [[hydra-12]].\n\n[hydra-12]: ${base}/pull/12#issuecomment-1\n`,
    },
    {
      title: "An issue",
      markdown: `See ⟦${base}/pull/13/files⟧.\n`,
      statuses: { [`${base}/pull/13`]: exampleIssue(name, 13) },
      messages: ["13 of hydra is an issue, not a pull request."],
      fixed: `See ${base}/issues/13.\n`,
    },
    {
      title: "Each by its own address",
      markdown: `[a] [b]\n\n[a]: ${base}/pull/12/files\n[b]: ${base}/issues/13\n`,
      statuses: {
        [`${base}/pull/12`]: examplePull(name, 12),
        [`${base}/issues/13`]: exampleIssue(name, 13),
      },
    },
  ],
  *check(post) {
    for (const place of knownPlaces(post)) {
      const { target, status, span } = place;
      if (!isItem(target) || !isItem(status) || target.kind === status.kind)
        continue;
      yield {
        span,
        message: `${target.number} of ${target.repo} is ${words[status.kind]}, not ${words[target.kind]}.`,
        fixes: () => fixes(post, place, status.kind),
      } satisfies Finding;
    }
  },
};

type ItemKind = "pull" | "issue" | "discussion";

const words: Readonly<Record<ItemKind, string>> = {
  pull: "a pull request",
  issue: "an issue",
  discussion: "a discussion",
};
const pages: Readonly<Record<ItemKind, string>> = {
  pull: "pull",
  issue: "issues",
  discussion: "discussions",
};

function isItem<T extends { readonly kind: string }>(
  thing: T,
): thing is Extract<T, { readonly kind: ItemKind }> {
  return Object.hasOwn(pages, thing.kind);
}

function fixes(post: Post, { span }: KnownPlace, kind: ItemKind): EditFix[] {
  const { page, rest } = destinationParts(post, span) ?? {};
  if (!page || !rest) return [];
  return [
    {
      kind: "edit",
      title: `Write the address of ${words[kind]}`,
      edits: [
        replacement(post, page, pages[kind]),
        ...(kind !== "pull" && rest.start < rest.end
          ? [replacement(post, rest, "")]
          : []),
      ],
      preferred: true,
      certain: true,
    },
  ];
}
