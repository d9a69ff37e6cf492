import type { Definition, Reference } from "../markdown/document.js";
import { labelKey } from "../markdown/label.js";
import { sameItem } from "../targets/target-key.js";
import { parseUrl } from "../targets/url.js";
import type { Post } from "../workspace/post.js";
import { changeUrlTo } from "./change-url.js";
import { correctedText, saidTarget, saidUrl } from "./correction.js";
import { disagreements } from "./disagreement.js";
import { quoted } from "./display.js";
import type { Disagreement } from "./judge.js";
import { labelMismatches } from "./label-mismatch.js";
import { type LocatedText, linkTexts, locateText } from "./link-texts.js";
import type { Naming } from "./naming.js";
import type { EditFix, Finding, Rule } from "./rule.js";
import { targetWords } from "./target-words.js";
import { textTargetMismatchExamples } from "./text-target-mismatch.examples.js";
import { isMissing } from "./visible-repositories.js";

export const textTargetMismatch: Rule = {
  id: "text-target-mismatch",
  summary: "A link whose text says another number than its URL",
  severity: "warning",
  documentation: `
\`[#4087](https://github.com/input-output-hk/ouroboros-network/pull/4067)\` tells readers one number and leads them to
another. The same goes for \`[PR #4087][x]\`, where \`x\` is defined as 4067.

Reported is a text that as a whole is a reference with a number or commit (\`#12\`, \`PR 12\`, \`repo#12\`, \`4df3c5d\`), in
emphasis, code, brackets or parentheses too. A text that says more (\`[Fix #12](…)\`), numbers that are not GitHub's, and
what repositories may be called are treated as in [label-target-mismatch](label-target-mismatch.md). "Issue" for a pull
request and the other way round is left alone: GitHub leads from one to the other.

Where the label agrees with the text, its definition is what is wrong: there the definition is reported, and the text only
as information.
`.trim(),
  examples: textTargetMismatchExamples,
  *check(post) {
    const found = disagreements(linkTexts(post), post);
    if (found.length === 0) return;
    const wrong = new Set(
      labelMismatches(post).map(({ definition }) => definition),
    );
    for (const { group, naming, disagreement } of found) {
      if (disagreement.about === "kind") continue;
      const { text, target } = naming;
      const link = { text, target, ...locateText(post, group, naming) };
      yield finding(post, link, disagreement, wrong);
    }
  },
};

type NamedLink = Naming & LocatedText;

function finding(
  post: Post,
  naming: NamedLink,
  disagreement: Disagreement,
  wrong: ReadonlySet<Definition>,
): Finding {
  const { document } = post;
  const { link, text } = naming;
  const message = `“${text}” leads to ${targetWords(disagreement.target)}`;
  if ("key" in link && wrong.has(link.definition)) {
    const { definition } = link;
    const line = document.lines.positionAt(definition.span.start).line + 1;
    return {
      span: link.span,
      severity: "information",
      message: `${message}: see the definition of ${quoted(definition.label)} in line ${line}.`,
      related: [
        {
          span: definition.span,
          message: `The definition of ${quoted(definition.label)}`,
        },
      ],
      fixes: () => [],
    };
  }
  return {
    span: link.span,
    message: `${message}.`,
    fixes: () => fixes(post, naming, disagreement),
  };
}

function fixes(
  post: Post,
  naming: NamedLink,
  disagreement: Disagreement,
): EditFix[] {
  const text = changeText(post, naming, disagreement);
  const target = changeTarget(post, naming, disagreement);
  return (isTargetDoubtful(post, naming) ? [target, text] : [text, target])
    .flatMap((fix) => fix ?? [])
    .map((fix, index) => ({ ...fix, preferred: index === 0 }));
}

function changeText(
  { document }: Post,
  { text, textSpan }: NamedLink,
  disagreement: Disagreement,
): EditFix | undefined {
  const newText = correctedText(text, disagreement);
  if (newText === undefined) return undefined;
  return {
    kind: "edit",
    title: `Change the text to “${newText}”`,
    edits: [{ range: document.lines.rangeOf(textSpan), newText }],
    certain: false,
  };
}

function changeTarget(
  post: Post,
  { link }: NamedLink,
  disagreement: Disagreement,
): EditFix | undefined {
  if ("key" in link) return changeReference(post, link, disagreement);
  const destination = saidUrl(disagreement, post);
  if (destination === undefined) return undefined;
  return changeUrlTo(post, link.destinationSpan, destination);
}

/** The definition serves other references too: it stays, and another one is taken if there is one. */
function changeReference(
  post: Post,
  { labelSpan }: Reference,
  disagreement: Disagreement,
): EditFix | undefined {
  const { document, settings } = post;
  const said = saidTarget(disagreement, post);
  const label =
    said &&
    [...document.defined.values()].find(({ destination }) =>
      sameItem(parseUrl(destination, settings.github.hosts), said),
    )?.label;
  if (label === undefined) return undefined;
  return {
    kind: "edit",
    title: `Lead to ${quoted(label)}`,
    edits: [{ range: document.lines.rangeOf(labelSpan), newText: label }],
    certain: false,
  };
}

/** Whether the post leads to the same target elsewhere, as when a link was copied and its text changed alone. */
function isTargetDoubtful(post: Post, { link, target }: NamedLink): boolean {
  const { document, settings } = post;
  if (isMissing(post, target)) return true;
  const { hosts } = settings.github;
  if ("key" in link) {
    return document.references.some(
      (other) =>
        other.span.start !== link.span.start &&
        other.key === labelKey(link.label),
    );
  }
  return [...document.links, ...document.defined.values()].some(
    (other) =>
      other.span.start !== link.span.start &&
      sameItem(parseUrl(other.destination, hosts), target),
  );
}
