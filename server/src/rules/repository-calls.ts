import { nearest } from "../targets/near-miss.js";

/**
 * Whether a word in a label may well be short, old or misspelt for a repository's name: `node` for cardano-node, `chap`
 * for cardano-haskell-packages, `hydra-poc` for hydra.
 */
export function mayCall(word: string, repo: string): boolean {
  const [short, long] = [wordsIn(word), wordsIn(repo)];
  return (
    holdsRun(long, short) ||
    holdsRun(short, long) ||
    word.toLowerCase() === long.map(([initial]) => initial).join("") ||
    nearest(word, [repo]).length > 0
  );
}

/** Whether a repository's name is a plain word, such as `docs` or `plugins`, which may stand for many things. */
export function isPlainWord(repo: string): boolean {
  return /^[a-z]+$/i.test(repo);
}

function wordsIn(name: string): string[] {
  return name
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}

function holdsRun(words: readonly string[], run: readonly string[]): boolean {
  return words.some((_, start) =>
    run.every((word, index) => words[start + index] === word),
  );
}
