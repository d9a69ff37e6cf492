import { isLabel } from "../markdown/label.js";
import { forTexts, onceFor } from "../markdown/remember.js";
import { isPlausible, match, type Values } from "./label-match.js";
import {
  type Field,
  fieldPatterns,
  parseTemplate,
  type ReadingKind,
  type Template,
} from "./label-template.js";
import type { RepositoryContent, Target } from "./target.js";

/** What a label says when it is read by one style. Only the label's own words: nothing is looked up. */
export interface LabelReading {
  /** The style's template. */
  readonly style: string;
  readonly kind: ReadingKind;
  readonly owner?: string;
  readonly repo?: string;
  /** Of a pull request, issue or discussion. */
  readonly number?: number;
  /** As it stands in the label, lower case: most often an abbreviation. */
  readonly sha?: string;
  /** A branch, or a release's tag. */
  readonly ref?: string;
}

/** The styles everyone may use, whether or not their team does. */
export const builtInStyles: readonly string[] = [
  "{repo}-pull-{n}",
  "{repo}-issue-{n}",
  "{repo}-commit-{sha}",
  "{repo}-discussion-{n}",
  "{repo}-release-{tag}",
  "{repo}",
  "{repo}-{branch}",
  "pull-{n}",
  "issue-{n}",
  "PR #{n}",
  "#{n}",
  "{repo}#{n}",
  "{owner}/{repo}#{n}",
  "{repo}-{n}",
  "{owner}/{repo}",
  "{repo}-pr-{n}",
  "pr-{n}",
  "PR {n}",
  "pull #{n}",
  "pull request #{n}",
  "issue #{n}",
  "discussion-{n}",
  "{repo} PR #{n}",
  "{repo} #{n}",
  "commit-{sha}",
  "{repo}@{sha}",
  "{owner}/{repo}@{sha}",
  "{sha}",
  "branch-{branch}",
  "{repo}-{tag}",
  "{tag}",
  "PR#{n}",
  "PR{n}",
  "pull {n}",
  "pull request {n}",
  "issue {n}",
  "issue#{n}",
  "GH-{n}",
  "{repo} PR#{n}",
  "{repo} issue #{n}",
  "{repo} issue#{n}",
];

/**
 * A number and nothing else. Such labels count footnotes more often than they name pull requests, so that it is no style but
 * where posts define them as the very number.
 */
export const numberAlone = "{n}";

/** All styles there are for a team: its own, as far as they are valid, and then the built-in ones. */
export function stylesWith(own: readonly string[]): readonly string[] {
  const valid = own.filter((style) => styleProblem(style) === undefined);
  return valid.length === 0
    ? builtInStyles
    : [...new Set([...valid, ...builtInStyles])];
}

/** What is wrong with a team's style, in one plain sentence. */
export function styleProblem(style: string): string | undefined {
  const template = templateOf(style);
  return typeof template === "string" ? template : undefined;
}

/** Every way to read a label, the likeliest first. An invalid style reads nothing. */
export function readLabel(
  label: string,
  styles: readonly string[] = builtInStyles,
): LabelReading[] {
  return [...readings(label, inReadingOrder(styles))];
}

/** Styles sorted for `readings`: those that a label is least likely to fit by chance come first. */
export function inReadingOrder(styles: readonly string[]): readonly string[] {
  return [...validStyles(styles)]
    .sort((a, b) => b.template.specificity - a.template.specificity)
    .map(({ style }) => style);
}

const validStyles = onceFor((styles: readonly string[]) =>
  styles.flatMap((style) => {
    const template = templateOf(style);
    return typeof template === "string" ? [] : [{ style, template }];
  }),
);

/**
 * The same as `readLabel`, one by one, for those who read many labels and look for one reading of each. With a target only
 * those of its kind, as no other reading fits it.
 */
export function* readings(
  label: string,
  ordered: readonly string[],
  target?: Target,
): Generator<LabelReading> {
  const text = plainText(label);
  if (text.length > longestReadable) return;
  for (const { style, template } of validStyles(ordered)) {
    if (target && !says(template.kind, target)) continue;
    for (const values of match(text, template)) {
      yield readingOf(style, template.kind, values);
    }
  }
}

/** All that `readings` gives, for those who read the same labels again and again. */
export const allReadings = forTexts(
  20_000,
  (label, ordered: readonly string[]): readonly LabelReading[] => [
    ...readings(label, ordered),
  ],
);

/** The label a style gives a target; undefined where that style cannot say it. */
export function formatLabel(target: Target, style: string): string | undefined {
  const template = templateOf(style);
  const values = valuesOf(target);
  if (typeof template === "string" || values === undefined) return undefined;
  if (!says(template.kind, target)) return undefined;
  let label = "";
  for (const part of template.parts) {
    const value =
      part.field === undefined ? part.literal : values.get(part.field);
    if (value === undefined) return undefined;
    if (part.field !== undefined && !fieldPatterns[part.field].test(value)) {
      return undefined;
    }
    label += value;
  }
  return isLabel(label) && isPlausible(template, values) ? label : undefined;
}

/**
 * Whether a target is what a reading says, as far as it says something. A label may call a repository by a name of its
 * own: with `alias`, the repository's name is not compared.
 */
export function readingFits(
  reading: LabelReading,
  target: Target,
  { alias = false }: { readonly alias?: boolean } = {},
): boolean {
  if (!("repo" in target) || !says(reading.kind, target)) return false;
  const [field, item] = itemOf(target) ?? [];
  const isItem = (as: Field, said: string | number | undefined) =>
    said === undefined || (field === as && isSame(item ?? "", `${said}`));
  return (
    (alias ||
      (isSame(target.owner, reading.owner ?? target.owner) &&
        isSame(target.repo, reading.repo ?? target.repo))) &&
    isItem("n", reading.number) &&
    isItem(reading.kind === "release" ? "tag" : "branch", reading.ref) &&
    (reading.sha === undefined ||
      (target.kind === "commit" && target.sha.startsWith(reading.sha)))
  );
}

function isSame(a: string, b: string): boolean {
  return a === b || a.toLowerCase() === b.toLowerCase();
}

const builtInTemplates: ReadonlyMap<string, Template | string> = new Map(
  builtInStyles.map((style) => [style, parseTemplate(style)]),
);

function templateOf(style: string): Template | string {
  return builtInTemplates.get(style) ?? parseTemplate(style);
}

/** An owner (39), a repository (100) and a branch (some 240) of GitHub's fit in; longer text can be divided in too many ways. */
const longestReadable = 400;

/** The label without the escapes that some formatters put into it, on one line. */
function plainText(label: string): string {
  if (!/[\s\\]/.test(label)) return label;
  return label
    .trim()
    .replace(/[\t\n\r ]+/g, " ")
    .replace(/\\([!-/:-@[-`{-~])/g, "$1");
}

function readingOf(
  style: string,
  kind: ReadingKind,
  values: Values,
): LabelReading {
  const [owner, repo, number, sha] = (
    ["owner", "repo", "n", "sha"] as const
  ).map((field) => values.get(field));
  const ref = values.get("branch") ?? values.get("tag");
  return {
    style,
    kind,
    ...(owner === undefined ? {} : { owner }),
    ...(repo === undefined ? {} : { repo }),
    ...(number === undefined ? {} : { number: Number(number) }),
    ...(sha === undefined ? {} : { sha: sha.toLowerCase() }),
    ...(ref === undefined ? {} : { ref }),
  };
}

/** GitHub's own abbreviation of a commit. */
const shortSha = 7;

function valuesOf(target: Target): Values | undefined {
  if (!("repo" in target)) return undefined;
  const item = itemOf(target);
  return new Map<Field, string>([
    ["owner", target.owner],
    ["repo", target.repo],
    ...(item === undefined ? [] : [item]),
  ]);
}

function itemOf(
  target: RepositoryContent,
): readonly [Field, string] | undefined {
  switch (target.kind) {
    case "pull":
    case "issue":
    case "discussion":
      return ["n", String(target.number)];
    case "commit":
      return ["sha", target.sha.slice(0, shortSha)];
    case "branch":
      return ["branch", target.ref];
    case "compare":
      return target.base === undefined ? ["branch", target.head] : undefined;
    case "release":
      return ["tag", target.tag];
    default:
      return undefined;
  }
}

function says(kind: ReadingKind, target: Target): boolean {
  switch (kind) {
    case "issue-or-pull":
      return target.kind === "issue" || target.kind === "pull";
    case "branch":
      return (
        target.kind === "branch" ||
        (target.kind === "compare" && target.base === undefined)
      );
    default:
      return target.kind === kind;
  }
}
