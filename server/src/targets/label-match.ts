import { type Field, fieldPatterns, type Template } from "./label-template.js";

/** What a label says, by field. */
export type Values = ReadonlyMap<Field, string>;

/** Every plausible way to read a text by a template. */
export function match(text: string, template: Template): readonly Values[] {
  if (!template.outline.test(text)) return [];
  const found: Values[] = [];
  divide({ text, lower: text.toLowerCase(), template }, 0, 0, [], found);
  return found;
}

interface Divided {
  readonly text: string;
  readonly lower: string;
  readonly template: Template;
}

/**
 * Finds every plausible way to divide a text from `at` on among the parts from `next` on. A field ends at any later place
 * where the next literal stands, from the last to the first: names are long and what follows them is short.
 */
function divide(
  divided: Divided,
  at: number,
  next: number,
  before: readonly (readonly [Field, string])[],
  found: Values[],
): void {
  const { text, lower, template } = divided;
  const part = template.parts[next];
  if (part === undefined) {
    const values = at === text.length ? new Map(before) : undefined;
    if (values && isPlausible(template, values)) found.push(values);
    return;
  }
  if (part.field === undefined) {
    const literal = part.literal.toLowerCase();
    if (lower.startsWith(literal, at))
      divide(divided, at + literal.length, next + 1, before, found);
    return;
  }
  const { field } = part;
  const endField = (end: number) => {
    const value = text.slice(at, end);
    if (fieldPatterns[field].test(value))
      divide(divided, end, next + 1, [...before, [field, value]], found);
  };
  const behind = template.parts[next + 1];
  if (behind === undefined || behind.field !== undefined) {
    endField(text.length);
    return;
  }
  const literal = behind.literal.toLowerCase();
  let end = lower.lastIndexOf(literal);
  for (; end > at; end = lower.lastIndexOf(literal, end - 1)) endField(end);
}

/** Words that say what kind of thing a label names are no repository's or branch's name in it. */
const kindWord =
  /^(?:pulls?|prs?|pull request|issues?|discussions?|commits?|branch|release|tag)$/i;

/** `pull-12`, `commit-4df3c5d`, `12`: what other styles say, and hardly a branch's name. */
function isItem(branch: string): boolean {
  const [word = "", rest = ""] = branch.split(/-(.*)/s);
  return (
    fieldPatterns.n.test(branch) ||
    (kindWord.test(word) &&
      (["n", "sha", "tag"] as const).some(
        (field) => rest === "" || fieldPatterns[field].test(rest),
      ))
  );
}

/** No number and no word: `4df3c5d`, where `facade` and `1234567` may be either. */
function isUnmistakable(sha: string): boolean {
  return /^(?=.*\d)(?=.*[a-f]).{7,}$/i.test(sha);
}

/** Whether nothing in the values says that another style is meant. */
export function isPlausible(
  { parts, kind }: Template,
  values: Values,
): boolean {
  const sha = values.get("sha");
  if (parts.length === 1) return sha === undefined || isUnmistakable(sha);
  return (
    !kindWord.test(values.get("repo") ?? "") &&
    !(kind === "branch" && isItem(values.get("branch") ?? ""))
  );
}
