import { distance } from "fastest-levenshtein";

/** Whether a name is another but for one letter: wrong, missing, too many, or swapped with its neighbour. */
export function isMisspelling(name: string, right: string): boolean {
  if (distance(name, right) === 1) return true;
  return [...right].some(
    (letter, at) =>
      at > 0 &&
      name ===
        right.slice(0, at - 1) + letter + right[at - 1] + right.slice(at + 1) &&
      name !== right,
  );
}
