import { nearest } from "../targets/near-miss.js";
import { isMisspelling } from "./misspelling.js";

/** Below this, a word of its own lies one letter away. */
const shortest = 4;

/**
 * The key that a name plainly is but for a typo or a plural; of several the closest. A name with other numbers is another
 * name.
 */
export function meantKey(
  name: string,
  keys: readonly string[],
): string | undefined {
  const numbers = (text: string) => text.replace(/\D+/g, " ").trim();
  return (
    nearest(name, keys)[0] ??
    keys.find(
      (key) =>
        Math.min(name.length, key.length) >= shortest &&
        numbers(name) === numbers(key) &&
        isMisspelling(name.toLowerCase(), key.toLowerCase()),
    ) ??
    keys.find((key) => isPlural(name, key) || isPlural(key, name))
  );
}

function isPlural(word: string, singular: string): boolean {
  return singular.length > 1 && word === `${singular}s`;
}
