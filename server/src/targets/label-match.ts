import { type Field, fieldPatterns, type Template } from "./label-template.js";

/** What a label says, by field. */
export type Values = ReadonlyMap<Field, string>;

/** Every plausible way to read a text by a template. */
export function* match(text: string, template: Template): Generator<Values> {
  if (!template.outline.test(text)) return;
  for (const values of divide(text, template.parts)) {
    if (isPlausible(template, values)) yield values;
  }
}

/** Every way to divide a text among the parts; a field ends at any later place where the next literal stands. */
function* divide(text: string, parts: Template["parts"]): Generator<Values> {
  const [part, ...rest] = parts;
  if (part === undefined) {
    if (text === "") yield new Map();
    return;
  }
  if (part.field === undefined) {
    const { literal } = part;
    if (text.slice(0, literal.length).toLowerCase() === literal.toLowerCase()) {
      yield* divide(text.slice(literal.length), rest);
    }
    return;
  }
  const next = rest[0];
  const literal =
    next !== undefined && next.field === undefined ? next.literal : undefined;
  for (const end of literal === undefined
    ? [text.length]
    : placesOf(literal, text)) {
    const value = text.slice(0, end);
    if (!fieldPatterns[part.field].test(value)) continue;
    for (const values of divide(text.slice(end), rest)) {
      yield new Map([[part.field, value], ...values]);
    }
  }
}

/** From the last to the first: names are long and what follows them is short. */
function placesOf(literal: string, text: string): number[] {
  const places: number[] = [];
  const [where, what] = [text.toLowerCase(), literal.toLowerCase()];
  for (
    let at = where.lastIndexOf(what);
    at > 0;
    at = where.lastIndexOf(what, at - 1)
  ) {
    places.push(at);
  }
  return places;
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
