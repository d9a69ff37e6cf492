import type { Definition, Reference } from "../markdown/document.js";
import {
  addDefinitions,
  type NewDefinition,
} from "../markdown/edits/add-definitions.js";
import { writeLabel } from "../markdown/edits/write-definition.js";
import {
  type Candidate,
  meaningsFor,
  offersFor,
} from "../workspace/candidates.js";
import type { Post } from "../workspace/post.js";
import { completeDefinition } from "./complete-definition.js";
import { destinationTitles } from "./destination-title.js";
import { quoted } from "./display.js";
import { type UndefinedUse, undefinedUses } from "./missing-labels.js";
import type { Finding, Fix, Rule } from "./rule.js";
import { targetWords } from "./target-words.js";
import { undefinedReferenceExamples } from "./undefined-reference.examples.js";

export const undefinedReference: Rule = {
  id: "undefined-reference",
  summary: "A reference whose label the post does not define",
  severity: "warning",
  documentation: `
\`[[cardano-node-pull-4489]]\` is a link only if the same post has a line \`[cardano-node-pull-4489]: https://…\`. Without
one, readers see the brackets.

Brackets are also ordinary punctuation, so what is reported depends on how plainly a reference is meant:

- \`[[label]]\`, \`[text][label]\` and \`[label][]\` always, unless they read as code (\`rows[i][j]\`, \`[[ -f x ]]\`,
  \`[a-z][0-9]\`).
- \`[label]\` alone if it looks like a reference (\`#12\`, \`repo#12\`, \`repo-pull-12\`, \`PR #12\`, a commit, a version, the
  name of a repository that the posts know), if the post defines others of its kind (\`@octocat\`, \`e12\`), if another
  post defines it and it is no plain word, or if it is a near miss of a label that the post defines.
- Any other \`[remark]\` (\`[BUGFIX]\`, \`[sic]\`, \`[0.2%, 0.4%]\`) never.

Brackets in the text of a link (\`[[BUGFIX] Fix it](https://…)\`), code, task boxes, footnotes and alerts are no references.
Posts whose definitions a template engine writes (\`{% include links.md %}\`) are left alone.

The quick fixes propose the label that was meant, if a typo explains it, a new name for a definition that nothing uses and
that leads where the label says (\`[cardano-node-5485]\` for \`[cardano-node-5484]: …/pull/5485\`), and the definitions that this post, the other
posts of the workspace and the setting \`weeknotes.repositories\` suggest, the likeliest first. For a label of words
(\`[peer-sharing]\`) they propose what the team's posts named in such words. Fix-all adds only what
leaves nothing to choose. No definition is proposed for a label that also stands between brackets in the text of a link:
defining it would take that link apart.
`.trim(),
  examples: undefinedReferenceExamples,
  *check(post) {
    for (const use of undefinedUses(post)) {
      yield {
        span: use.reference.span,
        ...explain(post, use),
        fixes: () => fixes(post, use),
      } satisfies Finding;
    }
  },
  fixTogether(post, findings) {
    const starts = new Set(findings.map(({ span }) => span.start));
    const uses = undefinedUses(post).filter(({ reference }) =>
      starts.has(reference.span.start),
    );
    const definitions = new Map<string, NewDefinition>();
    for (const use of uses) {
      const { key, label } = use.reference;
      if (definitions.has(key)) continue;
      const destination = certainCandidate(post, use)?.destination;
      if (destination !== undefined)
        definitions.set(key, { label, destination });
    }
    return addDefinitions(post.document, [...definitions.values()]);
  },
};

/** The definitions that may be added for a use; none where one would break a link, or where a line of the post is to be mended. */
export function definitionCandidates(
  post: Post,
  { reference, attempt, misnamed }: UndefinedUse,
): readonly Candidate[] {
  return attempt || misnamed || post.document.latent.has(reference.key)
    ? []
    : meaningsFor(reference.label, post);
}

/** The one definition that is right beyond doubt. */
function certainCandidate(
  post: Post,
  use: UndefinedUse,
): Candidate | undefined {
  if (use.nearMisses.length > 0) return undefined;
  return definitionCandidates(post, use).find(({ certain }) => certain);
}

function explain(
  { document }: Post,
  { reference, nearMisses: [nearMiss], misnamed, attempt }: UndefinedUse,
): Pick<Finding, "message" | "related"> {
  const label = quoted(reference.label);
  if (attempt) {
    const line = document.lines.positionAt(attempt.span.start).line + 1;
    return {
      message: `${label} is not defined: see the broken definition in line ${line}.`,
      related: [{ span: attempt.span, message: "The broken definition" }],
    };
  }
  if (misnamed) {
    const { definition, target } = misnamed;
    return {
      message: `${label} is not defined: the definition that leads to ${targetWords(target)} is called ${quoted(definition.label)}.`,
      related: [{ span: definition.span, message: "The definition" }],
    };
  }
  if (nearMiss) {
    return {
      message: `${label} is not defined. Did you mean ${quoted(nearMiss.label)}?`,
      related: [
        {
          span: nearMiss.span,
          message: `The definition of ${quoted(nearMiss.label)}`,
        },
      ],
    };
  }
  return { message: `${label} is not defined, so it shows as text.` };
}

const mostNearMisses = 2;

function fixes(post: Post, use: UndefinedUse): Fix[] {
  const { reference, nearMisses, misnamed, attempt } = use;
  if (attempt) return completeDefinition(post, attempt);
  if (misnamed) return renameDefinition(post, reference, misnamed.definition);
  const renames = nearMisses
    .slice(0, mostNearMisses)
    .map((definition, index) => rename(post, reference, definition, index));
  // With the same number they are plainly each other: a second definition would leave the first without use.
  const isSame = /\d/.test(reference.label) && nearMisses.length === 1;
  if (isSame && nearMisses.every(isUnused(post))) return renames;
  const certain = certainCandidate(post, use);
  const candidates = certain ? [certain] : offersFor(reference.label, post);
  const titles = destinationTitles(candidates);
  const isLatent = post.document.latent.has(reference.key);
  const additions = candidates.map((candidate, index): Fix => {
    const change = {
      destination: candidate.destination,
      title: `${titles[index] ?? candidate.destination}${candidate.by === "words" ? `, ${candidate.reason}` : ""}`,
      preferred:
        renames.length === 0 && index === 0 && candidate.by !== "words",
    };
    return isLatent
      ? linkHere(post, reference, change)
      : define(post, reference, { ...change, certain: candidate === certain });
  });
  return certain || isLatent
    ? [...renames, ...additions]
    : [...renames, ...additions, ask(reference)];
}

function isUnused({ document }: Post): (definition: Definition) => boolean {
  return ({ key }) => !document.references.some((it) => it.key === key);
}

function rename(
  { document }: Post,
  { labelSpan }: Reference,
  { label }: { readonly label: string },
  index: number,
): Fix {
  return {
    kind: "edit",
    title: `Change to ${quoted(label)}`,
    edits: [{ range: document.lines.rangeOf(labelSpan), newText: label }],
    preferred: index === 0,
    certain: false,
  };
}

/** The definition takes the label that is used; nothing else uses its own. */
function renameDefinition(
  { document }: Post,
  { key, label }: Reference,
  { labelSpan, label: before }: Definition,
): Fix[] {
  const written = writeLabel(label);
  if (written === undefined || document.latent.has(key)) return [];
  return [
    {
      kind: "edit",
      title: `Rename the definition of ${quoted(before)} to ${quoted(written)}`,
      edits: [{ range: document.lines.rangeOf(labelSpan), newText: written }],
      preferred: true,
      certain: false,
    },
  ];
}

interface Change {
  readonly destination: string;
  readonly title: string;
  readonly preferred: boolean;
}

function define(
  { document }: Post,
  { label, span }: Reference,
  {
    destination,
    title,
    preferred,
    certain,
  }: Change & { readonly certain: boolean },
): Fix {
  return {
    kind: "edit",
    title: `Add definition: ${title}`,
    edits: addDefinitions(document, [{ label, destination }], span),
    preferred,
    certain,
  };
}

/** An inline link in place of the reference, where a definition would break another link. */
function linkHere(
  { document }: Post,
  { span, textSpan, image }: Reference,
  { destination, title, preferred }: Change,
): Fix {
  const text = document.slice(textSpan.start, textSpan.end);
  return {
    kind: "edit",
    title: `Link to ${title} here`,
    edits: [
      {
        range: document.lines.rangeOf(span),
        newText: `${image ? "!" : ""}[${text}](${destination})`,
      },
    ],
    preferred,
    certain: false,
  };
}

function ask({ label }: Reference): Fix {
  return {
    kind: "ask-destination",
    title: `Add definition: enter the URL of ${quoted(label)}…`,
    label,
  };
}
