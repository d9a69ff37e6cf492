import type { TextEdit } from "vscode-languageserver-types";
import {
  type DefinitionIndex,
  definitionsIn,
} from "../markdown/definition-index.js";
import type { Definition, Document, Reference } from "../markdown/document.js";
import { removeDefinitions } from "../markdown/edits/remove-definitions.js";
import { labelKey } from "../markdown/label.js";
import { perChunk } from "../markdown/per-chunk.js";
import { onceFor, onceForBoth } from "../markdown/remember.js";
import { looksLikeReference } from "../targets/reference-shape.js";
import type { Target } from "../targets/target.js";
import { targetKey } from "../targets/target-key.js";
import { parseUrl } from "../targets/url.js";
import { asOthersWrite, newLabelFor } from "../workspace/label-for.js";
import type { Post } from "../workspace/post.js";
import { isComment } from "./comment-definition.js";
import { quoted } from "./display.js";
import { labelMismatches } from "./label-mismatch.js";
import type { EditFix, Finding, Rule } from "./rule.js";
import { type Keys, usedKeys } from "./used-keys.js";

export const sameTargetTwice: Rule = {
  id: "same-target-twice",
  summary: "A second label for a target that has one in the same post",
  severity: "hint",
  documentation: `
Two labels for one target are two things to keep right, and make readers look twice. The quick fixes use one of them
everywhere, the first of them the one that is as the team writes such labels, else the one that is used more; a label that is words rather than a name (\`[the schedule]\`) stays as the text of the link.

Another part of a page is another target: \`…/pull/12\`, \`…/pull/12/files\` and \`…/pull/12#issuecomment-1\` may have a label
each. Left alone are labels that nothing uses ([unused-definition](unused-definition.md)), images and links around them,
addresses on the post's own site, and a label that says another thing than its URL: then it is the URL that may be wrong
([label-target-mismatch](label-target-mismatch.md)).
`.trim(),
  examples: [
    {
      title: "Two labels for a pull request",
      markdown:
        "Merged [[pull-9]], see [the change][PR 9].\n\n[pull-9]: https://github.com/input-output-hk/tullia/pull/9\n⟦[PR 9]: https://github.com/Input-Output-HK/tullia/pull/9⟧\n",
      messages: ["[PR 9] and [pull-9] lead to the same place."],
      fixed:
        "Merged [[pull-9]], see [the change][pull-9].\n\n[pull-9]: https://github.com/input-output-hk/tullia/pull/9\n",
    },
    {
      title: "The label that the team would write stays",
      markdown:
        "[[tullia#9]], [[tullia#9]] and [[tullia-pull-9]]\n\n[tullia#9]: https://github.com/input-output-hk/tullia/pull/9\n⟦[tullia-pull-9]: https://github.com/input-output-hk/tullia/pull/9⟧\n",
      others: {
        "a.md":
          "[tullia-pull-1]: https://github.com/input-output-hk/tullia/pull/1\n[tullia-pull-2]: https://github.com/input-output-hk/tullia/pull/2\n",
      },
      messages: ["[tullia-pull-9] and [tullia#9] lead to the same place."],
      fixed:
        "[[tullia-pull-9]], [[tullia-pull-9]] and [[tullia-pull-9]]\n\n[tullia-pull-9]: https://github.com/input-output-hk/tullia/pull/9\n",
    },
    {
      title: "More labels, and a page elsewhere: words stay as they are",
      markdown:
        "[a], [b][] and [the page][c], [the schedule]\n\n[a]: https://example.org/a\n⟦[b]: https://example.org/a⟧\n⟦[c]: <https://EXAMPLE.org/a>⟧\n⟦[the schedule]: https://example.org/a⟧\n",
      messages: [
        "[b] and [a] lead to the same place.",
        "[c] and [a] lead to the same place.",
        "[the schedule] and [a] lead to the same place.",
      ],
      fixed:
        "[a], [b][a] and [the page][a], [the schedule][a]\n\n[a]: https://example.org/a\n",
    },
    {
      title: "Parts of a page, other queries, an issue and a pull request",
      markdown:
        "[a] [b] [c] [d] [e] [f] [g] [h]\n\n[a]: https://github.com/input-output-hk/tullia/pull/9\n[b]: https://github.com/input-output-hk/tullia/pull/9/files\n[c]: https://github.com/input-output-hk/tullia/pull/9#issuecomment-1\n[d]: https://github.com/input-output-hk/tullia/issues/9\n[e]: https://example.org/?q=1\n[f]: https://example.org/?q=2\n[g]: https://github.com/input-output-hk/tullia\n[h]: https://github.com/input-output-hk/tullia#usage\n",
    },
    {
      title: "One of two is unused, or an image, or a badge",
      markdown:
        "[a] and [![logo]][site]\n\n[![x](/x.svg)][npm] [![y](/y.svg)][downloads]\n\n[npm]: https://example.org/npm\n[downloads]: https://example.org/npm\n[a]: https://example.org/a\n[b]: https://example.org/a\n[logo]: https://example.org/logo.png\n[site]: https://example.org/logo.png\n",
    },
    {
      title: "Two numbers, one URL: a mismatch, not a repetition",
      markdown:
        "[pull-120] and [pull-121]\n\n[pull-120]: https://github.com/input-output-hk/tullia/pull/120\n[pull-121]: https://github.com/input-output-hk/tullia/pull/120\n",
    },
    {
      title: "Comments and anchors",
      markdown:
        "[top] and [start]\n\n[//]: # (one)\n[top]: #top\n[start]: #top\n",
    },
  ],
  *check(post) {
    const pairs = repeated(post);
    if (pairs.length === 0) return;
    const mismatched = new Set(
      labelMismatches(post).map(({ definition }) => definition),
    );
    for (const [first, second] of pairs) {
      if (mismatched.has(first) || mismatched.has(second)) continue;
      yield {
        span: second.span,
        message: `${quoted(second.label)} and ${quoted(first.label)} lead to the same place.`,
        related: [
          {
            span: first.span,
            message: `The definition of ${quoted(first.label)}`,
          },
        ],
        fixes: () => fixes(post, first, second),
      } satisfies Finding;
    }
  },
};

/** Each definition whose target an earlier one has, with that one. */
function repeated({
  document,
  settings,
}: Post): (readonly [Definition, Definition])[] {
  const { defined, chunks } = document;
  const shared = sharedPlaces(chunks.definitions, settings.github.hosts);
  if (shared.length === 0) return [];
  const linked = linkedKeys(document);
  return shared.flatMap((keys) => {
    const [first, ...others] = keys
      .filter((key) => linked.has(key))
      .flatMap((key) => defined.get(key) ?? []);
    return first ? others.map((other) => [first, other] as const) : [];
  });
}

/** The labels of definitions that lead to one place, where there are more than one. A definition that does not count leads nowhere. */
const sharedPlaces = onceForBoth(
  (definitions: DefinitionIndex, hosts: readonly string[]) => {
    const byPlace = new Map<string, string[]>();
    for (const definition of definitionsIn(definitions)) {
      const place = placeOf(definition, hosts);
      if (place === undefined) continue;
      const keys = byPlace.get(place);
      if (keys) keys.push(definition.key);
      else byPlace.set(place, [definition.key]);
    }
    return [...byPlace.values()].filter(({ length }) => length > 1);
  },
);

/** Where a definition leads, up to the place on the page. */
const placeOf = onceForBoth(
  (definition: Definition, hosts: readonly string[]): string | undefined => {
    const { destination } = definition;
    if (isComment(definition) || !/^https?:\/\//i.test(destination))
      return undefined;
    const target = parseUrl(destination, hosts);
    const part =
      "suffix" in target ? target.suffix : /[?#].*$/s.exec(destination)?.[0];
    return `${targetKey(target)} ${part ?? ""}`;
  },
);

/** What is used by more than images, and links around them: badges have labels for their own sake. */
const linkedKeys = onceFor((document: Document): Keys => {
  const used = usedKeys(document);
  const onlyImages = new Set(imageKeys(document).flatMap(({ value }) => value));
  for (const key of onlyImages) {
    const isLinked = document.references.some(
      (reference) =>
        reference.key === key &&
        !reference.image &&
        document.slice(
          reference.textSpan.start,
          reference.textSpan.start + 2,
        ) !== "![",
    );
    if (isLinked) onlyImages.delete(key);
  }
  return { has: (key) => used.has(key) && !onlyImages.has(key) };
});

const imageKeys = perChunk(({ content, text, origin }) => {
  const keys = content.references
    .filter(
      ({ image, textSpan }) =>
        image || text.startsWith("![", textSpan.start - origin),
    )
    .map(({ key }) => key);
  return keys.length > 0 ? keys : undefined;
});

function fixes(post: Post, first: Definition, second: Definition): EditFix[] {
  const useFirst = useEverywhere(post, first, second);
  const useSecond = useEverywhere(post, second, first);
  return (
    isBetter(post, second, first)
      ? [useSecond, useFirst]
      : [useFirst, useSecond]
  )
    .flatMap((fix) => fix ?? [])
    .map((fix, index) => ({ ...fix, preferred: index === 0 }));
}

/** Whether a label rather than another is the one to keep: the team's, or else the one that is used more. */
function isBetter(post: Post, one: Definition, other: Definition): boolean {
  const { document, settings } = post;
  const target = parseUrl(one.destination, settings.github.hosts);
  const usual = teamsLabel(target, post);
  if (one.key === usual || other.key === usual) return one.key === usual;
  const uses = ({ key }: Definition) =>
    document.references.filter((reference) => reference.key === key).length;
  return uses(one) > uses(other);
}

/** Key of what the other posts would call a target; undefined where none shows. */
function teamsLabel(target: Target, post: Post): string | undefined {
  if (!("repo" in target)) return undefined;
  // The first is this post.
  if (post.knowledge.evidenceFor(target).scopes.length < 2) return undefined;
  return labelKey(newLabelFor(target, asOthersWrite(post), () => false));
}

function useEverywhere(
  post: Post,
  kept: Definition,
  gone: Definition,
): EditFix | undefined {
  const { document } = post;
  const removal = removeDefinitions(
    document,
    document.definitions.filter(({ key }) => key === gone.key),
  );
  if (removal.length === 0) return undefined;
  return {
    kind: "edit",
    title: `Use ${quoted(kept.label)} everywhere`,
    edits: [
      ...document.references
        .filter(({ key }) => key === gone.key)
        .map((reference) => use(post, kept, reference)),
      ...removal,
    ],
    certain: false,
  };
}

function use(
  { document, knowledge }: Post,
  { label }: Definition,
  { form, labelSpan, span, label: words }: Reference,
): TextEdit {
  const isText =
    form !== "full" &&
    !looksLikeReference(words, (name) => knowledge.knowsRepository(name));
  return isText
    ? {
        range: document.lines.rangeOf({ start: labelSpan.end, end: span.end }),
        newText: `][${label}]`,
      }
    : { range: document.lines.rangeOf(labelSpan), newText: label };
}
