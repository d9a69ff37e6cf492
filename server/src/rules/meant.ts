import { nearest } from "../targets/near-miss.js";
import { isMisspelling } from "./misspelling.js";

/** Below this, a word of its own lies one letter away. */
const shortest = 4;
/** Of a name that is known to be none. */
const shortestUnknown = 3;

/** The key that a name plainly is but for a typo; of several the closest. A name with other numbers is another name. */
export function meantKey(
  name: string,
  keys: readonly string[],
): string | undefined {
  return nearest(name, keys)[0] ?? aLetterAway(name, keys, shortest)[0];
}

/** The same for a name that a list of all there are does not have: shorter ones, too, where only one can be meant. */
export function meantInList(
  name: string,
  keys: readonly string[],
): string | undefined {
  const [only, ...more] = aLetterAway(name, keys, shortestUnknown);
  return meantKey(name, keys) ?? (more.length === 0 ? only : undefined);
}

function aLetterAway(
  name: string,
  keys: readonly string[],
  shortest: number,
): string[] {
  const numbers = (text: string) => text.replace(/\D+/g, " ").trim();
  return keys.filter(
    (key) =>
      Math.min(name.length, key.length) >= shortest &&
      numbers(name) === numbers(key) &&
      isMisspelling(name.toLowerCase(), key.toLowerCase()),
  );
}
