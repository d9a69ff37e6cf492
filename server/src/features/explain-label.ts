import type { Position } from "vscode-languageserver-types";
import type { Span } from "../markdown/span.js";
import type { Target } from "../targets/target.js";
import { formatUrl } from "../targets/url.js";
import { offersFor } from "../workspace/candidates.js";
import type { NamingEvidence } from "../workspace/knowledge.js";
import { labelFor, newLabelFor } from "../workspace/label-for.js";
import type { Post } from "../workspace/post.js";
import { plainLine, withoutIcons } from "./escape.js";
import { postName } from "./post-name.js";
import { targetAt, undefinedReferenceAt } from "./target-at.js";
import { kindNames, targetName } from "./target-name.js";

/** Why a label is written so, or what it may mean, with the posts that show it. All texts are single, plain lines. */
export interface Explanation {
  readonly title: string;
  readonly sections: readonly ExplainedSection[];
}

export interface ExplainedSection {
  readonly heading: string;
  readonly rows: readonly ExplainedRow[];
}

export interface ExplainedRow {
  readonly text: string;
  readonly detail?: string;
  /** Where to look. */
  readonly place?: { readonly uri: string; readonly span: Span };
  readonly url?: string;
}

/** Of the reference, definition, link or bare URL under the cursor; undefined where there is none. */
export function explainLabel(
  post: Post,
  position: Position,
): Explanation | undefined {
  const found = targetAt(post, position);
  if (found) return explainTarget(post, found.target, found.label);
  const dangling = undefinedReferenceAt(post.document, position);
  return dangling && explainUndefined(post, dangling.reference.label);
}

function explainTarget(
  post: Post,
  target: Target,
  label: string | undefined,
): Explanation {
  const usual =
    label === undefined
      ? labelFor(target, post)
      : newLabelFor(target, post, () => false);
  const shown = line(label ?? usual);
  const heading = "The label";
  const said: ExplainedRow[] = [
    { text: `[${shown}]`, detail: meaning(target), url: formatUrl(target) },
    ...(label === undefined
      ? [{ text: "This is how Weeknotes would name it here" }]
      : line(label) === line(usual)
        ? [{ text: "Weeknotes would name it so, too" }]
        : [{ text: `Weeknotes would name it [${line(usual)}] here` }]),
  ];
  if (!("repo" in target)) {
    return {
      title: `Why [${shown}]?`,
      sections: [
        {
          heading,
          rows: [
            ...said,
            { text: "Styles are learned for what lies in a repository only" },
          ],
        },
      ],
    };
  }
  const evidence = post.knowledge.evidenceFor(target, label);
  return {
    title: `Why [${shown}]?`,
    sections: [
      { heading, rows: said },
      ...countsOf(target, evidence),
      ...postsOf(evidence),
    ],
  };
}

/** How many labels of each group of posts are in each style, the nearest group first. */
function countsOf(
  target: Target,
  { scopes }: NamingEvidence,
): ExplainedSection[] {
  const rows = scopes.map(({ posts, styles }) => ({
    text: line(posts),
    detail: styles
      .slice(0, mostStyles)
      .map(({ style, times, ofRepository }) =>
        ofRepository > 0 && ofRepository < times
          ? `${line(style)} ${times}× (${ofRepository} of this repository)`
          : `${line(style)} ${times}×`,
      )
      .join(", "),
  }));
  const heading = `How posts name a ${kindNames[target.kind]}`;
  return rows.length > 0
    ? [{ heading, rows }]
    : [
        {
          heading,
          rows: [{ text: "No post names one: this is Weeknotes' own style" }],
        },
      ];
}

const mostStyles = 4;

function postsOf({ examples }: NamingEvidence): ExplainedSection[] {
  if (examples.length === 0) return [];
  return [
    {
      heading: "Posts that write so",
      rows: examples.map(({ uri, label, span, times }) => ({
        text: line(postName(uri)),
        detail:
          times > 1
            ? `[${line(label)}] and ${times - 1} more`
            : `[${line(label)}]`,
        place: { uri, span },
      })),
    },
  ];
}

function explainUndefined(post: Post, label: string): Explanation {
  const candidates = offersFor(label, post);
  return {
    title: `What is [${line(label)}]?`,
    sections: [
      {
        heading: "This post does not define it. It may be",
        rows:
          candidates.length === 0
            ? [{ text: "Nothing that a post or setting knows of" }]
            : candidates.map(({ target, destination, reason, certain }) => ({
                text: line(targetName(target)),
                detail: line(certain ? `certain: ${reason}` : reason),
                url: destination,
              })),
      },
    ],
  };
}

function meaning(target: Target): string {
  return line(`${kindNames[target.kind]} ${targetName(target)}`);
}

function line(text: string): string {
  // Quick picks make icons of `$(name)`.
  return withoutIcons(plainLine(text, 120));
}
