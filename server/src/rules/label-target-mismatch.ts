import type { Definition } from "../markdown/document.js";
import { renameLabel } from "../markdown/edits/rename-label.js";
import { readingFits } from "../targets/label-styles.js";
import { nearest } from "../targets/near-miss.js";
import { sameTarget } from "../targets/target-key.js";
import { parseUrl } from "../targets/url.js";
import type { Post } from "../workspace/post.js";
import { changeUrlTo } from "./change-url.js";
import { saidUrl } from "./correction.js";
import { quoted } from "./display.js";
import type { Disagreement } from "./judge.js";
import { type LabelMismatch, labelMismatches } from "./label-mismatch.js";
import { labelTargetMismatchExamples } from "./label-target-mismatch.examples.js";
import { pairedDefinitions } from "./missing-labels.js";
import type { EditFix, Finding, Rule } from "./rule.js";
import { targetWords } from "./target-words.js";
import { isMissing } from "./visible-repositories.js";

export const labelTargetMismatch: Rule = {
  id: "label-target-mismatch",
  summary: "A definition whose label says another thing than its URL",
  severity: "warning",
  documentation: `
\`[PR #4128]: https://github.com/input-output-hk/ouroboros-network/pull/4218\` shows readers a number and leads them to
another. One of the two is a slip.

Reported is a label that as a whole is a reference (\`pull-12\`, \`#12\`, \`PR 12\`, \`repo#12\`, \`repo-pull-12\`,
\`repo-commit-4df3c5d\`, …) and differs from its URL in

- the number or the commit,
- the version, \`[1.2.3]: …/releases/tag/v1.2.2\`, of a release or of a changelog's comparison,
- the repository, if the label names one that the posts or the setting \`weeknotes.repositories\` know,
- the kind, \`[pull-12]: …/issues/12\`: only a hint, as GitHub leads from one to the other.

A label may call a repository as it likes: short for its name (\`node#12\` for cardano-node), by its initials, or as other
definitions do (\`on#12\`). An owner is not compared, as repositories move and are forked. Numbers that are not GitHub's
are left alone: those that stand alone (\`[349]\`) where no others of the post are right so, those with leading zeros, of CIPs, RFCs, KEPs and the like, ordinals (\`[#1]\`, \`[#2]\`), years and
versions, and those of a style most of whose labels in the post disagree.

The quick fixes change the label, in all its uses, or the URL. Which one is proposed first depends on what else is known:
the URL, if other posts define the label so, if another definition of the post has the same URL, or if GitHub is known to
have no such page, else the label.
`.trim(),
  examples: labelTargetMismatchExamples,
  *check(post) {
    const mismatches = labelMismatches(post);
    if (mismatches.length === 0) return;
    // Those are told of where they are missed.
    const paired = pairedDefinitions(post);
    for (const mismatch of mismatches) {
      const { definition, disagreement } = mismatch;
      if (paired.has(definition)) continue;
      yield {
        span: definition.span,
        severity: disagreement.about === "kind" ? "hint" : "warning",
        message: `${quoted(definition.label)} leads to ${targetWords(disagreement.target)}.`,
        fixes: () => fixes(post, mismatch),
      } satisfies Finding;
    }
  },
};

function fixes(post: Post, mismatch: LabelMismatch): EditFix[] {
  const label = changeLabel(post, mismatch);
  const url = changeUrl(post, mismatch);
  const ordered =
    isUrlDoubtful(post, mismatch) || label === undefined
      ? [url, label]
      : [label, url];
  return ordered
    .flatMap((fix) => fix ?? [])
    .map((fix, index) => ({ ...fix, preferred: index === 0 }));
}

function changeLabel(
  { document }: Post,
  { definition, corrected }: LabelMismatch,
): EditFix | undefined {
  if (corrected === undefined) return undefined;
  const renamed = renameLabel(document, definition.key, corrected);
  if ("problem" in renamed) return undefined;
  return {
    kind: "edit",
    title: `Change the label to ${quoted(corrected)}`,
    edits: renamed.edits,
    certain: false,
  };
}

function changeUrl(
  post: Post,
  { definition, disagreement }: LabelMismatch,
): EditFix | undefined {
  const destination =
    teamsDefinition(post, { definition, disagreement })?.destination ??
    saidUrl(disagreement, post);
  if (destination === undefined) return undefined;
  return changeUrlTo(post, definition.destinationSpan, destination);
}

/** What other posts define the label as, where that is what it says. */
function teamsDefinition(
  { knowledge }: Post,
  {
    definition,
    disagreement,
  }: Pick<LabelMismatch, "definition" | "disagreement">,
) {
  return knowledge
    .definitionsOf(definition.key)
    .find(
      ({ target }) =>
        readingFits(disagreement.reading, target, { alias: true }) &&
        !sameTarget(target, disagreement.target),
    );
}

/** Whether the URL is rather wrong than the label. */
function isUrlDoubtful(post: Post, mismatch: LabelMismatch): boolean {
  const { definition, disagreement } = mismatch;
  return (
    // GitHub leads on to what there is, and the text stays.
    disagreement.about === "kind" ||
    teamsDefinition(post, mismatch) !== undefined ||
    isMisspeltRepository(disagreement) ||
    isMissing(post, disagreement.target) ||
    isCopied(post, definition)
  );
}

/** Whether the URL's repository is a letter away from the one that the label names. */
function isMisspeltRepository({ about, reading, target }: Disagreement) {
  return (
    about === "repository" &&
    nearest(reading.repo ?? "", [target.repo]).length > 0
  );
}

/** Whether another definition has the same URL: a line that was copied, and its label changed alone. */
function isCopied({ document, settings }: Post, definition: Definition) {
  const target = parseUrl(definition.destination, settings.github.hosts);
  return [...document.defined.values()].some(
    (other) =>
      other !== definition &&
      sameTarget(parseUrl(other.destination, settings.github.hosts), target),
  );
}
