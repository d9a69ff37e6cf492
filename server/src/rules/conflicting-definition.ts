import {
  type DefinitionIndex,
  definitionOf,
} from "../markdown/definition-index.js";
import type { Definition, Document } from "../markdown/document.js";
import { onceForBoth } from "../markdown/remember.js";
import {
  inReadingOrder,
  readingFits,
  readings,
  stylesWith,
} from "../targets/label-styles.js";
import type { RepositoryContent, Target } from "../targets/target.js";
import { sameItem } from "../targets/target-key.js";
import { parseUrl } from "../targets/url.js";
import type { KnownDefinition, Learned } from "../workspace/knowledge.js";
import type { Settings } from "../workspace/settings.js";
import { destinationTitle } from "./destination-title.js";
import { quoted } from "./display.js";
import { labelMismatches } from "./label-mismatch.js";
import { isMisspelling } from "./misspelling.js";
import type { EditFix, Finding, Rule } from "./rule.js";
import { targetWords } from "./target-words.js";

export const conflictingDefinition: Rule = {
  id: "conflicting-definition",
  summary: "A label that the other posts give another target",
  severity: "information",
  documentation: `
Where a label names its repository, readers of two posts expect it to lead to one place. If this post's \`[on#4067]\` or
\`[mithril]\` leads to another repository than the other posts' does, one of them is a slip.

Labels that leave the repository to the post (\`pull-12\`), or that mean another thing each time (branches, versions), are
no conflict. Neither are an issue and a pull request of one number, two pages of one repository, a page elsewhere on the
web, and two owners of one repository, as repositories move and are forked; but an owner that is misspelt is. If one other
post agrees with this one, nothing is said. A label that itself says another thing than its URL is
[label-target-mismatch](label-target-mismatch.md)'s.
`.trim(),
  examples: [
    {
      title: "A short name that the others give to another repository",
      markdown:
        "See [[mithril]].\n\n⟦[mithril]: https://github.com/input-output-hk/hydra⟧\n",
      others: {
        "2022-09-02-mithril.md":
          "[[mithril]]\n\n[mithril]: https://github.com/input-output-hk/mithril\n",
      },
      messages: [
        "[mithril] leads to the repository hydra here, and to the repository mithril in 2022-09-02-mithril.md.",
      ],
      fixed:
        "See [[mithril]].\n\n[mithril]: https://github.com/input-output-hk/mithril\n",
    },
    {
      title: "A misspelt owner",
      markdown:
        "See [[cardano-node]].\n\n⟦[cardano-node]: https://github.com/input-output-hl/cardano-node⟧\n",
      others: {
        "a.md":
          "[[cardano-node]]\n\n[cardano-node]: https://github.com/input-output-hk/cardano-node\n",
        "b.md":
          "[[cardano-node]]\n\n[cardano-node]: https://github.com/input-output-hk/cardano-node\n",
      },
      messages: [
        "[cardano-node] leads to input-output-hl/cardano-node here, and to input-output-hk/cardano-node in a.md and 1 other post.",
      ],
      fixed:
        "See [[cardano-node]].\n\n[cardano-node]: https://github.com/input-output-hk/cardano-node\n",
    },
    {
      title: "A name of the team's own",
      markdown:
        "Merged [[xo#12]].\n\n⟦[xo#12]: https://github.com/input-output-hk/tullia/pull/12⟧\n",
      others: {
        "a.md":
          "[[xo#12]]\n\n[xo#12]: https://github.com/input-output-hk/cicero/pull/12\n",
      },
      messages: [
        "[xo#12] leads to pull request 12 of tullia here, and to pull request 12 of cicero in a.md.",
      ],
      fixed:
        "Merged [[xo#12]].\n\n[xo#12]: https://github.com/input-output-hk/cicero/pull/12\n",
    },
    {
      title: "Labels that leave the repository to the post",
      markdown:
        "See [[pull-12]], [[#13]] and [[PR 14]].\n\n[pull-12]: https://github.com/input-output-hk/tullia/pull/12\n[#13]: https://github.com/input-output-hk/tullia/pull/13\n[PR 14]: https://github.com/input-output-hk/tullia/pull/14\n",
      others: {
        "a.md":
          "[pull-12]: https://github.com/input-output-hk/cicero/pull/12\n[#13]: https://github.com/input-output-hk/cicero/pull/13\n[PR 14]: https://github.com/input-output-hk/cicero/pull/14\n",
      },
    },
    {
      title:
        "A repository that moved, its other page, and an issue that is a pull request",
      markdown:
        "[cardano-node], [hydra], [hydra-pull-12]\n\n[cardano-node]: https://github.com/IntersectMBO/cardano-node\n[hydra]: https://github.com/input-output-hk/hydra/tree/master/docs\n[hydra-pull-12]: https://github.com/input-output-hk/hydra/issues/12\n",
      others: {
        "a.md":
          "[cardano-node]: https://github.com/input-output-hk/cardano-node\n[hydra]: https://github.com/input-output-hk/hydra\n[hydra-pull-12]: https://github.com/input-output-hk/hydra/pull/12\n",
      },
    },
    {
      title: "The release of the week, and a site of its own",
      markdown:
        "[cardano-node-release] and [mithril]\n\n[cardano-node-release]: https://github.com/input-output-hk/cardano-node/releases/tag/1.35.4\n[mithril]: https://mithril.network\n",
      others: {
        "a.md":
          "[cardano-node-release]: https://github.com/input-output-hk/cardano-node/releases/tag/1.35.3\n[mithril]: https://github.com/input-output-hk/mithril\n",
      },
    },
    {
      title: "Another post that is wrong by its own label",
      markdown:
        "Merged [[mithril#12]].\n\n[mithril#12]: https://github.com/input-output-hk/mithril/pull/12\n",
      others: {
        "a.md":
          "[mithril#12]: https://github.com/input-output-hk/hydra/pull/12\n",
      },
    },
    {
      title: "Another post that agrees",
      markdown:
        "[mithril]\n\n[mithril]: https://github.com/input-output-hk/hydra\n",
      others: {
        "a.md": "[mithril]: https://github.com/input-output-hk/mithril\n",
        "b.md": "[mithril]: https://github.com/input-output-hk/hydra\n",
      },
    },
  ],
  *check(post) {
    const { document, knowledge, settings } = post;
    const shared = sharedLabels(knowledge.learned, document.chunks.definitions);
    const conflicts = conflictsAmong(shared, settings);
    if (conflicts.length === 0) return;
    const mismatched = new Set(
      labelMismatches(post).map(({ definition }) => definition.key),
    );
    for (const conflict of conflicts) {
      const { key } = conflict;
      if (mismatched.has(key)) continue;
      const definition = document.defined.get(key);
      const [first, ...rest] = knowledge.definitionsOf(key);
      if (definition && first)
        yield finding(document, definition, conflict, [first, ...rest]);
    }
  },
};

/** A label that other posts define, too. */
interface Shared {
  readonly definition: Definition;
  readonly targets: readonly Target[];
}

/** None is looked for again before this post, or another, defines or links to something else. */
const sharedLabels = onceForBoth(
  (learned: Learned, definitions: DefinitionIndex): readonly Shared[] => {
    const shared: Shared[] = [];
    for (const key of definitions.first.keys()) {
      if (!learned.isDefinedElsewhere(key)) continue;
      const definition = definitionOf(definitions, key);
      if (definition)
        shared.push({ definition, targets: learned.targetsElsewhere(key) });
    }
    return shared;
  },
);

interface Conflict {
  readonly key: string;
  readonly target: RepositoryContent;
  /** Where most of the other posts' lead. */
  readonly theirs: RepositoryContent;
}

const conflictsAmong = onceForBoth(
  (shared: readonly Shared[], settings: Settings): readonly Conflict[] =>
    shared.flatMap((one) => conflictIn(one, settings) ?? []),
);

function conflictIn(
  { definition: { key, label, destination }, targets }: Shared,
  { github, labelStyles }: Settings,
): Conflict | undefined {
  const [theirs] = targets;
  if (theirs === undefined) return undefined;
  const target = parseUrl(destination, github.hosts);
  return !("repo" in target) ||
    !("repo" in theirs) ||
    targets.some((other) => sameItem(other, target)) ||
    !isOtherRepository(target, theirs) ||
    !namesItsRepository(label, theirs, labelStyles) ||
    isTheirMistake(label, target, theirs, labelStyles)
    ? undefined
    : { key, target, theirs };
}

/** Below this many names lie one letter from another. */
const shortestWithTypo = 6;

function isOtherRepository(
  a: RepositoryContent,
  b: RepositoryContent,
): boolean {
  if (a.repo.toLowerCase() !== b.repo.toLowerCase()) return true;
  return (
    a.owner.toLowerCase() !== b.owner.toLowerCase() &&
    b.owner.length >= shortestWithTypo &&
    isMisspelling(a.owner.toLowerCase(), b.owner.toLowerCase())
  );
}

/** Whether a label names the repository that it leads to here, and not the one of the others. */
function isTheirMistake(
  label: string,
  ours: RepositoryContent,
  theirs: RepositoryContent,
  ownStyles: readonly string[],
): boolean {
  const names = (target: RepositoryContent) =>
    namesItsRepository(label, target, ownStyles, { alias: false });
  return names(ours) && !names(theirs);
}

/** Whether a label says by its own words, or by a name of the team's (`alias`), where a definition leads. */
function namesItsRepository(
  label: string,
  target: RepositoryContent,
  ownStyles: readonly string[],
  { alias } = { alias: true },
): boolean {
  for (const reading of readings(
    label,
    inReadingOrder(stylesWith(ownStyles)),
  )) {
    if (reading.repo === undefined) continue;
    const isItem = reading.number !== undefined || reading.sha !== undefined;
    if (!isItem && reading.kind !== "repository") continue;
    if (readingFits(reading, target, { alias: alias && isItem })) return true;
  }
  return false;
}

/** `others`: the other posts' definitions, most of them agreeing with the first. */
function finding(
  document: Document,
  definition: Definition,
  { target, theirs }: Conflict,
  others: readonly [KnownDefinition, ...KnownDefinition[]],
): Finding {
  const [{ uri, destination }] = others;
  const agreeing = new Set(
    others.flatMap((other) =>
      sameItem(other.target, theirs) ? other.uri : [],
    ),
  ).size;
  const more = agreeing - 1;
  const where = `${fileName(uri)}${more === 0 ? "" : ` and ${more} other ${more === 1 ? "post" : "posts"}`}`;
  const sameName = target.repo.toLowerCase() === theirs.repo.toLowerCase();
  const [here, there] = sameName
    ? [fullName(target), fullName(theirs)]
    : [targetWords(target), targetWords(theirs)];
  return {
    span: definition.span,
    message: `${quoted(definition.label)} leads to ${here} here, and to ${there} in ${where}.`,
    fixes: (): EditFix[] => [
      {
        kind: "edit",
        title: `Change the URL to ${destinationTitle(destination, theirs)}`,
        edits: [
          {
            range: document.lines.rangeOf(definition.destinationSpan),
            newText: destination,
          },
        ],
        preferred: true,
        certain: false,
      },
    ],
  };
}

function fullName({ owner, repo }: RepositoryContent): string {
  return `${owner}/${repo}`;
}

function fileName(uri: string): string {
  const name = uri.slice(uri.lastIndexOf("/") + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
