import { labelKey } from "./label.js";

/**
 * What a text can define and another place can depend on: a label (CommonMark §4.7) or a footnote (GFM), told apart by
 * the first character, so that one set holds both.
 */
export type Name = `[${string}` | `^${string}`;

export function nameOfLabel(key: string): Name {
  return `[${key}`;
}

export function nameOfFootnote(key: string): Name {
  return `^${key}`;
}

/** What a text seems to define: every definition and footnote is found, and some that are none, such as in code. */
export function seemingNames(text: string): ReadonlySet<Name> {
  const names = new Set<Name>();
  for (const [, label = ""] of text.matchAll(/\[((?:[^\\[\]]|\\.)+)\]:/gs)) {
    names.add(nameOfLabel(labelKey(label)));
    if (label.startsWith("^"))
      names.add(nameOfFootnote(labelKey(label.slice(1))));
  }
  return names;
}
