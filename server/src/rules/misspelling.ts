import { distance } from "fastest-levenshtein";
import { isSwap } from "../targets/near-miss.js";

/** Whether a name is another but for one letter: wrong, missing, too many, or swapped with its neighbour. */
export function isMisspelling(name: string, right: string): boolean {
  return name !== right && (distance(name, right) === 1 || isSwap(name, right));
}
