import type { ListedItem } from "./search-requests.js";

/** Words of a query or a title, in lower case; what could be an operator of GitHub's search is none. */
export function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

export function hasNumber(item: ListedItem, digits: string): boolean {
  return String(item.number).startsWith(digits);
}

/** Whether each of the words begins one of the title's. */
export function hasWords(item: ListedItem, words: readonly string[]): boolean {
  const title = wordsOf(item.title);
  return words.every((word) => title.some((part) => part.startsWith(word)));
}

/** The very number first, then the latest. */
export function rankByNumber(
  items: readonly ListedItem[],
  digits: string,
): readonly ListedItem[] {
  const exact = Number(digits);
  return unique(items).sort(
    (a, b) =>
      Number(b.number === exact) - Number(a.number === exact) ||
      b.number - a.number,
  );
}

/** Titles that begin with the words, those that have them, and what GitHub found by other forms of them. */
export function rankByWords(
  items: readonly ListedItem[],
  words: readonly string[],
): readonly ListedItem[] {
  const phrase = words.join(" ");
  const rank = (item: ListedItem) => {
    if (wordsOf(item.title).join(" ").startsWith(phrase)) return 0;
    return hasWords(item, words) ? 1 : 2;
  };
  return unique(items).sort((a, b) => rank(a) - rank(b));
}

/** The first of each number. */
function unique(items: readonly ListedItem[]): ListedItem[] {
  const found = new Map<number, ListedItem>();
  for (const item of items)
    if (!found.has(item.number)) found.set(item.number, item);
  return [...found.values()];
}
